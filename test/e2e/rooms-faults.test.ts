import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Fault } from '../../src/sandbox/rooms-simulator/fault-plan.ts';
import { pressJoin } from '../support/door-client.ts';
import { eventually } from '../support/eventually.ts';
import { counts, inboxOf, inMinutes, joinUrlOf, oneEach, repeated } from '../support/inbox.ts';
import { ALICE, BOB, CHEN } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

const THREE = [ALICE, BOB, CHEN];

let world: World;

beforeAll(async () => {
  world = await startWorld();
});

afterAll(() => world.close());

function roomsOf(title: string) {
  return world.rooms.rooms().filter((room) => room.title?.startsWith(`${title} · `));
}

function meetNow(title: string) {
  return world.meet(`${title} ${inMinutes(9)} @bob @chen`);
}

function linkOf(title: string): string {
  return joinUrlOf(inboxOf(world.slack, BOB, title).cards[0]);
}

const creating = (play: Fault['play']): Fault => ({ operation: 'create-meeting', play });

test.each<[title: string, what: string, fault: Fault]>([
  ['broken', 'answers 500', creating({ kind: 'status', status: 500 })],
  ['busy', 'answers 429', creating({ kind: 'status', status: 429, retryAfterSeconds: 1 })],
  ['picky', 'answers 422', creating({ kind: 'status', status: 422 })],
  ['deaf', 'is cut off before it made the room', creating({ kind: 'lost-before' })],
  ['mute', 'is cut off after it made the room', creating({ kind: 'lost-after' })],
  ['garbled', 'makes the room and answers with a page', creating({ kind: 'garbage' })],
  ['silent', 'never answers', creating({ kind: 'hang' })],
])('%s: when the video service %s, the invitations go out, and who presses soon gets in', async (title, _, fault) => {
  world.rooms.fault(fault);

  const answer = await meetNow(title);

  expect(answer.ackMs).toBeLessThan(3_000);
  await eventually(() => expect(counts(world.slack, [BOB, CHEN], title)).toEqual(oneEach([BOB, CHEN])));
  await eventually(() =>
    expect(world.rooms.calls('create-meeting').map(({ outcome }) => outcome)).toContain(fault.play.kind),
  );
  const admitted = await eventually(async () => {
    const { status, headers, body } = await pressJoin(linkOf(title));
    // As the page does, or the link's own limit would be met.
    await sleep(1_000 * Number(headers.get('retry-after') ?? 0));
    expect(status).toBe(200);
    return body;
  });
  expect(admitted).toEqual({ sdk: 'demo', authToken: world.rooms.tokens().at(-1)?.token });
});

test('the room comes later by itself, too', async () => {
  world.rooms.fault(creating({ kind: 'status', status: 500 }));

  await meetNow('patient');

  await eventually(() => expect(roomsOf('patient')).toHaveLength(1));
});

test('when the video service does not know our key, the organizer is told once, and the room comes once it does', async () => {
  world.rooms.fault({ operation: 'create-meeting', times: 2, play: { kind: 'status', status: 401 } });

  await world.meet('locked out tomorrow 9am @bob @chen');

  await eventually(() => expect(inboxOf(world.slack, ALICE, 'locked out').notices).toHaveLength(1));
  expect(inboxOf(world.slack, ALICE, 'locked out').notices[0]?.text).toMatch(
    /video room for “locked out” could not be made.*The meeting stands.*reference `[0-9a-f]{15}`/,
  );
  await eventually(() => expect(roomsOf('locked out')).toHaveLength(1));
  await world.quiet();
  expect(counts(world.slack, THREE, 'locked out')).toEqual([
    { name: ALICE.name, cards: 1, files: 1, notices: 1 },
    ...oneEach([BOB, CHEN]),
  ]);
});

test.each<[title: string, what: string, play: Fault['play'], wait: number]>([
  ['ajar', 'answers 500', { kind: 'status', status: 500 }, 1],
  ['bolted', 'answers 401', { kind: 'status', status: 401 }, 1],
  ['crowded', 'answers 429', { kind: 'status', status: 429, retryAfterSeconds: 3 }, 3],
  ['draughty', 'is cut off', { kind: 'lost-before' }, 1],
  ['shut', 'never answers', { kind: 'hang' }, 1],
])(
  '%s: when the video service %s at the door, the person is told to try again, and then gets in',
  async (title, _, play, wait) => {
    await meetNow(title);
    await eventually(() => expect(roomsOf(title)).toHaveLength(1));
    await eventually(() => expect(counts(world.slack, [BOB], title)).toEqual(oneEach([BOB])));
    world.rooms.fault({ operation: 'add-participant', play });

    const refused = await pressJoin(linkOf(title));
    // Told to slow down, we leave the service alone for as long as it said.
    if (title === 'crowded') await sleep(wait * 1_000);
    const admitted = await pressJoin(linkOf(title));

    expect(refused.status).toBe(503);
    expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(refused.body).toEqual({
      type: 'urn:convene:problem:room_unavailable',
      code: 'room_unavailable',
      status: 503,
      title: expect.any(String),
      detail: expect.any(String),
      ...(title === 'bolted' && { isLasting: true }),
    });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(wait);
    expect(admitted.status).toBe(200);
    expect(world.rooms.participants(roomsOf(title)[0]?.id ?? '').map(({ name }) => name)).toEqual([BOB.realName]);
  },
);

test('when the answer about a new participant is lost, the person gets in all the same, once', async () => {
  await meetNow('lost participant');
  await eventually(() => expect(roomsOf('lost participant')).toHaveLength(1));
  await eventually(() => expect(counts(world.slack, [BOB], 'lost participant')).toEqual(oneEach([BOB])));
  world.rooms.fault({ operation: 'add-participant', play: { kind: 'lost-after' } });

  const { status } = await pressJoin(linkOf('lost participant'));

  expect(status).toBe(200);
  expect(world.rooms.participants(roomsOf('lost participant')[0]?.id ?? '')).toHaveLength(1);
});

test('after all these faults nobody has anything twice, and nothing was done that a good app does not do', async () => {
  await world.quiet(2_200);

  const titles = world.rooms.rooms().map(({ title }) => title);
  expect(titles).toHaveLength(new Set(titles).size);
  expect(repeated(world.slack, THREE)).toEqual([]);
  world.expectClean();
});
