import { describe, expect, test } from '@jest/globals';
import type { CalendarText } from '../../src/calendar/calendar-meeting.ts';
import { feed } from '../../src/calendar/feed.ts';
import {
  cancellation,
  invitation,
  occurrenceCancelled,
  occurrenceMoved,
  personTakenOff,
} from '../../src/calendar/invitation.ts';
import { slackFile } from '../../src/calendar/slack-file.ts';
import { eventsByIcalJs, eventsByNodeIcal, partsOf, type ReadEvent } from './calendars.ts';
import { aMeeting, aSeries, at, LINK, now, people } from './meetings.ts';

const HEAD = ['version', 'calscale', 'prodid', 'method'];
const FEED_HEAD = [...HEAD, 'x-wr-calname', 'refresh-interval', 'x-published-ttl'];
const BASE = ['uid', 'summary', 'dtstamp', 'dtstart', 'dtend', 'sequence'];
const TEXTS = ['description', 'location'];
const KIND = ['transp', 'class', 'last-modified'];
const LINKS = ['url', 'conference'];
const ALARM = ['valarm', ['action', 'description', 'trigger']];
const BERLIN = [
  'vtimezone',
  ['tzid'],
  ['daylight', ['dtstart', 'rrule', 'tzoffsetfrom', 'tzoffsetto']],
  ['standard', ['dtstart', 'rrule', 'tzoffsetfrom', 'tzoffsetto']],
];
const ASKING = [...BASE, ...TEXTS, 'status', 'organizer', ...KIND, 'attendee'];
const OFF = [...BASE, 'status', 'organizer', ...KIND, 'attendee'];
const TOLD = [...BASE, ...TEXTS, 'status', ...KIND];

const moved = {
  original: at('2026-03-20T09:00'),
  start: at('2026-03-21T10:00'),
  end: at('2026-03-21T10:45'),
};

const once = (part: Partial<ReadEvent> = {}): ReadEvent => ({
  uid: aMeeting().uid,
  sequence: 0,
  original: null,
  summary: 'Standup',
  start: Date.UTC(2026, 2, 6, 8),
  end: Date.UTC(2026, 2, 6, 8, 30),
  ...part,
});

const movedOne = (sequence: number) =>
  once({
    sequence,
    original: Date.UTC(2026, 2, 20, 8),
    start: Date.UTC(2026, 2, 21, 9),
    end: Date.UTC(2026, 2, 21, 9, 45),
  });

interface Case {
  readonly name: string;
  readonly text: CalendarText;
  readonly method: string;
  readonly parts: readonly unknown[];
  readonly events: readonly ReadEvent[];
  /** Lines that say what the names of properties do not. */
  readonly lines: readonly string[];
}

const UTC_LINES = ['DTSTART:20260306T080000Z', 'DTEND:20260306T083000Z'];
const BERLIN_LINES = ['DTSTART;TZID=Europe/Berlin:20260306T090000', 'DTEND;TZID=Europe/Berlin:20260306T093000'];
const ATTENDEE = 'ATTENDEE;RSVP=TRUE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;CN="Bob":mailto:bob@acme.org';
const ATTENDEE_OFF = 'ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;CN="Bob":mailto:bob@acme.org';
const ORGANIZER = 'ORGANIZER;CN="Ann (via Convene)":mailto:convene@acme.org';
const RULE = 'RRULE:FREQ=WEEKLY;BYDAY=FR;UNTIL=20260626T215959Z';

const CASES: readonly Case[] = [
  {
    name: 'an invitation to a meeting',
    text: invitation(aMeeting(), people, now),
    method: 'REQUEST',
    parts: [['vevent', [...ASKING, ...LINKS], ALARM]],
    events: [once()],
    lines: [
      ...UTC_LINES,
      ORGANIZER,
      ATTENDEE,
      'STATUS:CONFIRMED',
      'DTSTAMP:20260302T120005Z',
      'LAST-MODIFIED:20260302T120000Z',
      'TRIGGER:-PT10M',
      `URL:${LINK}`,
      `CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL=Join:${LINK}`,
    ],
  },
  {
    name: 'an invitation to the person who called the meeting',
    text: invitation(
      aMeeting({ reminderMinutes: null }),
      { ...people, attendee: { name: 'Ann', address: 'ann@acme.org', role: 'organizer' } },
      now,
    ),
    method: 'REQUEST',
    parts: [['vevent', [...ASKING, ...LINKS]]],
    events: [once()],
    lines: [ORGANIZER, 'ATTENDEE;ROLE=CHAIR;PARTSTAT=ACCEPTED;CN="Ann":mailto:ann@acme.org'],
  },
  {
    name: 'a meeting that was moved',
    text: invitation(
      aMeeting({ sequence: 1, start: at('2026-04-02T09:00'), end: at('2026-04-02T10:00') }),
      people,
      now,
    ),
    method: 'REQUEST',
    parts: [['vevent', [...ASKING, ...LINKS], ALARM]],
    events: [once({ sequence: 1, start: Date.UTC(2026, 3, 2, 7), end: Date.UTC(2026, 3, 2, 8) })],
    lines: ['SEQUENCE:1', ATTENDEE],
  },
  {
    name: 'a meeting under a new title',
    text: invitation(aMeeting({ title: 'Daily', changedAt: now }), people, now.plus({ seconds: 5 })),
    method: 'REQUEST',
    parts: [['vevent', [...ASKING, ...LINKS], ALARM]],
    events: [once({ summary: 'Daily' })],
    lines: ['SEQUENCE:0', 'DTSTAMP:20260302T120010Z', 'LAST-MODIFIED:20260302T120005Z'],
  },
  {
    name: 'a meeting that was cancelled',
    text: cancellation(aMeeting({ sequence: 1 }), people, now),
    method: 'CANCEL',
    parts: [['vevent', OFF]],
    events: [once({ sequence: 1 })],
    lines: [...UTC_LINES, 'STATUS:CANCELLED', ORGANIZER, ATTENDEE_OFF],
  },
  {
    name: 'a person who was taken off',
    text: personTakenOff(aMeeting({ sequence: 1 }), people, now),
    method: 'CANCEL',
    parts: [['vevent', OFF.filter((name) => name !== 'status')]],
    events: [once({ sequence: 1 })],
    lines: [...UTC_LINES, ORGANIZER, ATTENDEE_OFF],
  },
  {
    name: 'an invitation to a series',
    text: invitation(aSeries(), people, now),
    method: 'REQUEST',
    parts: [BERLIN, ['vevent', [...ASKING, 'rrule', ...LINKS], ALARM]],
    events: [once()],
    lines: [...BERLIN_LINES, RULE, ATTENDEE],
  },
  {
    name: 'a series that was moved',
    text: invitation(
      aSeries(
        { rule: { freq: 'MONTHLY', byday: ['-1TH'], count: 4 }, without: [at('2026-04-30T18:00')] },
        { sequence: 3, start: at('2026-03-26T18:00'), end: at('2026-03-26T19:00') },
      ),
      people,
      now,
    ),
    method: 'REQUEST',
    parts: [BERLIN, ['vevent', [...ASKING, 'rrule', 'exdate', ...LINKS], ALARM]],
    events: [once({ sequence: 3, start: Date.UTC(2026, 2, 26, 17), end: Date.UTC(2026, 2, 26, 18) })],
    lines: ['RRULE:FREQ=MONTHLY;BYDAY=-1TH;COUNT=4', 'EXDATE;TZID=Europe/Berlin:20260430T180000'],
  },
  {
    name: 'an occurrence that was moved',
    text: occurrenceMoved(aSeries({ moved: [moved] }, { sequence: 2 }), moved, people, now),
    method: 'REQUEST',
    parts: [BERLIN, ['vevent', [...ASKING, ...LINKS, 'recurrence-id'], ALARM]],
    events: [movedOne(2)],
    lines: [
      'RECURRENCE-ID;TZID=Europe/Berlin:20260320T090000',
      'DTSTART;TZID=Europe/Berlin:20260321T100000',
      'DTEND;TZID=Europe/Berlin:20260321T104500',
      ATTENDEE,
    ],
  },
  {
    name: 'an occurrence that was cancelled',
    text: occurrenceCancelled(aSeries({}, { sequence: 3 }), at('2026-04-10T09:00'), people, now),
    method: 'CANCEL',
    parts: [BERLIN, ['vevent', [...OFF, 'recurrence-id']]],
    events: [
      once({
        sequence: 3,
        original: Date.UTC(2026, 3, 10, 7),
        start: Date.UTC(2026, 3, 10, 7),
        end: Date.UTC(2026, 3, 10, 7, 30),
      }),
    ],
    lines: ['RECURRENCE-ID;TZID=Europe/Berlin:20260410T090000', 'STATUS:CANCELLED'],
  },
  {
    name: 'a series that was cancelled',
    text: cancellation(aSeries({ moved: [moved] }, { sequence: 4 }), people, now),
    method: 'CANCEL',
    parts: [BERLIN, ['vevent', OFF]],
    events: [once({ sequence: 4 })],
    lines: [...BERLIN_LINES, 'STATUS:CANCELLED'],
  },
  {
    name: 'a file for Slack',
    text: slackFile(aMeeting(), now),
    method: 'PUBLISH',
    parts: [['vevent', [...TOLD, ...LINKS], ALARM]],
    events: [once()],
    lines: [...UTC_LINES, 'STATUS:CONFIRMED'],
  },
  {
    name: 'a file for Slack of a series with an occurrence moved and one cancelled',
    text: slackFile(aSeries({ moved: [moved], without: [at('2026-04-10T09:00')] }, { sequence: 3 }), now),
    method: 'PUBLISH',
    parts: [
      BERLIN,
      ['vevent', [...TOLD, 'rrule', 'exdate', ...LINKS], ALARM],
      ['vevent', [...TOLD, ...LINKS, 'recurrence-id'], ALARM],
    ],
    events: [once({ sequence: 3 }), movedOne(3)],
    lines: [...BERLIN_LINES, RULE, 'EXDATE;TZID=Europe/Berlin:20260410T090000'],
  },
  {
    name: 'a feed',
    text: feed(
      'Bob, at Acme',
      [aSeries({ moved: [moved], without: [at('2026-04-10T09:00')] }), aMeeting({ uid: 'other@x' })],
      now,
    ),
    method: 'PUBLISH',
    parts: [
      BERLIN,
      ['vevent', [...TOLD, 'rrule', 'exdate', ...LINKS]],
      ['vevent', [...TOLD, ...LINKS, 'recurrence-id']],
      ['vevent', [...TOLD, ...LINKS]],
    ],
    events: [once(), movedOne(0), once({ uid: 'other@x' })],
    lines: [
      String.raw`X-WR-CALNAME:Bob\, at Acme`,
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'X-PUBLISHED-TTL:PT1H',
      'DTSTAMP:20260302T120000Z',
    ],
  },
];

describe.each(CASES)('$name', ({ name, text: { method, content }, ...expected }) => {
  test('has the parts and properties of its kind and no others', () => {
    const head = name === 'a feed' ? FEED_HEAD : HEAD;

    expect(partsOf(content)).toEqual(['vcalendar', head, ...expected.parts]);
  });

  test('says its method twice alike', () => {
    expect([method, content.match(/^METHOD:.*$/gm)]).toEqual([expected.method, [`METHOD:${expected.method}`]]);
  });

  test('is read alike by two calendars', () => {
    expect(eventsByIcalJs(content)).toEqual(expected.events);
    expect(eventsByNodeIcal(content)).toEqual(expected.events);
  });

  test('has the lines of its kind', () => {
    const lines = content.replaceAll('\r\n ', '').split('\r\n');

    expect(lines).toEqual(expect.arrayContaining([...expected.lines]));
  });
});

test('a feed without meetings has the zone of its owner', () => {
  expect(partsOf(feed('Bob', [], now.setZone('Europe/Berlin')).content)).toEqual(['vcalendar', FEED_HEAD, BERLIN]);
});

test('a feed of the same meetings is the same text all year', () => {
  const meetings = [aSeries(), aMeeting({ uid: 'other@x' })];

  expect(feed('Bob', meetings, now.plus({ months: 9 }))).toEqual(feed('Bob', meetings, now));
});

test('a feed describes each zone once, from its earliest series on', () => {
  const meetings = [
    aSeries({}, { uid: 'a@x' }),
    aSeries({ rule: { freq: 'WEEKLY' } }, { uid: 'b@x', start: at('2023-05-05T09:00'), end: at('2023-05-05T10:00') }),
    aSeries(
      { rule: { freq: 'DAILY' } },
      { uid: 'c@x', start: at('2026-03-06T09:00', 'Asia/Kolkata'), end: at('2026-03-06T10:00', 'Asia/Kolkata') },
    ),
  ];

  expect(feed('Bob', meetings, now).content.match(/^TZID:.*\r\nBEGIN.*\r\nDTSTART.*$/gm)).toEqual([
    'TZID:Europe/Berlin\r\nBEGIN:DAYLIGHT\r\nDTSTART:20220327T020000',
    'TZID:Asia/Kolkata\r\nBEGIN:STANDARD\r\nDTSTART:20250101T000000',
  ]);
});
