import { describe, expect, test } from '@jest/globals';
import { doctorReport } from '../../src/cli/doctor-report.ts';
import { StoreUnusable } from '../../src/ports/documents.ts';
import { MailFault } from '../../src/ports/mailer.ts';
import { type Identity, NoAnswer, type Refused, type SlackProbe } from '../../src/ports/probes.ts';
import type { RoomWebhook } from '../../src/ports/room-webhooks.ts';
import { RoomServiceFault } from '../../src/ports/rooms.ts';
import { checkAddresses } from '../../src/usecases/checks/addresses.ts';
import { checkMail } from '../../src/usecases/checks/mail.ts';
import { checkPresets } from '../../src/usecases/checks/presets.ts';
import { checkSlackToken } from '../../src/usecases/checks/slack-token.ts';
import { checkStore } from '../../src/usecases/checks/store.ts';
import { checkWebhooks } from '../../src/usecases/checks/webhooks.ts';
import { bad, type Check, type Finding, good, makeDoctor, unsure } from '../../src/usecases/doctor.ts';
import { AGREED_AT } from '../support/a-meeting.ts';
import { fakeClock } from '../support/fake-clock.ts';

const clock = fakeClock(AGREED_AT.toISO() ?? '');
const states = async (check: Check) => (await check.look()).map(({ about, state, says }) => [about, state, says]);
const clean: Identity = { team: 'Acme', bot: 'convene', scopes: ['a', 'b', 'c'], answeredAt: AGREED_AT };

describe('the token', () => {
  const lookAt = (identity: Identity | Refused, rotates = false) =>
    states(
      checkSlackToken({
        tokens: async function* () {
          yield { about: 'Slack token', token: 'xoxb-1', rotates };
        },
        required: ['a', 'b'],
        optional: ['c'],
        probe: { identify: async () => identity },
        clock,
      }),
    );
  const TOKEN = ['Slack token', 'good', 'good: convene in Acme'];
  const SCOPES = ['Slack scopes', 'good', 'all there'];
  const CLOCK = ['Clock', 'good', "0 s from Slack's"];

  test.each<[string, Identity | Refused, unknown[][]]>([
    ['is good', clean, [TOKEN, SCOPES, CLOCK]],
    ['was revoked', { error: 'token_revoked' }, [['Slack token', 'bad', 'Slack refuses it: token_revoked']]],
    ['may too little', { ...clean, scopes: ['b', 'c'] }, [TOKEN, ['Slack scopes', 'bad', 'missing: a'], CLOCK]],
    [
      'lacks what can be left out',
      { ...clean, scopes: ['a', 'b'] },
      [TOKEN, ['Slack scopes', 'unsure', 'without the optional c; what they are for is missing'], CLOCK],
    ],
    [
      'is looked at by a clock that is a minute fast',
      { ...clean, answeredAt: AGREED_AT.minus({ seconds: 60 }) },
      [TOKEN, SCOPES, ['Clock', 'bad', "60 s from Slack's"]],
    ],
    ['is of a Slack that does not say the time', { ...clean, answeredAt: null }, [TOKEN, SCOPES]],
  ])('%s', async (_, identity, found) => {
    expect(await lookAt(identity)).toEqual(found);
  });

  test('that cannot be opened is told beside the others, and a Slack that is silent by its name', async () => {
    const check = checkSlackToken({
      tokens: async function* () {
        yield { about: 'Slack token of Acme', token: null, rotates: false };
        yield { about: 'Slack token of Zenith', token: 'xoxb-2', rotates: false };
      },
      required: [],
      optional: [],
      probe: { identify: () => Promise.reject(new NoAnswer('auth.test')) },
      clock,
    });

    expect(await states(check)).toEqual([
      ['Slack token of Acme', 'bad', 'was sealed with another ENCRYPTION_KEY'],
      ['Slack token of Zenith', 'bad', 'could not be looked at: Slack does not answer'],
    ]);
  });

  test('that has expired is no fault where it is renewed', async () => {
    expect(await lookAt({ error: 'token_expired' }, true)).toEqual([
      ['Slack token', 'good', 'expired, and renewed at its next use'],
    ]);
  });
});

describe('the addresses', () => {
  const lookAt = (health: number | null, unsigned: number | null, appToken: string | null = null) => {
    const web = { get: async () => health, post: async () => unsigned };
    const slack: Pick<SlackProbe, 'refusesSocket'> = {
      refusesSocket: async (token) => (token === 'xapp-good' ? null : 'invalid_auth'),
    };
    return states(checkAddresses({ publicUrl: 'https://meet.acme.org', web, appToken, slack }));
  };
  const HEALTH = ['PUBLIC_URL', 'good', 'https://meet.acme.org/healthz answers'];

  test.each<[string, Promise<unknown>, unknown[][]]>([
    ['are good', lookAt(200, 401), [HEALTH, ['Request URL', 'good', 'turns away what Slack did not sign']]],
    [
      'are nobody',
      lookAt(null, null),
      [
        ['PUBLIC_URL', 'bad', 'nothing answers there'],
        ['Request URL', 'bad', 'nothing answers there'],
      ],
    ],
    [
      'are somebody else',
      lookAt(404, 200),
      [
        ['PUBLIC_URL', 'bad', 'https://meet.acme.org/healthz answers with status 404'],
        ['Request URL', 'bad', 'answers an unsigned request with status 200, not 401'],
      ],
    ],
    ['need no request URL', lookAt(200, null, 'xapp-good'), [HEALTH, ['Socket Mode', 'good', 'Slack lets us connect']]],
    [
      'have a wrong token',
      lookAt(200, null, 'xapp-bad'),
      [HEALTH, ['Socket Mode', 'bad', 'Slack refuses SLACK_APP_TOKEN: invalid_auth']],
    ],
  ])('%s', async (_, found, expected) => {
    expect(await found).toEqual(expected);
  });
});

const presets = { host: 'host', guest: 'guest', outside: 'waiting' };
const rooms = (listPresets: () => Promise<string[]>) => checkPresets({ listPresets }, presets);
const MB = 1_000_000;
const store = (ping: () => Promise<boolean>, megabytes: number | null) =>
  checkStore({ ping, freeSpace: megabytes === null ? null : async () => megabytes * MB });

const ourHook = {
  webhookId: 'w',
  name: 'Convene',
  url: 'https://meet.acme.org/hook',
  events: ['a', 'b'],
  isEnabled: true,
};
const reports = (there: readonly Partial<RoomWebhook>[]) =>
  checkWebhooks({ listWebhooks: async () => there.map((one) => ({ ...ourHook, ...one })) }, ourHook.url, ['a', 'b']);

test.each<[string, Check, unknown[]]>([
  [
    'presets that are there',
    rooms(async () => ['host', 'guest', 'waiting']),
    ['good', 'answers, and knows host, guest and waiting'],
  ],
  ['presets that are not', rooms(async () => ['host']), ['bad', 'has no preset guest, waiting']],
  [
    'credentials that are refused',
    rooms(() => Promise.reject(new RoomServiceFault('unauthorized', 'no'))),
    ['bad', 'does not tell its presets: unauthorized'],
  ],
  ['a store elsewhere', store(async () => true, null), ['good', 'answers']],
  ['a store that is down', store(() => Promise.reject(new Error('down')), null), ['bad', 'does not answer']],
  ['no store yet', store(async () => false, 1), ['unsure', 'is not there yet']],
  ['a disk with room', store(async () => true, 500), ['good', 'answers; 500 MB are free']],
  ['a disk with little', store(async () => true, 499), ['unsure', 'answers; 499 MB are free']],
  ['a full disk', store(async () => true, 49), ['bad', 'answers; 49 MB are free']],
  [
    'a damaged store',
    store(() => Promise.reject(new StoreUnusable('torn')), null),
    ['bad', 'cannot be read: it is damaged, or made by a newer release'],
  ],
  ['mail', checkMail({ kind: 'smtp' }), ['good', 'is sent by SMTP, and the server lets us in']],
  ['mail by SendGrid', checkMail({ kind: 'sendgrid' }), ['good', 'is sent by SendGrid']],
  [
    'a mail server that refuses us',
    checkMail({ kind: 'smtp' }, () => Promise.reject(new MailFault('unauthorized', 'AUTH PLAIN 535'))),
    ['bad', 'the mail server refuses us (AUTH PLAIN 535)'],
  ],
  [
    'a mail server that is down',
    checkMail({ kind: 'smtp' }, () => Promise.reject(new MailFault('unavailable', 'ECONNECTION'))),
    ['bad', 'the mail server does not take us on (ECONNECTION)'],
  ],
  ['reports', reports([{}]), ['good', 'come to PUBLIC_URL']],
  [
    'reports to somebody else',
    reports([{ url: 'https://other.example/hook' }]),
    ['unsure', 'do not come to PUBLIC_URL: cards show late who is in, and recordings not at all'],
  ],
  [
    'reports that are turned off',
    reports([{ isEnabled: false }]),
    ['unsure', 'are turned off, or tell too little: cards show late who is in, and recordings not at all'],
  ],
  ['no mail', checkMail(null), ['unsure', 'is not set up: nobody can be invited by e-mail']],
])('%s', async (_, check, found) => {
  expect((await states(check)).map(([, ...rest]) => rest)).toEqual([found]);
});

describe('the doctor', () => {
  const check = (look: Check['look']): Check => ({ about: 'A thing', look });

  test('tells everything in order, and what could not be looked at without its words', async () => {
    const diagnose = makeDoctor(
      [
        check(async () => [good('First', 'fine')]),
        check(() => Promise.reject(new TypeError('at https://user:password@host'))),
        check(() => new Promise(() => {})),
        check(async () => [good('Last', 'fine')]),
      ],
      20,
    );
    const findings = await diagnose();

    expect(findings.map(({ about, state, says }) => [about, state, says])).toEqual([
      ['First', 'good', 'fine'],
      ['A thing', 'bad', 'could not be looked at (TypeError)'],
      ['A thing', 'bad', 'did not answer in time'],
      ['Last', 'good', 'fine'],
    ]);
  });

  test.each<[readonly Finding[], string]>([
    [[good('Store', 'answers')], 'ok    Store: answers\n\nAll is well.'],
    [
      [unsure('Mail', 'is not set up', 'Set it up.'), bad('Clock', 'is wrong', 'Set it.')],
      'note  Mail: is not set up\n      → Set it up.\nWRONG Clock: is wrong\n      → Set it.\n\n1 thing is wrong.',
    ],
  ])('reports %j', (findings, text) => {
    expect(doctorReport(findings)).toBe(text);
  });
});
