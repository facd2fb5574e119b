import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { listenAs, pageClient, until } from './page-client.ts';
import { NOW, type PageServer, startPageServer } from './page-server.ts';

const ALICE = 'U0ALICE00';
const TEAM = 'C0TEAM000';
const HOUR = 3_600_000;

let page: PageServer;
let client: ReturnType<typeof pageClient>;
beforeEach(async () => {
  page = await startPageServer();
  client = pageClient(page);
});
afterEach(() => page.close());

test('tells who is there, bots and people who left included', async () => {
  const { workspace, you, people, command, clock, joinPath } = await client.state(ALICE);

  expect({ workspace, you: you.id, joinPath }).toEqual({ workspace: 'Acme', you: ALICE, joinPath: '/j/' });
  expect(people.map(({ name, tz, kind }) => `${name} ${tz} ${kind}`)).toEqual([
    'alice Europe/Berlin person',
    'bob America/New_York person',
    'chen Asia/Tokyo person',
    'dana Europe/Berlin deactivated',
    expect.stringMatching(/^robot .* bot$/),
    expect.stringMatching(/^convene .* app$/),
  ]);
  expect(command.name).toBe('/meet');
  expect(command.examples[0]).toBe('/meet standup tomorrow 9am @bob @chen');
  expect(clock).toEqual({ now: NOW, nextMeeting: { title: 'Standup', startsAt: NOW + 23 * HOUR } });
});

test('opens as the first person when nobody is asked for', async () => {
  expect(await (await client.get('/state')).json()).toMatchObject({ you: { id: ALICE } });
});

test.each(['hello', '/other thing', '/meeting', ''])('passes on the command only, not %p', async (line) => {
  expect(await client.post('/command', { user: ALICE, channel: TEAM, line })).toMatchObject({
    status: 400,
    body: { code: 'not_a_command' },
  });
});

test('says how the app answered when it failed', async () => {
  page.app.answerStatus(500);

  expect(await client.post('/command', { user: ALICE, channel: TEAM, line: '/meet help' })).toEqual({
    status: 200,
    body: { status: 500, ackMs: expect.any(Number) },
  });
});

test('moves the clock, and tells every page', async () => {
  const stream = await listenAs(ALICE, page);
  const answer = await client.post('/clock', { user: ALICE, jump: { to: 'before-next-meeting' } });
  await until(() => stream.events.length > 0);
  stream.stop();

  const clock = { now: NOW + 23 * HOUR - HOUR / 12, nextMeeting: { title: 'Standup', startsAt: NOW + 23 * HOUR } };
  expect(answer).toEqual({ status: 200, body: { clock, newMessages: 0, changedMessages: 0 } });
  expect(stream.events).toEqual([{ kind: 'clock', clock }]);
});

test.each([
  [{ to: 'later', minutes: -5 }, 'bad_request'],
  [{ to: 'later', minutes: 1e9 }, 'bad_request'],
  [{ to: 'yesterday' }, 'bad_request'],
  [{ to: 'local-time', at: '2026-02-30T09:00' }, 'not_a_time'],
  [{ to: 'local-time', at: '2026-03-02T09:59' }, 'in_the_past'],
])('refuses to move the clock by %j', async (jump, code) => {
  expect(await client.post('/clock', { user: ALICE, jump })).toMatchObject({ body: { code } });
  expect(page.time.now()).toBe(NOW);
});

test('answers a failure with words for the person and the error for the log', async () => {
  const failing = new Error('the store is gone');
  const broken = await startPageServer({
    time: { ...page.time, jumpTo: () => Promise.reject(failing) },
  });
  try {
    const answer = await pageClient(broken).post('/clock', { user: ALICE, jump: { to: 'later', minutes: 15 } });
    expect(answer).toMatchObject({ status: 500, body: { code: 'failed' } });
    expect(broken.reported).toEqual([failing]);
  } finally {
    await broken.close();
  }
});
