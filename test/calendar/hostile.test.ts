import { expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import nodeIcal, { type Attendee, type VEvent } from 'node-ical';
import type { CalendarMeeting, CalendarText, People } from '../../src/calendar/calendar-meeting.ts';
import { feed } from '../../src/calendar/feed.ts';
import { cancellation, invitation, occurrenceMoved } from '../../src/calendar/invitation.ts';
import { slackFile } from '../../src/calendar/slack-file.ts';
import { partsOf } from './calendars.ts';
import { FAMILY, HOSTILE } from './hostile-texts.ts';
import { aMeeting, aSeries, at, LINK, now, people } from './meetings.ts';

const JOIN = `Join: ${LINK}`;
const WARNING = 'This link is yours alone: whoever has it can join as you.';

/** Everybody and everything is called the same. */
function called(text: string): { meeting: CalendarMeeting; between: People } {
  return {
    meeting: aMeeting({ title: text, organizerName: text, notes: text }),
    between: { organizer: { ...people.organizer, name: text }, attendee: { ...people.attendee, name: text } },
  };
}

function eventOf({ content }: CalendarText): ICAL.Component {
  const [event] = ICAL.Component.fromString(content).getAllSubcomponents('vevent');
  if (!event) throw new Error('The calendar has no event');
  return event;
}

/** What ical.js reads of texts and people. */
function readByIcalJs(text: CalendarText): unknown {
  const event = eventOf(text);
  const person = (name: string) => {
    const property = event.getFirstProperty(name);
    return [property?.getFirstParameter('cn'), property?.getFirstValue()];
  };
  return {
    summary: event.getFirstPropertyValue('summary'),
    description: event.getFirstPropertyValue('description'),
    organizer: person('organizer'),
    attendee: person('attendee'),
  };
}

/** To whom node-ical would answer, and whom it takes for invited. */
function addressesByNodeIcal({ content }: CalendarText): unknown {
  const events = Object.values(nodeIcal.sync.parseICS(content)).filter((part) => part?.type === 'VEVENT') as VEvent[];
  const address = (person: Attendee | VEvent['organizer']) => (typeof person === 'string' ? person : person?.val);
  return events.map(({ organizer, attendee }) => [organizer, attendee].map((one) => address(one as Attendee)));
}

const quotable = (line: string) => line.replaceAll('"', "'").replaceAll('\\', '/');

test.each(HOSTILE)('an invitation with %s is the same invitation', (_, text, line) => {
  const { meeting, between } = called(text);

  const invited = invitation(meeting, between, now);
  expect(partsOf(invited.content)).toEqual(partsOf(invitation({ ...aMeeting(), notes: 'x' }, people, now).content));
  expect(addressesByNodeIcal(invited)).toEqual([['mailto:convene@acme.org', 'mailto:bob@acme.org']]);
  expect(readByIcalJs(invited)).toMatchObject({
    summary: line,
    organizer: [quotable(line), 'mailto:convene@acme.org'],
    attendee: [quotable(line), 'mailto:bob@acme.org'],
  });
});

test.each([
  ['lines of their own', 'Agenda\r\n- one\n- two\u2028- three\r- four', 'Agenda\n- one\n- two\n- three\n- four'],
  ['properties', 'a\r\nATTENDEE:mailto:evil@e.org\r\nEND:VEVENT', 'a\nATTENDEE:mailto:evil@e.org\nEND:VEVENT'],
  ['a fold', 'a\r\n ATTENDEE:mailto:evil@e.org', 'a\nATTENDEE:mailto:evil@e.org'],
  ['empty lines', '\n\n a \n\n b \n\n', 'a\n\nb'],
  ['separators and backslashes', 'a;b,c:d\\n\\;\\,\\', 'a;b,c:d\\n\\;\\,\\'],
  ['control characters', 'a\u0000b\u0007\u2066c', 'abc'],
  ['ten thousand letters', 'abcdefghij'.repeat(1000), `${'abcdefghij'.repeat(300).slice(0, 2999)}…`],
  ['ten thousand lines', 'a\n'.repeat(10_000), 'a\n'.repeat(1500).trim()],
])('notes with %s stand below the link', (_, notes, read) => {
  const file = slackFile(aMeeting({ notes }), now);

  expect(partsOf(file.content)).toEqual(partsOf(slackFile(aMeeting(), now).content));
  expect(eventOf(file).getFirstPropertyValue('description')).toBe(
    [JOIN, 'Organizer: Ann', WARNING, '', read].join('\n'),
  );
});

test.each(['', ' \r\n ', '\u200b'])('notes %j are none', (notes) => {
  expect(slackFile(aMeeting({ notes }), now)).toEqual(slackFile(aMeeting(), now));
});

const HOSTILE_TEXTS = [...HOSTILE.map(([, text]) => text), FAMILY.repeat(2500), 'x'.repeat(10_000)];
const moved = {
  original: at('2026-03-20T09:00'),
  start: at('2026-03-21T10:00'),
  end: at('2026-03-21T10:45'),
};

test.each(HOSTILE_TEXTS.map((text) => [text.slice(0, 80), text]))(
  'every line of every text has its end, at most 75 octets and whole characters: %j',
  (_, text) => {
    const { meeting, between } = called(text);
    const series = aSeries({ moved: [moved] }, { title: text, notes: text });
    const texts = [
      invitation(meeting, between, now),
      cancellation(meeting, between, now),
      occurrenceMoved(series, moved, between, now),
      slackFile(series, now),
      feed(text, [meeting, series], now),
    ];

    for (const { content } of texts) {
      const lines = content.split('\r\n');
      expect(lines.pop()).toBe('');
      expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
      expect(lines.filter((line) => /[\r\n\p{Cc}\p{Cs}\u2028\u2029]/u.test(line))).toEqual([]);
    }
  },
);

test.each([
  ['a tag', 'bob+standup@acme.org', 'bob+standup@acme.org'],
  ['capitals', 'Bob@Acme.ORG', 'Bob@acme.org'],
  ['an apostrophe', "o'neil@acme.org", "o'neil@acme.org"],
  ['letters outside ASCII', 'bob@bücher.example', 'bob@xn--bcher-kva.example'],
  ['a name outside ASCII', 'böb@acme.org', 'b%C3%B6b@acme.org'],
  ['what would be a query in a link', 'bob?cc=x&a/b#c%0D@acme.org', 'bob%3Fcc%3Dx%26a%2Fb%23c%250D@acme.org'],
])('an address with %s is written as a link to it', (_, address, written) => {
  const attendee = { ...people.attendee, address };

  expect(readByIcalJs(invitation(aMeeting(), { ...people, attendee }, now))).toMatchObject({
    attendee: ['Bob', `mailto:${written}`],
  });
});

test.each([
  ['nothing', ''],
  ['a name', 'bob'],
  ['no host', 'bob@'],
  ['no name', '@acme.org'],
  ['two hosts', 'bob@acme.org@e.org'],
  ['two addresses', 'bob@acme.org,evil@e.org'],
  ['a second header', 'bob@acme.org\r\nBcc: evil@e.org'],
  ['a second line', 'bob@acme.org\nATTENDEE:mailto:evil@e.org'],
  ['a separator of lines', 'bob@acme.org\u2028x'],
  ['a name in angle brackets', 'Bob <bob@acme.org>'],
  ['a quoted name', '"bob smith"@acme.org'],
  ['a path', 'bob@acme.org/x'],
  ['a query', 'bob@acme.org?cc=evil@e.org'],
  ['a port', 'bob@acme.org:25'],
  ['a host without letters', 'bob@..'],
  ['no end', `bob@${'a.'.repeat(200)}org`],
])('an address of %s is refused', (_, address) => {
  const refused = new RangeError('An address has the form name@host');

  expect(() => invitation(aMeeting(), { ...people, attendee: { ...people.attendee, address } }, now)).toThrow(refused);
  expect(() => invitation(aMeeting(), { ...people, organizer: { name: 'Ann', address } }, now)).toThrow(refused);
});

test('a person without a name is shown by the address, an organizer as such', () => {
  const between = {
    organizer: { ...people.organizer, name: ' ' },
    attendee: { ...people.attendee, name: '\u200b"' },
  };

  expect(readByIcalJs(invitation(aMeeting(), between, now))).toMatchObject({
    organizer: ['Organizer', 'mailto:convene@acme.org'],
    attendee: ["'", 'mailto:bob@acme.org'],
  });
});

test('a text that looks like a blank of the form is no blank', () => {
  const { meeting, between } = called('{link} {uid} $& $1');

  expect(readByIcalJs(invitation(meeting, between, now))).toMatchObject({
    summary: '{link} {uid} $& $1',
    attendee: ['{link} {uid} $& $1', 'mailto:bob@acme.org'],
  });
});
