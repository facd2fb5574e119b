import ICAL from 'ical.js';
import nodeIcal, { type VEvent } from 'node-ical';

/** What a calendar makes of an event. Times are milliseconds since 1970. */
export interface ReadEvent {
  readonly uid: string;
  readonly sequence: number;
  /** Of an occurrence: when it would have begun by the rule. */
  readonly original: number | null;
  readonly summary: string;
  readonly start: number;
  readonly end: number;
}

/** All names of properties, and for parts within also theirs, as ical.js reads them. */
export function partsOf(content: string): unknown {
  const part = (component: ICAL.Component): unknown => [
    component.name,
    component.getAllProperties().map(({ name }) => name),
    ...component.getAllSubcomponents().map(part),
  ];
  return part(ICAL.Component.fromString(content));
}

export function eventsByIcalJs(content: string): ReadEvent[] {
  return vevents(content).map((event) => {
    const time = (name: string) => (event.getFirstPropertyValue(name) as ICAL.Time).toJSDate().getTime();
    return {
      uid: String(event.getFirstPropertyValue('uid')),
      sequence: Number(event.getFirstPropertyValue('sequence')),
      original: event.hasProperty('recurrence-id') ? time('recurrence-id') : null,
      summary: String(event.getFirstPropertyValue('summary')),
      start: time('dtstart'),
      end: time('dtend'),
    };
  });
}

type NodeEvent = VEvent & { readonly sequence: string; readonly recurrenceid?: Date };

export function eventsByNodeIcal(content: string): ReadEvent[] {
  const masters = Object.values(nodeIcal.sync.parseICS(content)).filter(
    (part) => part?.type === 'VEVENT',
  ) as NodeEvent[];
  const events = masters
    .flatMap((event) => [event, ...(Object.values(event.recurrences ?? {}) as unknown as NodeEvent[])])
    .map((event) => ({
      uid: event.uid,
      sequence: Number(event.sequence),
      original: event.recurrenceid?.getTime() ?? null,
      summary: String(event.summary),
      start: event.start.getTime(),
      end: event.end?.getTime() ?? Number.NaN,
    }));
  // An occurrence is listed twice, under its start and under its day, and one without its series as a master too.
  const isRepeated = ({ uid, original }: ReadEvent, index: number) =>
    events.findIndex((event) => event.uid === uid && event.original === original) < index;
  return events.filter((event, index) => !isRepeated(event, index));
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** When ical.js, which goes by the VTIMEZONE of the file, shows the meeting between two moments. */
export function shownByIcalJs(content: string, from: number, to: number): Span[] {
  const [masters, exceptions] = [false, true].map((isException) =>
    vevents(content).filter((event) => event.hasProperty('recurrence-id') === isException),
  ) as [ICAL.Component[], ICAL.Component[]];
  const spans = masters.flatMap((master) => {
    const event = new ICAL.Event(master, { exceptions, strictExceptions: false });
    const found: Span[] = [];
    const iterator = event.iterator();
    for (let next = iterator.next(); next && next.toJSDate().getTime() <= to + MONTH; next = iterator.next()) {
      const { startDate, endDate } = event.getOccurrenceDetails(next);
      found.push({ start: startDate.toJSDate().getTime(), end: endDate.toJSDate().getTime() });
    }
    return found;
  });
  return between(spans, from, to);
}

/** When node-ical, which goes by the platform's own zones, shows the meeting between two moments. */
export function shownByNodeIcal(content: string, from: number, to: number): Span[] {
  const events = Object.values(nodeIcal.sync.parseICS(content)).filter((part) => part?.type === 'VEVENT') as VEvent[];
  const spans = events.flatMap((event) =>
    nodeIcal
      .expandRecurringEvent(event, { from: new Date(from - MONTH), to: new Date(to + MONTH) })
      .map(({ start, end }) => ({ start: start.getTime(), end: end.getTime() })),
  );
  return between(spans, from, to);
}

const MONTH = 31 * 24 * 3_600_000;

function vevents(content: string): ICAL.Component[] {
  return ICAL.Component.fromString(content).getAllSubcomponents('vevent');
}

function between(spans: readonly Span[], from: number, to: number): Span[] {
  return spans.filter(({ start }) => start >= from && start <= to).sort((one, other) => one.start - other.start);
}
