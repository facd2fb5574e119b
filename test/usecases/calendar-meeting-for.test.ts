import { describe, expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import { slackFile } from '../../src/calendar/slack-file.ts';
import type { Meeting, OccurrenceChange } from '../../src/domain/meeting.ts';
import { keyOf, occurrencesBetween } from '../../src/domain/occurrence.ts';
import type { Recurrence } from '../../src/domain/recurrence.ts';
import { makeCalendarMeetingFor } from '../../src/usecases/calendar-meeting-for.ts';
import { shownByIcalJs, shownByNodeIcal } from '../calendar/calendars.ts';
import { AGREED_AT, aMeeting, BOB, berlin, inviteeNamed } from '../support/a-meeting.ts';
import { links } from './stage.ts';

const inCalendar = (meeting: Meeting) => makeCalendarMeetingFor(links)(meeting, inviteeNamed(meeting, BOB));

const RULES: readonly Recurrence[] = [
  { freq: 'DAILY', byday: ['TU', 'SA'] },
  { freq: 'WEEKLY', interval: 2, byday: ['TU', 'SU'] },
  { freq: 'WEEKLY', interval: 3, byday: ['MO', 'TU'], count: 9 },
  { freq: 'MONTHLY', byday: ['1TU', '-1FR'] },
  { freq: 'MONTHLY', interval: 2, bymonthday: [3, 31] },
  { freq: 'MONTHLY', bymonthday: [-1, 3], until: '2026-10-31' },
  { freq: 'YEARLY', byday: ['1TU'] },
  { freq: 'YEARLY', bymonthday: [3] },
];

function aSeries(rule: Recurrence, changes: readonly OccurrenceChange[] = []): Meeting {
  return aMeeting({ series: { rule, changes } });
}

/** When the app holds the meeting in its first year. */
function held(meeting: Meeting): { from: number; to: number; spans: { start: number; end: number }[] } {
  const [from, to] = [meeting.startsAt, meeting.startsAt.plus({ years: 1, days: 20 })];
  const spans = occurrencesBetween(meeting, from, to)
    .filter(({ isCancelled }) => !isCancelled)
    .map(({ startsAt, endsAt }) => ({ start: startsAt.toMillis(), end: endsAt.toMillis() }));
  return { from: from.toMillis(), to: to.toMillis(), spans };
}

describe('calendars show a series when the app holds it:', () => {
  test.each(RULES)('%j', (rule) => {
    const meeting = aSeries(rule);
    const { from, to, spans } = held(meeting);

    const { content } = slackFile(inCalendar(meeting), AGREED_AT);
    expect(shownByIcalJs(content, from, to)).toEqual(spans);
    expect(shownByNodeIcal(content, from, to)).toEqual(spans);
  });

  test('with occurrences moved and cancelled, and changes of days that it has not', () => {
    const [moved, cancelled] = ['2026-04-07T09:00', '2026-10-27T09:00'].map((at) =>
      keyOf(aSeries({ freq: 'WEEKLY' }), berlin(at)),
    ) as [string, string];
    const meeting = aSeries({ freq: 'WEEKLY' }, [
      { key: moved, kind: 'moved', startsAt: berlin('2026-04-08T11:00'), endsAt: berlin('2026-04-08T12:00') },
      { key: cancelled, kind: 'cancelled' },
      { key: '20260408T090000Z', kind: 'cancelled' },
      {
        key: '20260409T090000Z',
        kind: 'moved',
        startsAt: berlin('2026-04-10T11:00'),
        endsAt: berlin('2026-04-10T12:00'),
      },
    ]);
    const { from, to, spans } = held(meeting);

    const { content } = slackFile(inCalendar(meeting), AGREED_AT);
    expect(spans).toHaveLength(55);
    expect(shownByIcalJs(content, from, to)).toEqual(spans);
    expect(shownByNodeIcal(content, from, to)).toEqual(spans);
  });
});

test('a meeting is told to the calendar of one person', () => {
  const meeting = aMeeting({ notes: 'Bring numbers', sequence: 2, changedAt: AGREED_AT.plus({ hours: 1 }) });
  const bob = inviteeNamed(meeting, BOB);

  expect(inCalendar(meeting)).toEqual({
    uid: `${meeting.id}-${bob.id}@convene`,
    sequence: 2,
    changedAt: DateTime.fromISO('2026-03-02T10:00:00Z', { zone: 'utc' }),
    title: 'Standup',
    notes: 'Bring numbers',
    start: meeting.startsAt,
    end: meeting.endsAt,
    joinUrl: links.fileUrlFor(meeting, bob),
    organizerName: 'Alice',
    series: null,
    reminderMinutes: 10,
  });
});
