import ICAL from 'ical.js';
import { DateTime } from 'luxon';
import type { CalendarText } from '../../src/calendar/calendar-meeting.ts';

/**
 * A calendar that keeps of each meeting and of each occurrence the newest by SEQUENCE, then by DTSTAMP (RFC 5546,
 * 2.1.5), and forgets the occurrences of a series when all of it changes.
 */
export class SmallCalendar {
  readonly #events = new Map<string, ICAL.Component>();
  readonly #off = new Set<string>();

  take({ content }: Pick<CalendarText, 'content'>): this {
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
