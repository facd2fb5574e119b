import { expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import type { CalendarMeeting } from '../../src/calendar/calendar-meeting.ts';
import { slackFile } from '../../src/calendar/slack-file.ts';
import { readByIcalJs, readByNodeIcal, type Understood } from '../support/calendar-readers.ts';
import { FAMILY, HOSTILE } from './hostile-texts.ts';

const LINK = 'https://meet.acme.org/j/mT9xKc4RzL.i7Vw2.1.sNbYd3JfGa6EuQ8?s=2';

const meeting: CalendarMeeting = {
  uid: 'mT9xKc4RzL.i7Vw2@meet.acme.org',
  sequence: 2,
  changedAt: DateTime.fromISO('2026-03-27T12:00:00Z'),
  title: 'Standup',
  notes: null,
  start: DateTime.fromISO('2026-03-30T09:00:00', { zone: 'Europe/Berlin' }),
  end: DateTime.fromISO('2026-03-30T09:30:00', { zone: 'Europe/Berlin' }),
  joinUrl: LINK,
  organizerName: 'Ann',
  series: null,
  reminderMinutes: 10,
};

const now = DateTime.fromISO('2026-03-27T12:00:05Z');

const contentOf = (part: Partial<CalendarMeeting>) => slackFile({ ...meeting, ...part }, now).content;

test('a whole file', () => {
  expect(slackFile(meeting, now)).toEqual({
    method: 'PUBLISH',
    filename: 'standup.ics',
    content: [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'CALSCALE:GREGORIAN',
      'PRODID:-//Convene//Convene 1.0//EN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:mT9xKc4RzL.i7Vw2@meet.acme.org',
      'SUMMARY:Standup',
      'DTSTAMP:20260327T120005Z',
      'DTSTART:20260330T070000Z',
      'DTEND:20260330T073000Z',
      'SEQUENCE:2',
      'DESCRIPTION:Join: https://meet.acme.org/j/mT9xKc4RzL.i7Vw2.1.sNbYd3JfGa6EuQ',
      ' 8?s=2\\nOrganizer: Ann\\nThis link is yours alone: whoever has it can join a',
      ' s you.',
      'LOCATION:https://meet.acme.org/j/mT9xKc4RzL.i7Vw2.1.sNbYd3JfGa6EuQ8?s=2',
      'STATUS:CONFIRMED',
      'TRANSP:OPAQUE',
      'CLASS:PRIVATE',
      'LAST-MODIFIED:20260327T120000Z',
      'URL:https://meet.acme.org/j/mT9xKc4RzL.i7Vw2.1.sNbYd3JfGa6EuQ8?s=2',
      'CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL=Join:https://meet.acme.org/j',
      ' /mT9xKc4RzL.i7Vw2.1.sNbYd3JfGa6EuQ8?s=2',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:Standup',
      'TRIGGER:-PT10M',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  });
});

function meant(title: string, organizer: string): Understood {
  return {
    summary: title,
    description: `Join: ${LINK}\nOrganizer: ${organizer}\nThis link is yours alone: whoever has it can join as you.`,
    location: LINK,
    url: LINK,
    conference: LINK,
    alarm: title,
    uid: meeting.uid,
    sequence: 2,
    start: Date.UTC(2026, 2, 30, 7, 0),
    end: Date.UTC(2026, 2, 30, 7, 30),
  };
}

test.each(HOSTILE)('title and name with %s reach every calendar as one line', (_, text, line) => {
  const content = contentOf({ title: text, organizerName: text });

  expect([readByIcalJs(content), readByNodeIcal(content)]).toEqual([meant(line, line), meant(line, line)]);
});

test('a backslash before an n is no line break', () => {
  const content = contentOf({ title: String.raw`C:\new`, organizerName: String.raw`a\n` });

  expect(readByIcalJs(content)).toEqual(meant(String.raw`C:\new`, String.raw`a\n`));
});

test.each([...HOSTILE.map(([, text]) => text), FAMILY.repeat(80), `${'a'.repeat(73)}é`, 'é'.repeat(200)])(
  'no line is longer than 75 octets or ends inside a character: %j',
  (text) => {
    const content = contentOf({ title: text, organizerName: text, joinUrl: `${LINK}${'&k=v'.repeat(100)}` });

    const lines = content.split('\r\n');
    expect(lines.pop()).toBe('');
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(lines.filter((line) => /[\r\n\p{Cc}\p{Cs}\u2028\u2029]/u.test(line))).toEqual([]);
  },
);

test('texts of any length are cut before they cost time', () => {
  const content = contentOf({ title: FAMILY.repeat(10_000), organizerName: '会'.repeat(100_000) });

  expect(readByIcalJs(content)).toEqual(meant(`${FAMILY.repeat(28)}…`, `${'会'.repeat(119)}…`));
}, 2000);

test('a meeting without a visible title or organizer is still readable', () => {
  const { filename, content } = slackFile({ ...meeting, title: '\u200b', organizerName: ' ' }, now);

  expect([filename, content.match(/SUMMARY:.*/)?.[0], content.includes('Organizer:')]).toEqual([
    'meeting.ics',
    'SUMMARY:Meeting',
    false,
  ]);
});

test.each([
  ['a comma and a semicolon', 'https://meet.acme.org/j/a?s=1,2;3'],
  ['a host in capitals', 'https://Meet.Acme.org/j/a'],
  ['a host with an underscore', 'https://my_meet.acme.org/j/a'],
  ['an IPv6 host', 'http://[::1]:3000/j/a'],
  ['a host without a dot', 'http://localhost:3000/j/a'],
])('a link with %s stays as it is', (_, joinUrl) => {
  const { href } = new URL(joinUrl);
  const { url, location, conference } = readByIcalJs(contentOf({ joinUrl }));

  expect([url, location, conference]).toEqual([href, href, href]);
});

test('a link cannot bring lines of its own', () => {
  const { url } = readByIcalJs(contentOf({ joinUrl: 'https://meet.acme.org/j/a\r\nATTENDEE:mailto:evil@e.org' }));

  expect(url).toBe('https://meet.acme.org/j/aATTENDEE:mailto:evil@e.org');
});

test.each<[string, Partial<CalendarMeeting>]>([
  ['a uid with a line break', { uid: 'a\r\nMETHOD:REQUEST' }],
  ['an empty uid', { uid: '' }],
  ['a negative sequence', { sequence: -1 }],
  ['a sequence that is no whole number', { sequence: 1.5 }],
  ['a sequence that calendars cannot count', { sequence: 2 ** 31 }],
  ['a reminder after the start', { reminderMinutes: -5 }],
  ['an end at the start', { end: meeting.start }],
  ['a link that runs a script', { joinUrl: 'javascript:alert(1)' }],
  ['a link without an end', { joinUrl: `${LINK}${'x'.repeat(2000)}` }],
])('%s is refused', (_, part) => {
  expect(() => slackFile({ ...meeting, ...part }, now)).toThrow(RangeError);
});

test('a refusal does not tell the join link', () => {
  const act = () => slackFile({ ...meeting, joinUrl: `${LINK}${'x'.repeat(2000)}` }, now);

  expect(act).toThrow(new RangeError('A join link is a web address'));
});

test.each([
  ['Übersicht: Q3/Q4 – Müller & Söhne', 'ubersicht-q3-q4-muller-sohne.ics'],
  ['../../etc/passwd', 'etc-passwd.ics'],
  ['会議', 'meeting.ics'],
  ['a'.repeat(200), `${'a'.repeat(50)}.ics`],
])('the file of %j is called %j', (title, filename) => {
  expect(slackFile({ ...meeting, title }, now).filename).toBe(filename);
});
