import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { SandboxState } from '../../../src/sandbox/page/contract.ts';
import { listenAs, pageClient, until } from './page-client.ts';
import { type PageServer, startPageServer } from './page-server.ts';

const ALICE = 'U0ALICE00';
const BOB = 'U0BOB0000';
const CHEN = 'U0CHEN000';
const DANA = 'U0DANA000';
const ROBOT = 'U0ROBOT00';
const TEAM = 'C0TEAM000';
const SECRET = 'C0SECRET0';

let page: PageServer;
let client: ReturnType<typeof pageClient>;
beforeEach(async () => {
  page = await startPageServer();
  client = pageClient(page);
});
afterEach(() => page.close());

function schedule(user: string = ALICE) {
  return client.post('/command', { user, channel: TEAM, line: '/meet standup tomorrow 9am @bob @chen' });
}

/** Conversation to the texts in it, as the state tells them. */
function textsOf({ conversations }: SandboxState): Record<string, string[]> {
  return Object.fromEntries(conversations.map(({ name, messages }) => [name, messages.map(({ text }) => text)]));
}

test('each person sees their own channels, direct messages and private answers', async () => {
  await schedule();

  expect(textsOf(await client.state(ALICE))).toEqual({
    team: ['Scheduled: standup tomorrow 9am <@U0BOB0000|bob> <@U0CHEN000|chen>'],
    secret: [],
  });
  expect(textsOf(await client.state(BOB))).toEqual({ team: [], secret: [], Convene: ['Standup', ''] });
  expect(textsOf(await client.state(CHEN))).toEqual({ team: [], Convene: ['Standup', ''] });
});

test('a stream tells of its own person only', async () => {
  const streams = await Promise.all([ALICE, BOB, CHEN].map((user) => listenAs(user, page)));
  await schedule();
  await until(() => streams.every(({ events }) => events.some(({ kind }) => kind === 'clock')));
  for (const { stop } of streams) stop();

  const heard = streams.map(({ events }) =>
    events.flatMap((event) => (event.kind === 'message' ? [`${event.message.channel} ${event.message.text}`] : [])),
  );
  const directOf = (user: string) => page.slack.directMessage('T0ACME000', user);
  expect(heard[0]).toEqual([`${TEAM} Scheduled: standup tomorrow 9am <@U0BOB0000|bob> <@U0CHEN000|chen>`]);
  expect(new Set(heard[1]?.map((line) => line.split(' ')[0]))).toEqual(new Set([directOf(BOB)]));
  expect(new Set(heard[2]?.map((line) => line.split(' ')[0]))).toEqual(new Set([directOf(CHEN)]));
});

test('what is unread is counted for everybody and gone when it is seen', async () => {
  await schedule();
  const before = await client.state(BOB);
  const direct = before.conversations.find(({ kind }) => kind === 'direct');
  await client.post('/seen', { user: BOB, channel: direct?.id, ts: direct?.messages.at(-1)?.ts });
  const after = await client.state(BOB);

  const counts = ({ people }: SandboxState) =>
    people.filter(({ unread }) => unread > 0).map(({ id, unread }) => [id, unread]);
  expect(direct?.unread).toBe(2);
  expect(counts(before)).toEqual([
    [BOB, 2],
    [CHEN, 2],
  ]);
  expect(counts(after)).toEqual([[CHEN, 2]]);
});

test('a file is downloaded by who was sent it, and by nobody else', async () => {
  await schedule();
  const bob = await client.state(BOB);
  const file = bob.conversations.flatMap(({ messages }) => messages.flatMap(({ files }) => files))[0];
  const href = file?.href ?? '';
  const response = await fetch(page.origin + href);

  expect(file).toMatchObject({ name: 'standup.ics', title: 'Standup', bytes: 65 });
  expect(response.headers.get('content-disposition')).toBe('attachment; filename=standup.ics');
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(await response.text()).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect((await fetch(page.origin + href.replace(BOB, ALICE))).status).toBe(404);
  expect((await client.get(`/files/F0NOTHING?user=${BOB}`)).status).toBe(404);
});

test('the log shows each person their own dispatches, and of calls no arguments', async () => {
  await schedule();
  const logOf = async (user: string) => (await client.get(`/log?user=${user}`)).json();

  expect(await logOf(ALICE)).toMatchObject({
    dispatches: [
      { kind: 'command', status: 200, sent: { command: '/meet', channel: TEAM }, body: { response_type: 'ephemeral' } },
    ],
  });
  const bob = (await logOf(BOB)) as { dispatches: unknown[]; calls: object[] };
  expect(bob.dispatches).toEqual([]);
  expect(new Set(bob.calls.flatMap((call) => Object.keys(call)))).toEqual(new Set(['method', 'at', 'outcome']));
});

test('nobody can be a bot, a person who left, or somebody unknown', async () => {
  for (const user of [DANA, ROBOT, 'U0CONVENE', 'U0NOBODY0', '']) {
    expect((await client.get(`/state?user=${user}`)).status).toBe(404);
    expect((await client.get(`/stream?user=${user}`)).status).toBe(404);
  }
  expect(await client.post('/command', { user: DANA, channel: TEAM, line: '/meet help' })).toMatchObject({
    status: 404,
  });
});

test('nobody acts in a conversation that they are not in', async () => {
  await schedule();
  const bob = await client.state(BOB);
  const card = bob.conversations.flatMap(({ messages }) => messages).find(({ text }) => text === 'Standup');
  const press = { channel: card?.channel, ts: card?.ts, actionId: 'yes', blockId: 'answer' };

  expect(await client.post('/command', { user: CHEN, channel: SECRET, line: '/meet help' })).toMatchObject({
    body: { code: 'unknown_conversation' },
  });
  expect(await client.post('/action', { user: CHEN, ...press })).toMatchObject({ body: { code: 'unknown_message' } });
  expect(page.app.actions).toEqual([]);
  expect(await client.post('/action', { user: BOB, ...press })).toMatchObject({ status: 200, body: { status: 200 } });
  expect(page.app.actions).toMatchObject([
    { type: 'block_actions', user: { id: BOB }, actions: [{ action_id: 'yes' }] },
  ]);
});
