import { describe, expect, test } from '@jest/globals';
import { createEvent, createEvents, type EventAttributes } from 'ics';
import { feed } from '../../src/calendar/feed.ts';
import { invitation, occurrenceMoved } from '../../src/calendar/invitation.ts';
import { slackFile } from '../../src/calendar/slack-file.ts';
import { eventsByIcalJs, partsOf } from './calendars.ts';
import { FAMILY } from './hostile-texts.ts';
import { aMeeting, aSeries, at, LINK, now, people } from './meetings.ts';

/*
 * What `ics` does wrong when values are handed to it, beside what becomes of the same values here. Each first line
 * fails when the package is mended; then its place in the form of an event can be thought over again.
 */

const EVENT: EventAttributes = { uid: 'a@x', title: 'Standup', start: 1_772_784_000_000, end: 1_772_785_800_000 };

function byIcs(part: Partial<EventAttributes> & Readonly<Record<string, unknown>>): string {
  return createEvent({ ...EVENT, ...part } as EventAttributes).value ?? '';
}

const unfolded = (content: string) => content.replaceAll('\r\n ', '');
const linesOf = (content: string, name: string) =>
  unfolded(content)
    .split('\r\n')
    .filter((line) => line.startsWith(name));
const organizer = (name: string) => ({ ...people, organizer: { ...people.organizer, name } });
const attendee = (name: string) => ({ ...people, attendee: { ...people.attendee, name } });

test('1: the name of an organizer brings no lines of its own', () => {
  const name = 'Ann\r\nATTENDEE:mailto:evil@e.org';

  expect(byIcs({ organizer: { name, email: 'a@x.org' } })).toContain('\r\nATTENDEE:mailto:evil');
  expect(linesOf(invitation(aMeeting(), organizer(name), now).content, 'ATTENDEE:')).toEqual([]);
});

test('2: quotes in a name do not end it', () => {
  const name = 'x":mailto:evil@e.org';

  expect(byIcs({ attendees: [{ name, email: 'b@x.org' }] })).toContain('CN="x\\":mailto:evil@e.org"');
  expect(linesOf(invitation(aMeeting(), attendee(name), now).content, 'ATTENDEE')).toEqual([
    `ATTENDEE;RSVP=TRUE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;CN="x':mailto:evil@e.org":mailto:bob@acme.org`,
  ]);
});

test.each(['\r', '\u2028', '\u0085', '\u0007', '\u0000', '\ud83d'])('3: %j is not written as it is', (character) => {
  const title = `a${character}b`;
  const { content } = slackFile(aMeeting({ title, notes: title }), now);

  expect(byIcs({ title })).toContain(title);
  expect(content.replaceAll('\r\n', '')).not.toContain(character);
});

describe('4: folds', () => {
  test.each([FAMILY.repeat(40), '会議'.repeat(60)])('count octets: %s', (notes) => {
    const longest = (content: string) => Math.max(...content.split('\r\n').map((line) => Buffer.byteLength(line)));

    expect(longest(byIcs({ description: notes }))).toBeGreaterThan(200);
    expect(longest(slackFile(aMeeting({ notes }), now).content)).toBeLessThanOrEqual(75);
  });

  test('take time by the length of a text, not by its square', () => {
    const notes = 'x'.repeat(1_000_000);
    const before = process.cpuUsage();
    slackFile(aMeeting({ notes }), now);
    const { user, system } = process.cpuUsage(before);

    expect((user + system) / 1000).toBeLessThan(1000);
  });
});

test('5: times of a series are in its zone wherever the process runs', () => {
  const { content } = slackFile(aSeries({ without: [at('2026-04-10T09:00')] }), now);

  expect(byIcs({ start: [2026, 3, 6, 9, 0], exclusionDates: [[2026, 4, 10, 9, 0]] })).not.toContain('TZID');
  expect(linesOf(content, 'EXDATE')).toEqual(['EXDATE;TZID=Europe/Berlin:20260410T090000']);
  expect(linesOf(content, 'LAST-MODIFIED')).toEqual(['LAST-MODIFIED:20260302T120000Z']);
});

test('6: the original start stands before the alarm', () => {
  const moved = { original: at('2026-03-20T09:00'), start: at('2026-03-21T10:00'), end: at('2026-03-21T11:00') };
  const { content } = occurrenceMoved(aSeries(), moved, people, now);
  const order = (text: string) => text.indexOf('RECURRENCE-ID') < text.indexOf('BEGIN:VALARM');

  const alarms: EventAttributes['alarms'] = [{ action: 'display', trigger: { minutes: 5, before: true } }];
  expect([order(byIcs({ alarms, recurrenceId: '20260320T090000Z' })), order(content)]).toEqual([false, true]);
});

test.each([
  [0, 'PT0S'],
  [10, '-PT10M'],
  [1440, '-PT1440M'],
])('7: a reminder %d minutes before is a duration and has a text', (reminderMinutes, trigger) => {
  const { content } = slackFile(aMeeting({ reminderMinutes }), now);

  const alarm = byIcs({ alarms: [{ action: 'display', trigger: { minutes: 0, before: true } }] });
  expect([linesOf(alarm, 'TRIGGER'), linesOf(alarm, 'DESCRIPTION')]).toEqual([['TRIGGER:-PT'], []]);
  expect(content).toContain(`BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Standup\r\nTRIGGER:${trigger}\r\n`);
});

describe('8: nothing is left unescaped or empty:', () => {
  test('the text of the alarm and the name of a calendar', () => {
    const text = 'a,b;c\\';
    const escaped = String.raw`a\,b\;c\\`;
    const { content } = slackFile(aMeeting({ title: text }), now);

    expect(createEvents([EVENT], { calName: text }).value).toContain(`X-WR-CALNAME:${text}`);
    expect(linesOf(feed(text, [aMeeting()], now).content, 'X-WR-CALNAME')).toEqual([`X-WR-CALNAME:${escaped}`]);
    expect(content).toContain(`ACTION:DISPLAY\r\nDESCRIPTION:${escaped}\r\n`);
  });

  test('a series of which nothing was cancelled', () => {
    expect(linesOf(byIcs({ exclusionDates: [] }), 'EXDATE')).toEqual(['EXDATE:']);
    expect(linesOf(slackFile(aSeries({ without: [] }), now).content, 'EXDATE')).toEqual([]);
  });
});

test('9: nobody is invited without an address', () => {
  expect(linesOf(byIcs({ attendees: [{ name: 'Bob' }] }), 'ATTENDEE')).toEqual(['ATTENDEE;CN="Bob"']);
  expect(() =>
    invitation(aMeeting(), { ...people, attendee: { name: 'Bob', address: '', role: 'invitee' } }, now),
  ).toThrow(RangeError);
});

test('10: what cannot be is refused', () => {
  const before = at('2026-03-06T08:00');
  const moved = { original: at('2026-03-20T09:00'), start: at('2026-03-21T10:00'), end: before };

  expect(byIcs({ sequence: -1, recurrenceRule: 'FREQ=NEVER', end: 1 })).toContain('FREQ=NEVER');
  for (const meeting of [
    aMeeting({ end: before }),
    aMeeting({ sequence: -1 }),
    aSeries({ rule: { freq: 'DAILY', interval: -1 } }),
    aSeries({ moved: [moved] }),
  ])
    expect(() => slackFile(meeting, now)).toThrow(RangeError);
});

test.each(['HTTPS://Meet.Acme.org/j/a', 'https://my_meet.acme.org/j/a', 'http://[::1]:3000/j/a'])(
  '11: the link %s is a link',
  (joinUrl) => {
    expect(byIcs({ url: joinUrl })).toBe('');
    expect(linesOf(slackFile(aMeeting({ joinUrl }), now).content, 'URL')).toEqual([`URL:${new URL(joinUrl).href}`]);
  },
);

test('11: an address with letters outside ASCII is an address', () => {
  const address = 'bob@bücher.example';
  const between = { ...people, attendee: { ...people.attendee, address } };

  expect(byIcs({ attendees: [{ name: 'Bob', email: address }] })).toBe('');
  expect(linesOf(invitation(aMeeting(), between, now).content, 'ATTENDEE')[0]).toMatch(/:mailto:bob@xn--bcher-kva/);
});

test('12: an error is one, and holds nothing of the meeting', () => {
  const { error } = createEvent({ ...EVENT, url: LINK, sequence: 2 ** 31 });
  const caught = (() => {
    try {
      slackFile(aMeeting({ sequence: 2 ** 31 }), now);
      return null;
    } catch (thrown) {
      return thrown;
    }
  })();

  expect([error instanceof Error, JSON.stringify(error).includes(LINK)]).toEqual([false, true]);
  expect(caught).toEqual(new RangeError('A sequence counts up from 0'));
  expect(Object.keys(caught as object)).toEqual([]);
});

test('13: a calendar has a component', () => {
  expect(partsOf(createEvents([]).value ?? '')).toHaveLength(2);
  expect(partsOf(feed('Bob', [], now).content)).toHaveLength(3);
});

test('14: enumerations are not quoted', () => {
  const quoted = byIcs({ attendees: [{ name: 'Bob', email: 'b@x.org', role: 'CHAIR', partstat: 'ACCEPTED' }] });

  expect(quoted).toContain('ROLE="CHAIR";PARTSTAT="ACCEPTED"');
  expect(invitation(aMeeting(), people, now).content).not.toMatch(/(ROLE|PARTSTAT|CUTYPE|RSVP)="/);
});

test('15: who made a file, and what its meeting is called, is the same each time', () => {
  const { uid: _, ...nameless } = EVENT;

  expect(createEvent(nameless as EventAttributes).value).not.toBe(createEvent(nameless as EventAttributes).value);
  expect(linesOf(byIcs({}), 'PRODID')).toEqual(['PRODID:adamgibbons/ics']);
  expect(slackFile(aMeeting(), now)).toEqual(slackFile(aMeeting(), now));
  expect(linesOf(slackFile(aMeeting(), now).content, 'PRODID')).toEqual(['PRODID:-//Convene//Convene 1.0//EN']);
});

test('several meetings of the same moment do not mix', () => {
  const meetings = ['a', 'b', 'c'].map((name) => aMeeting({ uid: `${name}@x`, title: name }));

  expect(eventsByIcalJs(feed('Bob', meetings, now).content).map(({ uid, summary }) => [uid, summary])).toEqual([
    ['a@x', 'a'],
    ['b@x', 'b'],
    ['c@x', 'c'],
  ]);
});
