import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Consent } from '../../src/sandbox/slack-simulator/install/oauth-app.ts';
import { ACME_TEAM_ID, acmeSeed, type TeamSeed } from '../../src/sandbox/slack-simulator/seed.ts';
import { inboxOf, joinUrlOf } from '../support/inbox.ts';
import { ALICE, BOB, TEAM_CHANNEL, teamOf } from '../support/people.ts';
import { startManyWorkspaces } from './many-workspaces.ts';

jest.setTimeout(15_000);

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Of the same ids as Acme in everything but the team. */
const TWIN: TeamSeed = {
  ...teamOf(),
  id: 'T0TWIN000',
  name: 'Twin <b>&</b> Co',
  domain: 'twin',
  botToken: 'xoxb-twin',
};
const inAcme: Consent = { kind: 'allow', team: ACME_TEAM_ID, user: ALICE.id };
const inTwin: Consent = { kind: 'allow', team: TWIN.id, user: ALICE.id };

let many: Awaited<ReturnType<typeof startManyWorkspaces>>;
beforeAll(async () => {
  many = await startManyWorkspaces([teamOf(), TWIN], { settings: { RETENTION_DAYS: '30' } });
});
afterAll(() => many.close());

const type = (text: string, team = ACME_TEAM_ID) =>
  many.slack.command({ team, user: ALICE.id, channel: TEAM_CHANNEL, text });
const told = (team = ACME_TEAM_ID) => many.slack.ephemerals(team, ALICE.id).at(-1)?.text;
const messagesIn = (team: string) => {
  const conversation = many.slack.directMessage(team, BOB.id);
  return conversation ? many.slack.messages(team, conversation).length : 0;
};

test('before anybody installed the app, a command is answered with what to do', async () => {
  await type('standup tomorrow 9am @bob');

  expect(told()).toBe('I am not installed in this workspace any more. Please ask an admin to install me again.');
});

describe('installing', () => {
  test('leads over Slack to a page that says what to type, and is kept by nobody', async () => {
    const { status, headers, page } = await many.install(inAcme);

    expect(status).toBe(200);
    expect(page).toContain('Convene is installed in Acme');
    expect([headers.get('cache-control'), headers.get('x-robots-tag')]).toEqual(['no-store', 'noindex, nofollow']);
  });

  test('stores no token in the open', async () => {
    expect(await many.stored('installations')).not.toMatch(/xox/);
  });

  test('escapes the name of a workspace', async () => {
    expect((await many.install(inTwin)).page).toContain('Twin &#60;b&#62;&#38;&#60;/b&#62; Co');
  });

  test('can be stopped, and says that nothing was changed', async () => {
    const { status, page } = await many.install({ kind: 'cancel' });

    expect([status, page]).toEqual([200, expect.stringContaining('Nothing was installed')]);
  });

  test('has to be finished in the browser where it was begun', async () => {
    const begun = many.slack.consent(await many.browser().begin(), inAcme);
    const elsewhere = await many.browser().get(begun);

    expect([elsewhere.status, await elsewhere.text()]).toEqual([400, expect.stringContaining('start again')]);
  });

  test.each([
    ['without a state', (url: URL) => url.searchParams.delete('state')],
    ['with a state of nobody', (url: URL) => url.searchParams.set('state', 'forged')],
    ['without a code', (url: URL) => url.searchParams.delete('code')],
  ])('is refused %s', async (_, change) => {
    const browser = many.browser();
    const back = new URL(many.slack.consent(await browser.begin(), inAcme));
    change(back);

    expect((await browser.get(back.href)).status).toBe(400);
  });

  test('works once with what Slack sent back', async () => {
    const browser = many.browser();
    const back = many.slack.consent(await browser.begin(), inAcme);

    expect([(await browser.get(back)).status, (await browser.get(back)).status]).toEqual([200, 400]);
  });

  test('says so when Slack does not give a token, with a reference', async () => {
    many.slack.fault({ method: 'oauth.v2.access', play: { kind: 'error', error: 'fatal_error' } });
    const { status, page } = await many.install(inAcme);

    expect([status, page]).toEqual([502, expect.stringMatching(/reference [0-9a-f]{8}/)]);
  });
});

test('two workspaces with the same people stay apart', async () => {
  await type('standup tomorrow 9am @bob');
  await many.settled();

  expect([messagesIn(ACME_TEAM_ID), messagesIn(TWIN.id)]).toEqual([2, 0]);
  const theirs = joinUrlOf(inboxOf(many.slack, BOB, 'standup').cards[0]);
  expect((await fetch(theirs)).status).toBe(200);
});

describe('when the app was removed', () => {
  let link: string;

  test('nothing is sent any more, and links lead nowhere', async () => {
    await type('retro tomorrow 10am @bob');
    await many.settled();
    link = joinUrlOf(inboxOf(many.slack, BOB, 'retro').cards[0]);
    // What invites to this one waits for its second attempt when the app is removed.
    const play = { kind: 'status', status: 503 } as const;
    many.slack.fault({ method: 'conversations.open', team: ACME_TEAM_ID, times: 2, play });
    await type('planning tomorrow 11am @bob');
    await many.settled();
    const before = messagesIn(ACME_TEAM_ID);
    await many.slack.uninstall(ACME_TEAM_ID);
    await many.jump(60 * MINUTE_MS);

    expect([messagesIn(ACME_TEAM_ID), (await fetch(link)).status]).toEqual([before, 404]);
    expect(inboxOf(many.slack, BOB, 'planning').cards).toEqual([]);
  });

  test('the other workspace goes on', async () => {
    await type('twins tomorrow 9am @bob', TWIN.id);
    await many.settled();

    expect(messagesIn(TWIN.id)).toBe(2);
  });

  test('a reinstall brings links back, and lets go out what had waited', async () => {
    expect((await many.install(inAcme)).status).toBe(200);
    // What was tried in the moment of the removal waits for its next attempt.
    await many.jump(MINUTE_MS);

    expect((await fetch(link)).status).toBe(200);
    expect(inboxOf(many.slack, BOB, 'planning').cards).toHaveLength(1);
  });

  test('late word of the removal before changes nothing', async () => {
    const tokens = { oauth: [], bot: [acmeSeed.botUserId] };
    const event = (type: string) => ({ team: ACME_TEAM_ID, event: { type, tokens } });
    await many.slack.event({ ...event('tokens_revoked'), at: many.clock.now().toMillis() - DAY_MS });
    await many.slack.event(event('app_uninstalled'));
    await many.slack.event({
      ...event('tokens_revoked'),
      event: { type: 'tokens_revoked', tokens: { oauth: ['U1'] } },
    });
    await type('still tomorrow 9am @bob');
    await many.settled();

    expect(inboxOf(many.slack, BOB, 'still').cards).toHaveLength(1);
  });

  test('its data goes when its time is over, and that of the others stays', async () => {
    await many.jump(10 * MINUTE_MS);
    await many.slack.uninstall(ACME_TEAM_ID);
    await many.jump(30 * DAY_MS + MINUTE_MS);

    expect(await many.stored('meetings')).not.toContain(ACME_TEAM_ID);
    expect(await many.stored('deliveries')).not.toContain(ACME_TEAM_ID);
    expect(await many.stored('installations')).not.toContain(ACME_TEAM_ID);
    expect(await many.stored('installations')).toContain(TWIN.id);
  });
});
