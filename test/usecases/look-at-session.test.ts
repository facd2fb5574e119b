import { expect, test } from '@jest/globals';
import { stateOf, whoIsIn } from '../../src/domain/attendance.ts';
import type { ToldSession, ToldVisit } from '../../src/ports/room-sessions.ts';
import { type RoomFaultKind, RoomServiceFault } from '../../src/ports/rooms.ts';
import { makeLookAtSession } from '../../src/usecases/look-at-session.ts';
import { ALICE, BOB, idOf } from '../support/a-meeting.ts';
import { aRoom } from '../support/a-seat.ts';
import { setStageWithMeeting } from './stage.ts';

/** The standup under way for ten minutes in room r1, of which we have heard nothing, and its door closing an hour after it. */
async function setting(roomId: string | null = 'r1') {
  const stage = await setStageWithMeeting();
  const { meeting, rooms, sessions, clock, meetings, roomService } = stage;
  await rooms.begin(aRoom(meeting, { roomId }));
  const startsAt = meeting.startsAt.toUTC();
  const at = (minute: number) => startsAt.plus({ minutes: minute });
  const last = meeting.endsAt.toUTC().plus({ hours: 1, minutes: 1 });
  clock.set(at(10));
  await meetings.takeDue(clock.now(), clock.now().plus({ days: 1 }));
  const woken: string[] = [];
  const lookAt = makeLookAtSession({ ...stage, wake: () => void woken.push('woken') });
  const visit = (user: typeof BOB, joined: number, left: number | null = null): ToldVisit => ({
    peer: `device of ${user}`,
    personId: idOf(meeting, user),
    joinedAt: at(joined),
    leftAt: left === null ? null : at(left),
  });
  const run = (id: string, started: number, ended: number | null = null): ToldSession => ({
    sessionId: id,
    startedAt: at(started),
    endedAt: ended === null ? null : at(ended),
  });
  return {
    ...stage,
    at,
    last,
    woken,
    visit,
    run,
    use: roomService.useOf('r1'),
    look: (changes: { lostClaims?: number; cause?: string } = {}) =>
      lookAt({
        meeting: meeting.id,
        occurrence: 'once',
        cause: String(meeting.endsAt.toMillis()),
        lostClaims: 0,
        ...changes,
      }),
    session: () => sessions.get(meeting.id, 'once'),
  };
}

test('a look makes up for everything that was not reported, and is repeated a minute later', async () => {
  const { look, use, run, visit, session, at, meeting, meetings, woken } = await setting();
  use.sessions = [{ ...run('run', 0), visits: [visit(ALICE, 0), visit(BOB, 2, 8)] }];
  use.recordings = [{ recordingId: 'rec', status: 'recording', startedAt: at(1), stoppedAt: null }];

  expect(await look()).toEqual({ kind: 'later', at: at(11) });
  const found = await session();
  expect(whoIsIn(found)).toEqual([{ person: idOf(meeting, ALICE), since: at(0) }]);
  expect(found.recordings).toEqual([{ id: 'rec', status: 'recording', startedAt: at(1), stoppedAt: null }]);
  expect([await meetings.nextDueAt(), woken]).toEqual([at(10), ['woken']]);
});

test('a look that finds nothing new writes nothing, unless the one before may have been cut short', async () => {
  const { look, use, run, visit, woken } = await setting();
  use.sessions = [{ ...run('run', 0), visits: [visit(ALICE, 0)] }];
  await look();
  await look();
  expect(woken).toEqual(['woken']);

  await look({ lostClaims: 1 });
  expect(woken).toEqual(['woken', 'woken']);
});

test('an end that was not reported is noticed', async () => {
  const { look, use, run, visit, session, at } = await setting();
  use.sessions = [{ ...run('run', 0), visits: [visit(ALICE, 0)] }];
  await look();
  use.sessions = [{ ...run('run', 0, 9), visits: [visit(ALICE, 0)] }];
  await look();

  expect(stateOf(await session())).toEqual({ kind: 'over', startedAt: at(0), endedAt: at(9) });
});

test('of a run that is known to be over nothing is asked until the last look, which asks for all', async () => {
  const { look, use, run, visit, clock, last, roomService, session, meeting, at } = await setting();
  use.sessions = [{ ...run('run', 0, 5), visits: [visit(ALICE, 0, 5)] }];
  await look();
  use.sessions = [{ ...run('run', 0, 5), visits: [visit(ALICE, 0, 5), visit(BOB, 1, 5)] }];
  const before = roomService.calls.length;
  await look();
  expect(roomService.calls.slice(before)).toEqual(['sessionsOf', 'recordingsOf']);

  clock.set(last);
  expect(await look()).toEqual({ kind: 'done' });
  expect((await session()).peers.map(({ person, joinedAt }) => [person, joinedAt])).toEqual(
    expect.arrayContaining([[idOf(meeting, BOB), [at(1)]]]),
  );
});

test('the service’s own recorder is nobody', async () => {
  const { look, use, run, visit, session } = await setting();
  use.sessions = [{ ...run('run', 0), visits: [{ ...visit(ALICE, 0), personId: null }] }];
  await look();

  expect((await session()).peers).toEqual([]);
});

test('a room that nobody was in costs one question, and one that is not made none', async () => {
  const unused = await setting();
  const unmade = await setting(null);

  expect([await unused.look(), await unmade.look()]).toMatchObject([{ kind: 'later' }, { kind: 'later' }]);
  expect([unused.roomService.calls, unmade.roomService.calls]).toEqual([['sessionsOf'], []]);
});

test('a meeting that is gone, long over or ends at another time now is not looked at', async () => {
  const gone = await setting();
  await gone.meetings.hide(gone.meeting.id, () => true);
  const over = await setting();
  over.clock.set(over.last.plus({ hours: 1, seconds: 1 }));
  const moved = await setting();

  expect([await gone.look(), await over.look(), await moved.look({ cause: '1' })]).toEqual([
    { kind: 'dropped', reason: 'no longer wanted' },
    { kind: 'dropped', reason: 'the meeting is long over' },
    { kind: 'dropped', reason: 'the meeting was moved' },
  ]);
  expect([gone, over, moved].flatMap(({ roomService }) => roomService.calls)).toEqual([]);
});

test.each<[RoomFaultKind, boolean, object]>([
  ['unavailable', false, { kind: 'later' }],
  ['throttled', false, { kind: 'again', reason: 'throttled', throttledForSeconds: 7 }],
  ['unauthorized', false, { kind: 'again', reason: 'unauthorized', throttledForSeconds: null }],
  ['unavailable', true, { kind: 'again', reason: 'unavailable' }],
])('where the service is %s, and it is the last look: %s', async (kind, isLast, outcome) => {
  const { look, roomService, clock, last, session } = await setting();
  if (isLast) clock.set(last);
  roomService.fail('sessionsOf', new RoomServiceFault(kind, 'no', { retryAfterSeconds: 7 }));

  expect(await look()).toMatchObject(outcome);
  expect((await session()).runs).toEqual([]);
});
