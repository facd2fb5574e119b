import { expect, test } from '@jest/globals';
import type { CalendarMeeting, MovedOccurrence } from '../../src/calendar/calendar-meeting.ts';
import {
  cancellation,
  invitation,
  occurrenceCancelled,
  occurrenceMoved,
  personTakenOff,
} from '../../src/calendar/invitation.ts';
import { aMeeting, aSeries, at, now, people } from './meetings.ts';
import { SmallCalendar } from './small-calendar.ts';

const rule = { freq: 'WEEKLY', byday: ['FR'], count: 5 } as const;

/** Fridays at nine around the change to summer time on 29 March. */
const asked = aSeries({ rule }, { start: at('2026-03-13T09:00'), end: at('2026-03-13T09:30') });
const later: CalendarMeeting = {
  ...asked,
  sequence: 1,
  start: at('2026-03-13T14:00'),
  end: at('2026-03-13T14:30'),
};
const moved: MovedOccurrence = {
  original: at('2026-03-27T14:00'),
  start: at('2026-03-30T10:00'),
  end: at('2026-03-30T10:30'),
};
const withOneMoved: CalendarMeeting = { ...later, sequence: 2, series: { rule, without: [], moved: [moved] } };
const off = at('2026-04-03T14:00');
const withOneOff: CalendarMeeting = { ...later, sequence: 3, series: { rule, without: [off], moved: [moved] } };

const STEPS = [
  { what: 'asked', text: invitation(asked, people, now) },
  { what: 'all moved', text: invitation(later, people, now.plus({ minutes: 1 })) },
  { what: 'one moved', text: occurrenceMoved(withOneMoved, moved, people, now.plus({ minutes: 2 })) },
  { what: 'one cancelled', text: occurrenceCancelled(withOneOff, off, people, now.plus({ minutes: 3 })) },
  { what: 'all cancelled', text: cancellation({ ...withOneOff, sequence: 4 }, people, now.plus({ minutes: 4 })) },
];

const SHOWN = [
  ['2026-03-13 09:00', '2026-03-20 09:00', '2026-03-27 09:00', '2026-04-03 09:00', '2026-04-10 09:00'],
  ['2026-03-13 14:00', '2026-03-20 14:00', '2026-03-27 14:00', '2026-04-03 14:00', '2026-04-10 14:00'],
  ['2026-03-13 14:00', '2026-03-20 14:00', '2026-03-30 10:00', '2026-04-03 14:00', '2026-04-10 14:00'],
  ['2026-03-13 14:00', '2026-03-20 14:00', '2026-03-30 10:00', '2026-04-10 14:00'],
  [],
];

test('a series that is asked for, moved, changed in one place and another, and cancelled is right after each mail', () => {
  const calendar = new SmallCalendar();

  expect(STEPS.map(({ text }) => calendar.take(text).shown())).toEqual(SHOWN);
});

test('a mail that comes again changes nothing', () => {
  const calendar = new SmallCalendar();

  expect(STEPS.map(({ text }) => calendar.take(text).take(text).shown())).toEqual(SHOWN);
});

test('a mail that comes late changes nothing', () => {
  const calendar = new SmallCalendar();
  for (const { text } of STEPS) calendar.take(text);
  for (const { text } of STEPS) calendar.take(text);

  expect(calendar.shown()).toEqual([]);
});

test('who is invited late sees the series as it is', () => {
  const calendar = new SmallCalendar().take(invitation(withOneOff, people, now));

  expect(calendar.shown()).toEqual(SHOWN[3]);
});

test('who is taken off and asked again sees the meeting again', () => {
  const calendar = new SmallCalendar();
  const shown = [
    invitation(aMeeting(), people, now),
    personTakenOff(aMeeting({ sequence: 1 }), people, now),
    invitation(aMeeting({ sequence: 2 }), people, now),
  ].map((text) => calendar.take(text).shown());

  expect(shown).toEqual([['2026-03-06 09:00'], [], ['2026-03-06 09:00']]);
});
