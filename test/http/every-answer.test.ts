import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeNonce } from '../../src/door/nonce.ts';
import { StoreUnavailable } from '../../src/ports/documents.ts';
import { NOW } from '../door/client.ts';
import { GENUINE } from '../door/fake-door.ts';
import { type Answered, type Asked, openHttpClient } from '../support/http-client.ts';
import { EVERYWHERE, FOR_EVER, HTML, KEPT_NOWHERE, NOT_STORED, PROBLEM, TEXT, telling } from './expected-headers.ts';
import { KEY, type OpenServer, openServer, PUBLIC_URL } from './open-server.ts';

const PAGE = {
  ...KEPT_NOWHERE,
  'content-security-policy': EVERYWHERE['content-security-policy'].replace(
    "style-src 'self'",
    "style-src 'self' 'nonce-R'",
  ),
};

const link = `/j/${GENUINE}`;
const own = { origin: PUBLIC_URL, 'x-join-nonce': makeNonce(KEY, GENUINE, NOW) };

let server: OpenServer;
const client = openHttpClient();

beforeAll(async () => {
  server = await openServer();
});

afterAll(async () => {
  client.close();
  await server.close();
});

function ask(path: string, asked: Asked = {}): Promise<Answered> {
  return client.ask(`${server.origin}${path}`, asked);
}

const pressing = (headers: Record<string, string> = own, body = ''): Asked => ({ method: 'POST', headers, body });

type Row = [status: number, path: string, asked: Asked, type: string | undefined, headers: object, state?: () => void];

const down = () => {
  server.door.failure = new StoreUnavailable('down');
};
const broken = () => {
  server.door.failure = new Error('bug');
};
const refusing = (kind: 'too-early' | 'waiting-for-host' | 'not-invited' | 'ended' | 'cancelled') => () => {
  server.door.problems = [kind === 'too-early' ? { kind, opensAt: NOW } : { kind }];
};
const slack = () => {
  server.identity = 'slack';
};

const ROWS: Row[] = [
  [200, '/healthz', {}, TEXT, NOT_STORED],
  [405, '/healthz', { method: 'POST' }, TEXT, { ...NOT_STORED, allow: 'GET, HEAD' }],
  [200, '/readyz', {}, TEXT, NOT_STORED],
  [503, '/readyz', {}, TEXT, NOT_STORED, down],
  [404, '/', {}, TEXT, NOT_STORED],
  [404, '/nothing', { method: 'POST' }, TEXT, NOT_STORED],
  [405, '/slack/events', {}, TEXT, { ...NOT_STORED, allow: 'POST' }],
  [200, '/assets/join-4KQ2ZWXA.js', {}, 'text/javascript; charset=utf-8', FOR_EVER],
  [200, '/assets/style-4KQ2ZWXA.css', { method: 'HEAD' }, 'text/css; charset=utf-8', FOR_EVER],
  [404, '/assets/manifest.json', {}, TEXT, NOT_STORED],
  [405, '/assets/join-4KQ2ZWXA.js', { method: 'PUT' }, TEXT, { ...NOT_STORED, allow: 'GET, HEAD' }],
  [200, link, {}, HTML, PAGE],
  [200, link, { method: 'HEAD' }, HTML, PAGE],
  [200, `${link}?s=1`, {}, HTML, PAGE],
  [200, `${link}/state`, {}, 'application/json; charset=utf-8', KEPT_NOWHERE],
  [
    200,
    `${link}/invite.ics`,
    {},
    'text/calendar; charset=utf-8',
    { ...KEPT_NOWHERE, 'content-disposition': 'attachment; filename=standup.ics' },
  ],
  [404, '/j/forged', {}, HTML, KEPT_NOWHERE],
  [404, '/j/forged', { method: 'HEAD' }, HTML, KEPT_NOWHERE],
  [404, '/j/forged', pressing(), PROBLEM, KEPT_NOWHERE],
  [404, '/j/forged/state', {}, PROBLEM, KEPT_NOWHERE],
  [404, '/j/forged/invite.ics', {}, HTML, KEPT_NOWHERE],
  [404, '/j/%E0%A4%A', {}, HTML, KEPT_NOWHERE],
  [404, '/j', {}, HTML, KEPT_NOWHERE],
  [405, link, { method: 'DELETE' }, PROBLEM, { ...KEPT_NOWHERE, allow: 'GET, HEAD, POST' }],
  [405, `${link}/state`, { method: 'POST' }, PROBLEM, { ...KEPT_NOWHERE, allow: 'GET, HEAD' }],
  [405, `${link}/invite.ics`, { method: 'TRACE' }, PROBLEM, { ...KEPT_NOWHERE, allow: 'GET, HEAD' }],
  [
    200,
    link,
    pressing(),
    'application/json; charset=utf-8',
    {
      ...KEPT_NOWHERE,
      'set-cookie': ['__Host-convene-device=…; Max-Age=31536000; Path=/; HttpOnly; Secure; SameSite=Strict'],
    },
  ],
  [403, link, pressing({ ...own, origin: 'https://evil.example' }), PROBLEM, KEPT_NOWHERE],
  [403, link, pressing({ origin: PUBLIC_URL }), PROBLEM, KEPT_NOWHERE],
  [403, link, pressing(), PROBLEM, KEPT_NOWHERE, refusing('too-early')],
  [403, link, pressing(), PROBLEM, KEPT_NOWHERE, refusing('waiting-for-host')],
  [403, link, pressing(), PROBLEM, KEPT_NOWHERE, refusing('not-invited')],
  [410, link, pressing(), PROBLEM, KEPT_NOWHERE, refusing('ended')],
  [410, link, pressing(), PROBLEM, KEPT_NOWHERE, refusing('cancelled')],
  [413, link, pressing(own, 'x'.repeat(1025)), PROBLEM, KEPT_NOWHERE],
  [
    503,
    link,
    pressing(),
    PROBLEM,
    { ...KEPT_NOWHERE, 'retry-after': '7' },
    () => {
      server.door.problems = [{ kind: 'room-unavailable', retryAfterSeconds: 7 }];
    },
  ],
  [503, link, {}, HTML, { ...KEPT_NOWHERE, 'retry-after': '5' }, down],
  [503, `${link}/state`, {}, PROBLEM, { ...KEPT_NOWHERE, 'retry-after': '5' }, down],
  [503, link, pressing(), PROBLEM, { ...KEPT_NOWHERE, 'retry-after': '5' }, down],
  [500, link, {}, HTML, KEPT_NOWHERE, broken],
  [500, `${link}/invite.ics`, {}, HTML, KEPT_NOWHERE, broken],
  [500, link, pressing(), PROBLEM, KEPT_NOWHERE, broken],
  [200, link, {}, HTML, PAGE, slack],
  [403, link, pressing(), PROBLEM, KEPT_NOWHERE, slack],
  [
    303,
    '/auth/slack?for=ticket',
    {},
    TEXT,
    {
      ...KEPT_NOWHERE,
      location: 'https://slack.com/openid/connect/authorize',
      vary: 'Accept',
      'set-cookie': ['__Secure-convene-sign-in=…; Max-Age=600; Path=/auth/slack; HttpOnly; Secure; SameSite=Lax'],
    },
    slack,
  ],
  [404, '/auth/slack?for=forged', {}, HTML, KEPT_NOWHERE, slack],
  [
    503,
    '/auth/slack?for=ticket',
    {},
    HTML,
    {
      ...KEPT_NOWHERE,
      'retry-after': '5',
      'set-cookie': ['__Secure-convene-sign-in=…; Max-Age=600; Path=/auth/slack; HttpOnly; Secure; SameSite=Lax'],
    },
    () => {
      server.identity = 'slack is down';
    },
  ],
  [
    403,
    '/auth/slack/callback?state=x&code=y',
    {},
    HTML,
    {
      ...KEPT_NOWHERE,
      'set-cookie': ['__Secure-convene-sign-in=…; Path=/auth/slack; HttpOnly; Secure; SameSite=Lax'],
    },
    slack,
  ],
  [405, '/auth/slack', { method: 'POST' }, PROBLEM, { ...KEPT_NOWHERE, allow: 'GET' }, slack],
  [405, '/auth/slack/callback', { method: 'HEAD' }, HTML, { ...KEPT_NOWHERE, allow: 'GET' }, slack],
];

test.each(ROWS)('%i of %s has exactly the headers it should', async (...row) => {
  const [status, path, asked, type, headers, state] = row;
  state?.();
  const answer = await ask(path, asked).finally(server.calm);

  expect([answer.status, answer.headers['content-type']]).toEqual([status, type]);
  expect(telling(answer)).toEqual(headers);
});

test('who comes too often has exactly the headers they should', async () => {
  const wait = { 'retry-after': expect.stringMatching(/^[1-9]\d?$/) };
  let [page, press]: [Answered | null, Answered | null] = [null, null];
  for (let tries = 0; tries < 70; tries += 1) page = await ask('/j/forged');
  for (let tries = 0; tries < 11; tries += 1) press = await ask(link, pressing());

  expect([page?.status, page?.headers['content-type'], page && telling(page)]).toEqual([
    429,
    HTML,
    { ...KEPT_NOWHERE, ...wait },
  ]);
  expect([press?.status, press?.headers['content-type'], press && telling(press)]).toEqual([
    429,
    PROBLEM,
    { ...KEPT_NOWHERE, ...wait },
  ]);
});
