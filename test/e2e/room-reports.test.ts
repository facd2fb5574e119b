import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { openSqliteStore } from '../../src/adapters/sqlite/documents.ts';
import { systemClock } from '../../src/adapters/system-clock.ts';
import { openCollections } from '../../src/composition/collections.ts';
import { attendanceOf, stateOf } from '../../src/domain/attendance.ts';
import type { Session } from '../../src/domain/session.ts';
import { pressJoin } from '../support/door-client.ts';
import { eventually } from '../support/eventually.ts';
import { inboxOf, inMinutes, joinUrlOf } from '../support/inbox.ts';
import { ALICE, BOB } from '../support/people.ts';
import { runTool } from '../support/run-tool.ts';
import { startWorld, type World } from '../support/world.ts';

jest.setTimeout(40_000);

let world: World;

beforeAll(async () => {
  world = await startWorld();
  const { code, stderr } = await runTool('webhooks', [], { ...world.settings, PUBLIC_URL: world.program.url });
  if (code !== 0) throw new Error(stderr);
});
afterAll(() => world.close());

/** The token that the door gives to this person. */
async function tokenOf(person: typeof ALICE, title: string): Promise<string> {
  return eventually(async () => {
    const { body } = await pressJoin(joinUrlOf(inboxOf(world.slack, person, title).cards[0]));
    expect(body['authToken']).toMatch(/^ey/);
    return String(body['authToken']);
  });
}

/** The one session that is stored, read beside the program that serves. */
async function storedSession(): Promise<Session | undefined> {
  const store = await openSqliteStore({ directory: world.dataFolder });
  try {
    const { rooms, sessions } = await openCollections(store);
    const [{ id = '' } = {}] = world.rooms.rooms();
    const room = await rooms.ofService(id);
    return room ? await sessions.get(room.meeting, room.occurrence) : undefined;
  } finally {
    await store.close();
  }
}

test('who comes through the door is known to be in, also after a crash, until everybody has left', async () => {
  await world.meet(`standup ${inMinutes(9)} @bob`);
  const [alice, bob] = [await tokenOf(ALICE, 'standup'), await tokenOf(BOB, 'standup')];
  const [room] = world.rooms.rooms();

  expect([world.rooms.join(alice), world.rooms.join(bob)]).toEqual(['joined', 'joined']);
  const recording = world.rooms.startRecording(room?.id ?? '') ?? '';
  await world.rooms.postsSettled();
  const during = await storedSession();
  await world.program.kill('SIGKILL');
  world.rooms.leave(bob);
  await world.program.restart();
  world.rooms.endSession(room?.id ?? '');
  world.rooms.finishRecording(recording);
  await world.rooms.postsSettled();
  const after = await storedSession();

  const states = [during, after].map((session) => session && stateOf(session).kind);
  const people = after ? attendanceOf(after, systemClock.now()) : [];
  expect(states).toEqual(['live', 'over']);
  expect(people.map(({ isInSince }) => isInSince)).toEqual([null, null]);
  expect(after?.recordings).toMatchObject([{ id: recording, status: 'ready' }]);
  world.expectClean();
  expect(world.rooms.posts().map(({ answers }) => answers.at(-1))).toEqual(world.rooms.posts().map(() => 200));
});

test('what somebody else sends is refused', async () => {
  const [post] = world.rooms.posts();
  const headers = { 'rtk-signature': post?.signature ?? '', 'rtk-uuid': 'another' };
  const url = `${world.program.url}/webhooks/rooms`;

  const forged = await fetch(url, { method: 'POST', headers, body: `${post?.body} ` });
  const replayed = await fetch(url, { method: 'POST', headers, body: post?.body ?? '' });

  expect([forged.status, replayed.status]).toEqual([401, 200]);
  expect((await storedSession())?.runs).toHaveLength(1);
});
