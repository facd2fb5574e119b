import { expect, test } from '@jest/globals';
import type { DateTime } from 'luxon';
import type { Meeting } from '../../../src/domain/meeting.ts';
import { planAgendaEdits } from '../../../src/domain/plan/agenda-edits.ts';
import { planContext } from '../../../src/domain/plan/context.ts';
import type { AgendaPlace } from '../../../src/domain/seat.ts';
import { aMeeting, BOB, idOf } from '../../support/a-meeting.ts';
import { aSeat, RULES } from '../../support/a-seat.ts';

const standup = aMeeting();
const { startsAt, endsAt } = standup;
const sentAt = startsAt.minus({ hours: 2 });
const place: AgendaPlace = {
  channel: 'D1',
  ts: '1.000001',
  startsAt,
  linkVersion: 1,
  day: '2026-03-03',
  at: sentAt,
};

/** What is planned for the agenda that Bob was sent at seven. */
function editsOf(changes: Partial<Meeting>, now: DateTime = sentAt, agendas = [place]) {
  const meeting = aMeeting(changes);
  const seats = [aSeat(meeting, BOB, { agendas })];
  return planAgendaEdits(planContext({ meeting, seats, rooms: [], now, rules: RULES }));
}

test('an agenda that shows what is so is left alone', () => {
  expect(editsOf({})).toEqual([]);
  expect(editsOf({ title: 'Sync', sequence: 1 }, endsAt)).toEqual([]);
});

test.each<[string, Partial<Meeting>, DateTime, string]>([
  ['is over', {}, endsAt.plus({ minutes: 15 }), `over-${endsAt.toMillis()}`],
  [
    'was moved',
    { startsAt: startsAt.plus({ hours: 1 }), endsAt: endsAt.plus({ hours: 1 }), sequence: 1 },
    sentAt,
    'changed-1',
  ],
  ['was cancelled', { status: 'cancelled', sequence: 1 }, sentAt, 'changed-1'],
  ['was taken back', { status: 'withdrawn', sequence: 1 }, sentAt, 'changed-1'],
])('an agenda is edited at once where a meeting in it %s', (_, changes, now, why) => {
  expect(editsOf(changes, now)).toEqual([
    {
      workspace: standup.workspace,
      meeting: standup.id,
      occurrence: 'once',
      invitee: idOf(standup, BOB),
      kind: 'agenda-edit',
      cause: `1.000001 ${sentAt.toMillis()} ${why}`,
      dueAt: now,
    },
  ]);
});

test('what was shown anew calls for another edit', () => {
  const again = { ...place, at: sentAt.plus({ seconds: 1 }) };
  const causes = [[place], [again]].map((agendas) => editsOf({ status: 'cancelled' }, sentAt, agendas)[0]?.cause);

  expect(new Set(causes).size).toBe(2);
});
