import { expect, test } from '@jest/globals';
import { type DateTime, Duration } from 'luxon';
import type { SlackUserId } from '../../../src/domain/ids.ts';
import type { Meeting } from '../../../src/domain/meeting.ts';
import { planContext } from '../../../src/domain/plan/context.ts';
import { planReminders } from '../../../src/domain/plan/reminders.ts';
import { planStartings } from '../../../src/domain/plan/startings.ts';
import type { PartStat, Seat } from '../../../src/domain/seat.ts';
import { AGREED_AT, ALICE, aMeeting, anInvitee, BOB, berlin, CHEN, idOf } from '../../support/a-meeting.ts';
import { aSeat, RULES } from '../../support/a-seat.ts';

const rules = { ...RULES, remindsBefore: Duration.fromObject({ minutes: 10 }) };
const { id } = aMeeting();
const justBob = { organizer: BOB, invitees: [anInvitee(id, BOB, { role: 'host' })] };
const daily = { rule: { freq: 'DAILY' as const, interval: 1 }, changes: [] };

interface Given {
  readonly meeting?: Partial<Meeting>;
  readonly seat?: Partial<Seat>;
  readonly now?: DateTime;
  readonly minutes?: number;
}

/** When Bob, who is alone in it unless said otherwise, is reminded. */
function remindedAt({ meeting: changes = {}, seat, now = AGREED_AT, minutes }: Given): string[] {
  const meeting = aMeeting({ ...justBob, ...changes });
  const seats = seat ? [aSeat(meeting, BOB, seat)] : [];
  const reminderMinutes = new Map<SlackUserId, number>(minutes === undefined ? [] : [[BOB, minutes]]);
  const context = planContext({ meeting, seats, rooms: [], now, rules, reminderMinutes });
  return planReminders(context).map(({ dueAt }) => dueAt.setZone('Europe/Berlin').toFormat('MM-dd HH:mm'));
}

const start = aMeeting().startsAt;
const answered = (is: PartStat) => ({ answer: { is, at: AGREED_AT, startsAt: start } });
const changedAt = start.minus({ minutes: 9 });

test.each<[string, Given, string[]]>([
  ['ten minutes before the start', {}, ['03-03 08:50']],
  ['as long before as the person chose', { minutes: 60 }, ['03-03 08:00']],
  ['not at all where the person chose so', { minutes: 0 }, []],
  ['not where the meeting is cancelled', { meeting: { status: 'cancelled' } }, []],
  ['not where it was taken back', { meeting: { status: 'withdrawn' } }, []],
  ['also who has said perhaps', { seat: answered('TENTATIVE') }, ['03-03 08:50']],
  ['not who declined', { seat: answered('DECLINED') }, []],
  [
    'also who declined another start',
    { seat: { answer: { is: 'DECLINED', at: AGREED_AT, startsAt: start.minus({ days: 1 }) } } },
    ['03-03 08:50'],
  ],
  ['not when it was agreed on later than that', { meeting: { changedAt, sendsAt: changedAt }, now: changedAt }, []],
  ['not before the invitations go out', { meeting: { sendsAt: changedAt } }, []],
  ['late, when nobody could plan before', { now: start.minus({ minutes: 2 }) }, ['03-03 08:50']],
  ['never after the start', { now: start }, []],
  ['not of a start that they were reminded of, whenever', { seat: { remindedOf: start }, minutes: 5 }, []],
  [
    'again when they put it off',
    { seat: { remindedOf: start, snoozedUntil: start.minus({ minutes: 4 }) } },
    ['03-03 08:56'],
  ],
  ['not again at the start', { seat: { remindedOf: start, snoozedUntil: start } }, []],
  [
    'not again when it was moved to another day since',
    { seat: { remindedOf: start.minus({ days: 1 }), snoozedUntil: start.minus({ days: 1, minutes: 4 }) } },
    ['03-03 08:50'],
  ],
  ['before each run in reach', { meeting: { series: daily } }, ['03-03 08:50', '03-04 08:50']],
  [
    'at the hour that the clocks show, also when they have changed',
    {
      meeting: { series: daily, startsAt: berlin('2026-03-20T09:00'), endsAt: berlin('2026-03-20T09:30') },
      now: berlin('2026-03-28T12:00'),
    },
    ['03-29 08:50', '03-30 08:50'],
  ],
  [
    'in time that passes, where the clocks change in between',
    {
      meeting: { startsAt: berlin('2026-03-29T03:05'), endsAt: berlin('2026-03-29T03:30') },
      now: berlin('2026-03-28T12:00'),
    },
    ['03-29 01:55'],
  ],
  [
    'of a run that was moved at its own time, and of none that is cancelled',
    {
      meeting: {
        series: {
          ...daily,
          changes: [
            {
              key: '20260303T080000Z',
              kind: 'moved',
              startsAt: berlin('2026-03-03T15:00'),
              endsAt: berlin('2026-03-03T15:30'),
            },
            { key: '20260304T080000Z', kind: 'cancelled' },
          ],
        },
      },
    },
    ['03-03 14:50'],
  ],
])('somebody is reminded: %s', (_, given, expected) => {
  expect(remindedAt(given)).toEqual(expected);
});

test('guests by mail and who was taken off are not reminded in Slack', () => {
  const guest = anInvitee(id, 'zoe@example.org' as SlackUserId, { user: null, email: 'zoe@example.org' });
  const meeting = aMeeting({ invitees: [...justBob.invitees, guest], organizer: BOB, former: [anInvitee(id, CHEN)] });
  const planned = planReminders(planContext({ meeting, seats: [], rooms: [], now: AGREED_AT, rules }));

  expect(planned.map(({ invitee }) => invitee)).toEqual([idOf(meeting, BOB)]);
});

test('the start is told to who said yes, and to the organizer', () => {
  const meeting = aMeeting();
  const toldWith = (is: PartStat, now = AGREED_AT) =>
    planStartings(planContext({ meeting, seats: [aSeat(meeting, BOB, answered(is))], rooms: [], now, rules })).map(
      ({ invitee, dueAt, cause }) => ({ invitee, at: dueAt.toMillis(), cause }),
    );
  const at = { at: start.toMillis(), cause: String(start.toMillis()) };

  expect(toldWith('ACCEPTED')).toEqual([
    { invitee: idOf(meeting, ALICE), ...at },
    { invitee: idOf(meeting, BOB), ...at },
  ]);
  expect(toldWith('TENTATIVE')).toEqual([{ invitee: idOf(meeting, ALICE), ...at }]);
  expect(toldWith('ACCEPTED', start)).toEqual([]);
});
