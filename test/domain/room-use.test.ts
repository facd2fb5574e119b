import { expect, test } from '@jest/globals';
import { attendanceNote } from '../../src/domain/attendance-note.ts';
import { ONLY_OCCURRENCE, occurrenceOf } from '../../src/domain/occurrence.ts';
import { useOf } from '../../src/domain/room-use.ts';
import type { PartStat } from '../../src/domain/seat.ts';
import { freshSession, heard, type Session } from '../../src/domain/session.ts';
import { AGREED_AT, ALICE, aMeeting, BOB, CHEN, idOf, STANDUP } from '../support/a-meeting.ts';
import { aSeat, RULES } from '../support/a-seat.ts';

const meeting = aMeeting();
const { startsAt } = meeting;
const occurrence = occurrenceOf(meeting, ONLY_OCCURRENCE);
if (!occurrence) throw new Error('it takes place');
const at = (minutes: number) => startsAt.plus({ minutes });

/** Who came and left when, in minutes after the start; null for who is still in. */
type Stay = readonly [who: typeof BOB, from: number, until: number | null];

/** Each list of stays is one run, over when everybody has left. */
function sessionOf(...runs: readonly (readonly Stay[])[]): Session {
  const events = runs.flatMap((stays, index) => {
    const run = `run-${index}`;
    const moves = stays.flatMap(([who, from, until]) => {
      const peer = { run, peer: who, person: idOf(meeting, who) };
      return [
        { kind: 'joined' as const, ...peer, at: at(from) },
        ...(until === null ? [] : [{ kind: 'left' as const, ...peer, at: at(until) }]),
      ];
    });
    const ends = stays.map(([, , until]) => until);
    const last = ends.includes(null) ? null : Math.max(...ends.map(Number));
    return [
      { kind: 'started' as const, run, at: at(Math.min(...stays.map(([, from]) => from))) },
      ...moves,
      ...(last === null ? [] : [{ kind: 'ended' as const, run, at: at(last) }]),
    ];
  });
  return events.reduce(heard, freshSession(STANDUP, ONLY_OCCURRENCE));
}

test.each<[string, Session, { inside: (typeof BOB)[]; held: [number, number] | null }]>([
  ['nobody came', sessionOf(), { inside: [], held: null }],
  ['somebody is in', sessionOf([[BOB, -2, null]]), { inside: [BOB], held: null }],
  [
    'everybody has left',
    sessionOf([
      [BOB, -2, 20],
      [CHEN, 1, 27],
    ]),
    { inside: [], held: [0, 27] },
  ],
  ['it began late', sessionOf([[BOB, 5, 20]]), { inside: [], held: [5, 20] }],
  ['a host looked in early and left', sessionOf([[ALICE, -25, -24]]), { inside: [], held: null }],
  [
    'a host looked in early and came back',
    sessionOf([[ALICE, -25, -24]], [[ALICE, 1, 9]]),
    { inside: [], held: [1, 9] },
  ],
  [
    'a host is in since the door opened, by a clock that is behind',
    sessionOf([[ALICE, -31, null]]),
    { inside: [ALICE], held: null },
  ],
  [
    'a host is in since the door opened, by a clock that is ahead',
    sessionOf([[ALICE, -29, null]]),
    { inside: [ALICE], held: null },
  ],
  [
    'somebody is in since before the door opened by any clock',
    sessionOf([[ALICE, -31.1, null]]),
    { inside: [], held: null },
  ],
  ['it was held, by a clock that is behind', sessionOf([[BOB, -31, 19]]), { inside: [], held: [0, 19] }],
  ['it was held, by a clock that is ahead', sessionOf([[BOB, -29, 21]]), { inside: [], held: [0, 21] }],
  ['they came back into another room', sessionOf([[BOB, 0, 10]], [[BOB, 12, null]]), { inside: [BOB], held: null }],
  ['it was held the day before, and has moved', sessionOf([[BOB, -1_440, -1_430]]), { inside: [], held: null }],
])('of a room it is known whether %s', (_, session, { inside, held }) => {
  const use = useOf(session, occurrence, RULES);

  expect(use.inside).toEqual(inside.map((user) => idOf(meeting, user)));
  expect(use.held && [use.held.from.toMillis(), use.held.until.toMillis()]).toEqual(
    held?.map((minutes) => at(minutes).toMillis()) ?? null,
  );
});

/** The note in short, where these people had answered. */
function noteOf(session: Session, answers: readonly (readonly [typeof BOB, PartStat])[] = []) {
  const seats = answers.map(([user, is]) => aSeat(meeting, user, { answer: { is, at: AGREED_AT, startsAt } }));
  const note = attendanceNote(meeting, occurrence as never, session, seats, at(45), RULES);
  return (
    note && {
      came: note.came.map(({ who, minutesLate, minutesEarly }) => [who.user, minutesLate, minutesEarly]),
      organizerCame: note.organizerCame,
      missing: note.missing.map(({ user }) => user),
    }
  );
}

test.each<[string, ReturnType<typeof noteOf>, ReturnType<typeof noteOf>]>([
  ['nothing where the room was not used', noteOf(sessionOf(), [[BOB, 'ACCEPTED']]), null],
  ['nothing where the organizer was alone and expected nobody', noteOf(sessionOf([[ALICE, 0, 10]])), null],
  [
    'who was on time, and who said yes and did not come',
    noteOf(
      sessionOf([
        [ALICE, 0, 30],
        [BOB, 2, 30],
      ]),
      [[CHEN, 'ACCEPTED']],
    ),
    { came: [[BOB, 0, 0]], organizerCame: true, missing: [CHEN] },
  ],
  [
    'not who had declined',
    noteOf(sessionOf([[BOB, 0, 30]]), [[CHEN, 'DECLINED']]),
    { came: [[BOB, 0, 0]], organizerCame: false, missing: [] },
  ],
  [
    'who was late, and who left early',
    noteOf(
      sessionOf([
        [ALICE, 0, 30],
        [BOB, 3, 30],
        [CHEN, 0, 20],
      ]),
    ),
    {
      came: [
        [CHEN, 0, 10],
        [BOB, 3, 0],
      ],
      organizerCame: true,
      missing: [],
    },
  ],
  [
    'nobody who left early, when all did',
    noteOf(
      sessionOf([
        [ALICE, 0, 12],
        [BOB, 0, 12],
      ]),
    ),
    { came: [[BOB, 0, 0]], organizerCame: true, missing: [] },
  ],
  ['nobody of another day', noteOf(sessionOf([[BOB, -1_440, -1_430]]), [[CHEN, 'ACCEPTED']]), null],
])('the organizer is told %s', (_, note, expected) => {
  expect(note).toEqual(expected);
});
