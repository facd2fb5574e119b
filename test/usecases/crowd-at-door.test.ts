import { afterEach, expect, test } from '@jest/globals';
import { makeRoomsApi } from '../../src/adapters/rooms-api/client.ts';
import { realtimekit } from '../../src/adapters/rooms-api/dialects.ts';
import { endpointOf } from '../../src/adapters/rooms-api/endpoint.ts';
import { ROOM_SERVICE } from '../../src/domain/gate.ts';
import type { SlackUserId } from '../../src/domain/ids.ts';
import { RoomServiceFault } from '../../src/ports/rooms.ts';
import { startRoomsSimulator } from '../../src/sandbox/rooms-simulator/simulator.ts';
import { makeEnsureRoom } from '../../src/usecases/ensure-room.ts';
import { makeEnterMeeting } from '../../src/usecases/enter-meeting.ts';
import { guardedRooms } from '../../src/usecases/guard-rooms.ts';
import { makeParticipantToken } from '../../src/usecases/participant-token.ts';
import { makeWithholdToken } from '../../src/usecases/withhold-token.ts';
import { ALICE, anInvitee, berlin, STANDUP } from '../support/a-meeting.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { fakeRooms } from '../support/fake-rooms.ts';
import { BROWSER, links, presets, rules, setStageWithMeeting } from './stage.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

/** Alice's meeting with 299 others, about to begin, at a service that takes 250 calls in ten seconds. */
async function setCrowd() {
  const colleagues = Array.from({ length: 299 }, (_, n) => `U0CROWD${String(n).padStart(3, '0')}` as SlackUserId);
  const invitees = [anInvitee(STANDUP, ALICE, { role: 'host' }), ...colleagues.map((user) => anInvitee(STANDUP, user))];
  const stage = await setStageWithMeeting({ invitees });
  const { clock, gates, meeting } = stage;
  clock.set(berlin('2026-03-03T09:00'));
  const simulator = await startRoomsSimulator({
    clock: () => clock.now().toMillis(),
    rateLimit: { calls: 250, seconds: 10 },
  });
  closing.push(simulator.close);
  const endpoint = endpointOf(realtimekit, simulator.credentials.realtimekit, simulator.baseUrls.realtimekit);
  const roomService = guardedRooms(makeRoomsApi(endpoint), { gates, clock, longestWaitMs: 30_000 });
  const enterBy = makeEnterMeeting({
    ...stage,
    rules,
    ensureRoom: makeEnsureRoom({ ...stage, roomService }),
    participantToken: makeParticipantToken({ ...stage, roomService, presets }),
    withholdToken: makeWithholdToken({ ...stage, roomService }),
    sdk: 'realtimekit',
  });
  const all = invitees.map((invitee) => links.urlFor(meeting, invitee).split('/j/')[1] ?? '');
  return {
    ...stage,
    simulator,
    all,
    press: (those: readonly string[]) => Promise.all(those.map((link) => enterBy(link, BROWSER))),
  };
}

test('three hundred who press at once all get in, and the service has to say no to a few calls only', async () => {
  const { simulator, all, press, clock } = await setCrowd();
  const tooMany = () => simulator.calls().filter(({ outcome }) => outcome === 429).length;

  const first = await press(all);
  const waits = first.map((entry) => (!entry.ok && entry.problem.kind === 'room-unavailable' ? entry.problem : null));
  expect(first.filter(({ ok }) => ok).length).toBeGreaterThan(200);
  expect(new Set(waits.map((wait) => wait?.retryAfterSeconds))).toEqual(new Set([undefined, 10]));
  const refused = all.filter((_, index) => waits[index]);
  const asked = simulator.calls().length;
  expect([(await press(refused)).some(({ ok }) => ok), simulator.calls().length]).toEqual([false, asked]);

  clock.advance({ seconds: 10 });
  expect((await press(refused)).every(({ ok }) => ok)).toBe(true);
  expect(tooMany()).toBeLessThanOrEqual(16);
  expect(simulator.rooms()).toHaveLength(1);
}, 60_000);

function setGuarded(longestWaitMs = 1_000) {
  const clock = fakeClock('2026-03-03T08:00:00Z');
  const closed: [string, number][] = [];
  let opensAt: ReturnType<typeof clock.now> | null = null;
  const service = fakeRooms();
  const guarded = guardedRooms(service, {
    clock,
    longestWaitMs,
    gates: {
      opensAt: () => (opensAt && opensAt > clock.now() ? opensAt : null),
      async close({ what }, until) {
        opensAt = until;
        closed.push([what, until.diff(clock.now()).as('seconds')]);
      },
    },
  });
  return { clock, service, guarded, closed };
}

test('a service that says to slow down is left alone for as long as it said', async () => {
  const { clock, service, guarded, closed } = setGuarded();
  service.fail('listPresets', new RoomServiceFault('throttled', 'slow down', { retryAfterSeconds: 7 }));
  const fault = () => guarded.listPresets().catch(({ kind, retryAfterSeconds }) => [kind, retryAfterSeconds]);

  expect(await fault()).toEqual(['throttled', 7]);
  clock.advance({ seconds: 3 });
  expect(await fault()).toEqual(['throttled', 4]);
  expect([closed, service.calls.length]).toEqual([[[ROOM_SERVICE.what, 7]], 1]);
  clock.advance({ seconds: 4 });
  expect(await guarded.listPresets()).toContain('group_call_host');
});

test('any other fault closes nothing', async () => {
  const { service, guarded, closed } = setGuarded();
  service.fail('listPresets', new RoomServiceFault('unavailable', 'down'));
  await expect(guarded.listPresets()).rejects.toMatchObject({ kind: 'unavailable' });

  expect(closed).toEqual([]);
});

test('who waits in vain for a turn is told when to come back, and the service is not to blame', async () => {
  const { service, guarded, closed } = setGuarded(20);
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const sixteen = Array.from({ length: 16 }, () => {
    service.meanwhile('listPresets', () => ended);
    return guarded.listPresets();
  });

  await expect(guarded.listPresets()).rejects.toMatchObject({ kind: 'throttled', retryAfterSeconds: 2 });
  end();
  await Promise.all(sixteen);
  expect([closed, (await guarded.listPresets()).length]).toEqual([[], 2]);
});
