import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { pressJoin } from '../support/door-client.ts';
import { eventually } from '../support/eventually.ts';
import { counts, inboxOf, inMinutes, joinUrlOf, oneEach, repeated } from '../support/inbox.ts';
import { ALICE, BOB, CHEN, colleagues, teamOf } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

jest.setTimeout(40_000);

const COLLEAGUES = colleagues(4);
const EVERYBODY = [ALICE, BOB, CHEN, ...COLLEAGUES];

let world: World;

beforeAll(async () => {
  world = await startWorld({ team: teamOf(COLLEAGUES.length) });
});

afterAll(() => world.close());

const inviting = `@bob @chen ${COLLEAGUES.map(({ name }) => `@${name}`).join(' ')}`;

function roomsOf(title: string) {
  return world.rooms.rooms().filter((room) => room.title?.startsWith(`${title} · `));
}

async function everythingOnce(title: string): Promise<void> {
  await eventually(() => expect(counts(world.slack, EVERYBODY, title)).toEqual(oneEach(EVERYBODY)), 20_000);
  await eventually(() => expect(roomsOf(title)).toHaveLength(1));
}

test.each([
  ['at once', 0],
  ['amber', 15],
  ['beryl', 40],
  ['coral', 80],
  ['drift', 130],
  ['ember', 200],
])('%s: killed %i ms after the answer, it sends everything once after the next start', async (title, delayMs) => {
  const answer = await world.meet(`${title} tomorrow 9am ${inviting}`);
  await sleep(delayMs);
  const ending = await world.program.kill('SIGKILL');
  await world.program.restart();

  expect([answer.status, ending.signal]).toEqual([200, 'SIGKILL']);
  await everythingOnce(title);
});

test('killed again and again while it sends, it still sends everything once', async () => {
  await world.meet(`stubborn tomorrow 9am ${inviting}`);
  for (const delayMs of [30, 10]) {
    await sleep(delayMs);
    await world.program.kill('SIGKILL');
    await world.program.restart();
  }

  await everythingOnce('stubborn');
});

test('a personal link and its participant outlive a crash', async () => {
  await world.meet(`survivor ${inMinutes(9)} @bob`);
  await eventually(() => expect(counts(world.slack, [ALICE, BOB], 'survivor')).toEqual(oneEach([ALICE, BOB])));
  await eventually(() => expect(roomsOf('survivor')).toHaveLength(1));
  const link = joinUrlOf(inboxOf(world.slack, BOB, 'survivor').cards[0]);
  const before = await pressJoin(link);

  await world.program.kill('SIGKILL');
  await world.program.restart();
  const after = await pressJoin(link);

  expect([before.status, after.status]).toEqual([200, 200]);
  expect(world.rooms.participants(roomsOf('survivor')[0]?.id ?? '').map(({ name }) => name)).toEqual([BOB.realName]);
});

test.each(['SIGTERM', 'SIGINT'] as const)(
  'on %s it ends what it began, exits with 0 in time, and sends the rest after the next start',
  async (signal) => {
    const title = `stopped by ${signal}`;
    // So slow that the signal comes while the first messages are on their way and the others wait.
    for (let count = 0; count < 4; count++) {
      world.slack.fault({ method: 'chat.postMessage', play: { kind: 'slow', ms: 700 } });
    }
    await world.meet(`${title} tomorrow 9am ${inviting}`);
    await sleep(300);

    const startedAt = performance.now();
    const ending = await world.program.kill(signal);
    const tookMs = performance.now() - startedAt;

    expect(ending).toEqual({ code: 0, signal: null });
    expect(tookMs).toBeLessThan(10_000);
    expect(world.slack.calls().filter(({ outcome }) => outcome === 'pending')).toEqual([]);
    await world.program.restart();
    await everythingOnce(title);
  },
);

test('a command that is on its way when SIGTERM comes is answered', async () => {
  world.slack.fault({ method: 'users.info', channel: CHEN.id, play: { kind: 'slow', ms: 400 } });
  const answered = world.meet('last call tomorrow 9am @chen', CHEN);
  await sleep(150);

  const ending = await world.program.kill('SIGTERM');
  await world.program.restart();

  expect((await answered).status).toBe(200);
  expect(ending.code).toBe(0);
});

test('after all these ends nobody has anything twice, and nothing was done that a good app does not do', async () => {
  await world.quiet(1_200);

  const titles = world.rooms.rooms().map(({ title }) => title);
  expect(titles).toHaveLength(new Set(titles).size);
  expect(repeated(world.slack, EVERYBODY)).toEqual([]);
  world.expectClean();
});
