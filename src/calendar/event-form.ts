import { createEvent, createEvents, type EventAttributes } from 'ics';
import type { Method } from './calendar-meeting.ts';
import { contentLines } from './content-lines.ts';

/** Which lines an event has. */
export interface EventShape {
  readonly method: Method;
  readonly status: 'CONFIRMED' | 'CANCELLED' | null;
  readonly recurrence: 'rule' | 'rule with exceptions' | 'occurrence' | null;
  readonly attendee: 'organizer' | 'invitee' | null;
  readonly hasReminder: boolean;
}

/** What is put into the lines of an event, encoded for the place where it stands. */
export type EventValues = Readonly<Partial<Record<EventBlank, string>>>;

type EventBlank =
  | ('uid' | 'sequence' | 'stamp' | 'changed' | 'title' | 'description' | 'place' | 'link' | 'reminder')
  | ('organizerName' | 'organizerAddress' | 'attendeeName' | 'attendeeAddress' | 'rule')
  // These come with the colon, and before it the zone where they have one.
  | ('start' | 'end' | 'without' | 'original');

const PRODUCT = '-//Convene//Convene 1.0//EN';

/** A host that `ics` takes for one and no mailbox has. */
const BLANK_HOST = '@blank.invalid';

/** The lines of an event, each cut into texts and, at every second place, the names of blanks. */
type Form = readonly (readonly string[])[];

const forms = new Map<string, Form>();

/**
 * The unfolded lines of an event. `ics` writes each shape once, with blanks for the values: so it sees no text from
 * outside, which it would fold by graphemes, at a cost that grows with the square of the length, and here and there
 * write as it is.
 */
export function eventLines(shape: EventShape, values: EventValues): string[] {
  const { method, status, recurrence, attendee, hasReminder } = shape;
  const key = `${method} ${status} ${recurrence} ${attendee} ${hasReminder}`;
  let form = forms.get(key);
  if (!form) {
    form = eventForm(shape).map((line) => line.split(/\{(\w+)\}/));
    forms.set(key, form);
  }
  return form.map((parts) => filled(parts, values));
}

/** The lines before the first component. A calendar with a name is a feed, and says how often to ask for it. */
export function headerLines(method: Method, calendarName?: string): string[] {
  const { value } = createEvents([], { productId: PRODUCT, method });
  const written = contentLines(value ?? '').filter((line) => !/^(X-PUBLISHED-TTL|END):/.test(line));
  if (calendarName === undefined) return written;
  return [...written, `X-WR-CALNAME:${calendarName}`, 'REFRESH-INTERVAL;VALUE=DURATION:PT1H', 'X-PUBLISHED-TTL:PT1H'];
}

function filled(parts: readonly string[], values: EventValues): string {
  let line = '';
  for (const [index, part] of parts.entries()) line += index % 2 === 0 ? part : valueFor(part as EventBlank, values);
  return line;
}

function valueFor(blank: EventBlank, values: EventValues): string {
  const value = values[blank];
  if (value === undefined) throw new Error(`The event has no ${blank}`);
  return value;
}

function eventForm(shape: EventShape): string[] {
  const { error, value } = createEvent(attributes(shape));
  if (error !== null || value === null) throw new Error('The form of an event could not be made');
  const lines = contentLines(value);
  const event = lines.slice(lines.indexOf('BEGIN:VEVENT'), lines.indexOf('END:VEVENT') + 1).map(corrected);
  const isOriginal = (line: string) => line.startsWith('RECURRENCE-ID');
  const rest = event.filter((line) => !isOriginal(line));
  const link = shape.method === 'CANCEL' ? [] : LINK_LINES;
  // Properties come before alarms.
  const end = rest.findIndex((line) => line === 'BEGIN:VALARM' || line === 'END:VEVENT');
  return rest.toSpliced(end, 0, ...link, ...event.filter(isOriginal));
}

/** `ics` refuses some hosts, and does not know the second. */
const LINK_LINES = ['URL:{link}', 'CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL=Join:{link}'];

/** The attributes for `ics`, which takes recurrence ids and time stamps but does not declare them. */
type Attributes = EventAttributes & { readonly recurrenceId?: string; readonly timestamp: string };

function attributes({ method, status, recurrence, attendee, hasReminder }: EventShape): Attributes {
  return {
    productId: PRODUCT,
    method,
    uid: '{uid}',
    timestamp: '{stamp}',
    lastModified: '{changed}',
    sequence: 0,
    title: '{title}',
    start: '{start}',
    end: '{end}',
    transp: 'OPAQUE',
    classification: 'PRIVATE',
    ...(status && { status }),
    ...(method !== 'CANCEL' && { description: '{description}', location: '{place}' }),
    ...(recurrence?.startsWith('rule') && { recurrenceRule: '{rule}' }),
    ...(recurrence === 'rule with exceptions' && { exclusionDates: ['{without}'] }),
    ...(recurrence === 'occurrence' && { recurrenceId: '{original}' }),
    ...(attendee && {
      organizer: { name: '{organizerName}', email: `{organizerAddress}${BLANK_HOST}` },
      attendees: [
        {
          name: '{attendeeName}',
          email: `{attendeeAddress}${BLANK_HOST}`,
          role: attendee === 'organizer' ? 'CHAIR' : 'REQ-PARTICIPANT',
          partstat: attendee === 'organizer' ? 'ACCEPTED' : 'NEEDS-ACTION',
          ...(method === 'REQUEST' && attendee === 'invitee' && { rsvp: true }),
        },
      ],
    }),
    ...(hasReminder && {
      alarms: [{ action: 'display', description: '{title}', trigger: { minutes: 1, before: true } }],
    }),
  };
}

/** A line of `ics` as RFC 5545 has it: parameters of enumerations are not quoted, and times can name their zone. */
function corrected(line: string): string {
  return line
    .replace(/^(DTSTART|DTEND|EXDATE|RECURRENCE-ID):/, '$1')
    .replace(/^SEQUENCE:.*/, 'SEQUENCE:{sequence}')
    .replace(/^TRIGGER:.*/, 'TRIGGER:{reminder}')
    .replaceAll(/;(ROLE|PARTSTAT)="([A-Z-]+)"/g, ';$1=$2')
    .replace(':MAILTO:', ':mailto:')
    .replace(BLANK_HOST, '');
}
