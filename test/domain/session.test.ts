import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DateTime } from 'luxon';
import { attendanceOf, stateOf, whoIsIn } from '../../src/domain/attendance.ts';
import type { InviteeId } from '../../src/domain/ids.ts';
import {
  freshSession,
  heard,
  MOST_PEERS,
  type Recording,
  type Session,
  type SessionEvent,
  without,
} from '../../src/domain/session.ts';
import { AGREED_AT, STANDUP } from '../support/a-meeting.ts';

const bob = 'bob' as InviteeId;
const chen = 'chen' as InviteeId;
const at = (minute: number): DateTime => AGREED_AT.plus({ minutes: minute });

const started = (run: string, minute: number): SessionEvent => ({ kind: 'started', run, at: at(minute) });
const ended = (run: string, minute: number): SessionEvent => ({ kind: 'ended', run, at: at(minute) });
const joined = (person: InviteeId, minute: number, peer = `${person}’s laptop`, run = 'r1'): SessionEvent => ({
  ...{ kind: 'joined', run, peer, person, at: at(minute) },
});
const left = (person: InviteeId, minute: number, peer = `${person}’s laptop`, run = 'r1'): SessionEvent => ({
  ...{ kind: 'left', run, peer, person, at: at(minute) },
});
const toldOf = (...events: SessionEvent[]) => events.reduce(heard, freshSession(STANDUP, 'once'));

/** In minutes: came, in since, left last, in total. */
function told(person: InviteeId, ...events: SessionEvent[]) {
  const one = attendanceOf(toldOf(...events), at(60)).find((each) => each.person === person);
  const minute = (instant: DateTime | null) => instant?.diff(at(0)).as('minutes') ?? null;
  return one && [minute(one.firstCameAt), minute(one.isInSince), minute(one.lastLeftAt), one.total.as('minutes')];
}

describe('one person', () => {
  test.each<[string, SessionEvent[], unknown]>([
    ['is in since they joined', [joined(bob, 5)], [5, 5, null, 55]],
    ['was in until they left', [joined(bob, 5), left(bob, 25)], [5, null, 25, 20]],
    ['was in, where their leaving is heard of first', [left(bob, 25), joined(bob, 5)], [5, null, 25, 20]],
    ['came back', [joined(bob, 5), left(bob, 25), joined(bob, 30)], [5, 30, null, 50]],
    ['came back, heard backwards', [joined(bob, 30), left(bob, 25), joined(bob, 5)], [5, 30, null, 50]],
    ['came back on another device', [joined(bob, 5), left(bob, 25), joined(bob, 40, 'phone')], [5, 40, null, 40]],
    [
      'is in while one of their devices is',
      [joined(bob, 5), joined(bob, 10, 'phone'), left(bob, 25)],
      [5, 5, null, 55],
    ],
    [
      'is counted once while two devices are in',
      [joined(bob, 0), joined(bob, 10, 'phone'), left(bob, 20), left(bob, 30, 'phone')],
      [0, null, 30, 30],
    ],
    ['went when it ended', [started('r1', 0), joined(bob, 5), ended('r1', 30)], [5, null, 30, 25]],
    [
      'went when they went, heard of after the end',
      [joined(bob, 5), ended('r1', 30), left(bob, 29)],
      [5, null, 29, 24],
    ],
    ['who joined twice without leaving left once', [joined(bob, 5), joined(bob, 8), left(bob, 25)], [5, null, 25, 20]],
    ['is in a later run', [joined(bob, 5), ended('r1', 30), joined(bob, 40, 'laptop', 'r2')], [5, 40, null, 45]],
    ['is nowhere if nobody saw them come', [left(bob, 25)], undefined],
  ])('%s', (_, events, expected) => {
    expect(told(bob, ...events)).toEqual(expected);
  });
});

describe('the room', () => {
  test.each<[string, SessionEvent[], unknown]>([
    ['is unused at first', [], { kind: 'unused' }],
    ['is live once it started', [started('r1', 3)], { kind: 'live', startedAt: at(3) }],
    ['is live once somebody came', [joined(bob, 3)], { kind: 'live', startedAt: at(3) }],
    ['is over', [started('r1', 3), ended('r1', 30)], { kind: 'over', startedAt: at(3), endedAt: at(30) }],
    [
      'is over, heard backwards',
      [ended('r1', 30), started('r1', 3)],
      { kind: 'over', startedAt: at(3), endedAt: at(30) },
    ],
    ['is over, and nobody knows since when', [ended('r1', 30)], { kind: 'over', startedAt: null, endedAt: at(30) }],
    [
      'stays over when somebody is told of late',
      [ended('r1', 30), joined(bob, 3)],
      { kind: 'over', startedAt: at(3), endedAt: at(30) },
    ],
    [
      'is live again in another run',
      [started('r1', 3), ended('r1', 30), started('r2', 40)],
      { kind: 'live', startedAt: at(3) },
    ],
    [
      'is over with its last run',
      [ended('r2', 50), ended('r1', 30)],
      { kind: 'over', startedAt: null, endedAt: at(50) },
    ],
    [
      'ended when that was first said',
      [ended('r1', 31), ended('r1', 30)],
      { kind: 'over', startedAt: null, endedAt: at(30) },
    ],
  ])('%s', (_, events, expected) => {
    expect(stateOf(toldOf(...events))).toEqual(expected);
  });

  test('has those in it who have not left, the longest first', () => {
    expect(
      whoIsIn(toldOf(joined(chen, 9), joined(bob, 5), joined('dan' as InviteeId, 1), left('dan' as InviteeId, 2))),
    ).toEqual([
      { person: bob, since: at(5) },
      { person: chen, since: at(9) },
    ]);
  });

  test('has nobody in it when it is over, whoever was not seen to leave', () => {
    expect(whoIsIn(toldOf(joined(chen, 9), joined(bob, 5), ended('r1', 30)))).toEqual([]);
  });

  test('knows nothing of a person who is taken out', () => {
    expect(without(toldOf(joined(bob, 5), joined(chen, 9)), bob)).toEqual({
      ...toldOf(joined(chen, 9)),
    });
  });
});

describe('a recording', () => {
  const recorded = (status: Recording['status'], changes: Partial<Recording> = {}): SessionEvent => ({
    kind: 'recorded',
    recording: { id: 'rec', status, startedAt: at(1), stoppedAt: null, ...changes },
  });

  test.each<[string, SessionEvent[], Recording['status']]>([
    ['gets ready', [recorded('recording'), recorded('uploading'), recorded('ready')], 'ready'],
    ['stays ready', [recorded('ready'), recorded('uploading'), recorded('recording')], 'ready'],
    ['stays failed', [recorded('failed'), recorded('uploading')], 'failed'],
  ])('%s', (_, events, status) => {
    expect(toldOf(...events).recordings).toMatchObject([{ id: 'rec', status, startedAt: at(1) }]);
  });

  test('is one of several', () => {
    const two = toldOf(recorded('ready', { id: 'b' }), recorded('recording', { id: 'a', stoppedAt: at(9) }));

    expect(two.recordings).toMatchObject([
      { id: 'a', status: 'recording', stoppedAt: at(9) },
      { id: 'b', status: 'ready', stoppedAt: null },
    ]);
  });
});

test('somebody who comes and goes without end is written down only so often', () => {
  const restless = Array.from({ length: 150 }, (_, n) => joined(bob, n));
  const ghosts = Array.from({ length: 150 }, (_, n) => joined(chen, 1, `device ${n}`));
  const full: Session = {
    ...freshSession(STANDUP, 'once'),
    peers: Array.from({ length: MOST_PEERS }, (_, n) => ({
      ...{ id: `r1/${n}`, run: 'r1', person: chen, joinedAt: [at(0)], leftAt: [] },
    })),
  };

  expect(toldOf(...restless).peers[0]?.joinedAt).toHaveLength(100);
  expect(ghosts.reduce(heard, full).peers).toHaveLength(MOST_PEERS);
});

const anEvent = fc.oneof(
  fc.record({ kind: fc.constantFrom('started', 'ended'), run: fc.constantFrom('r1', 'r2') }),
  fc.record({
    kind: fc.constantFrom('joined', 'left'),
    run: fc.constantFrom('r1', 'r2'),
    peer: fc.constantFrom('p1', 'p2'),
    person: fc.constantFrom(bob, chen),
  }),
);
const story = fc.array(fc.tuple(anEvent, fc.nat(9)), { maxLength: 12 }).map((parts) =>
  parts.map(([event, minute]) => ({
    ...event,
    // A device belongs to one person.
    ...('peer' in event && { peer: `${event.person} ${event.peer}` }),
    at: at(minute),
  })),
);

test('reports lead to the same session in whatever order and however often they come', () => {
  const shuffled = story.chain((events) =>
    fc.tuple(fc.constant(events), fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 })),
  );

  fc.assert(
    fc.property(shuffled, ([events, again]) => {
      expect(toldOf(...(again as SessionEvent[]))).toEqual(toldOf(...(events as SessionEvent[])));
    }),
  );
});

test('a report that was heard before changes nothing', () => {
  fc.assert(
    fc.property(story, (events) => {
      const session = toldOf(...(events as SessionEvent[]));
      for (const event of events as SessionEvent[]) expect(heard(session, event)).toBe(session);
    }),
  );
});
