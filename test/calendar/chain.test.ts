import { expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import { DateTime } from 'luxon';
import type { CalendarMeeting, CalendarText, MovedOccurrence } from '../../src/calendar/calendar-meeting.ts';
import {
  cancellation,
  invitation,
  occurrenceCancelled,
  occurrenceMoved,
  personTakenOff,
} from '../../src/calendar/invitation.ts';
import { aMeeting, aSeries, at, now, people } from './meetings.ts';

/**
 * A calendar that keeps of each meeting and of each occurrence the newest by SEQUENCE, then by DTSTAMP (RFC 5546,
 * 2.1.5), and forgets the occurrences of a series when all of it changes.
 */
class SmallCalendar {
  readonly #events = new Map<string, ICAL.Component>();
  readonly #off = new Set<string>();

  take({ content }: CalendarText): this {
    const calendar = ICAL.Component.fromString(content);
    for (const event of calendar.getAllSubcomponents('vevent')) {
      const key = keyOf(event);
      const known = this.#events.get(key);
      if (known && !isNewer(event, known)) continue;
      const isOff = calendar.getFirstPropertyValue('method') === 'CANCEL';
      if (!event.hasProperty('recurrence-id')) this.#forgetOccurrences(key, event);
      this.#events.set(key, event);
      if (isOff) this.#off.add(key);
      else this.#off.delete(key);
    }
    return this;
  }

  #forgetOccurrences(uid: string, master: ICAL.Component): void {
    for (const [key, event] of this.#events)
      if (key.startsWith(`${uid} `) && isNewer(master, event)) this.#events.delete(key);
  }

  /** The starts in the hours of Berlin, in order. */
  shown(): string[] {
    const starts: string[] = [];
    for (const [key, master] of this.#events) {
      if (master.hasProperty('recurrence-id') || this.#off.has(key)) continue;
      const others = [...this.#events].filter(([other]) => other.startsWith(`${key} `));
      const off = others.filter(([other]) => this.#off.has(other)).map(([other]) => other);
      const event = new ICAL.Event(master, { exceptions: others.map(([, exception]) => exception) });
      const iterator = event.iterator();
      for (let next = iterator.next(); next; next = iterator.next()) {
        if (off.includes(`${key} ${utc(next)}`)) continue;
        starts.push(berlin(event.getOccurrenceDetails(next).startDate));
      }
    }
    return starts.sort();
  }
}

function keyOf(event: ICAL.Component): string {
  const uid = String(event.getFirstPropertyValue('uid'));
  const original = event.getFirstPropertyValue('recurrence-id') as ICAL.Time | null;
  return original ? `${uid} ${utc(original)}` : uid;
}

function isNewer(event: ICAL.Component, known: ICAL.Component): boolean {
  const [one, other] = [event, known].map((each) => Number(each.getFirstPropertyValue('sequence'))) as [number, number];
  return one === other ? stamp(event) > stamp(known) : one > other;
}

function stamp(event: ICAL.Component): number {
  return (event.getFirstPropertyValue('dtstamp') as ICAL.Time).toUnixTime();
}

function utc(time: ICAL.Time): string {
  return new Date(time.toUnixTime() * 1000).toISOString();
}

function berlin(time: ICAL.Time): string {
  return DateTime.fromMillis(time.toUnixTime() * 1000, { zone: 'Europe/Berlin' }).toFormat('yyyy-MM-dd HH:mm');
}

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
