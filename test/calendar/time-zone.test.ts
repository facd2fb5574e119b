import { describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import { DateTime, FixedOffsetZone, IANAZone, type Zone } from 'luxon';
import { timeZoneLines } from '../../src/calendar/time-zone.ts';

/** Clocks that change by a rule of month, week and weekday, or never. */
const BY_RULE = [
  ...['Europe/Berlin', 'Europe/London', 'Europe/Dublin', 'Europe/Lisbon', 'Europe/Helsinki', 'Europe/Athens'],
  ...['Europe/Istanbul', 'Europe/Moscow', 'Europe/Kyiv', 'America/New_York', 'America/Chicago', 'America/Denver'],
  ...['America/Phoenix', 'America/Los_Angeles', 'America/Anchorage', 'America/Halifax', 'America/St_Johns'],
  ...['America/Sao_Paulo', 'America/Mexico_City', 'America/Tijuana', 'America/Bogota', 'America/Asuncion'],
  ...['America/Argentina/Buenos_Aires', 'Atlantic/Azores', 'Africa/Lagos', 'Africa/Johannesburg', 'Asia/Beirut'],
  ...['Asia/Amman', 'Asia/Dubai', 'Asia/Kolkata', 'Asia/Calcutta', 'Asia/Kathmandu', 'Asia/Singapore', 'Asia/Tokyo'],
  ...['Asia/Tehran', 'Australia/Sydney', 'Australia/Adelaide', 'Australia/Lord_Howe', 'Australia/Brisbane'],
  ...['Pacific/Auckland', 'Pacific/Chatham', 'Pacific/Apia', 'Pacific/Honolulu', 'Etc/UTC'],
];

/** Clocks that follow the moon, or a weekday before or after a certain day. */
const ONE_BY_ONE = ['Africa/Cairo', 'Asia/Jerusalem', 'Asia/Gaza', 'America/Santiago', 'America/Nuuk'];

/** Law that is newer than the data of some platforms: described as the platform knows it, whichever it is. */
const BY_THE_PLATFORM = [
  ...['America/Vancouver', 'America/Edmonton', 'America/Winnipeg', 'America/Inuvik', 'America/Havana'],
  ...['Africa/Casablanca', 'Africa/El_Aaiun', 'Europe/Chisinau', 'Pacific/Easter', 'Antarctica/Troll'],
];

/** Five in the morning, on each day of a year and of each week of nine more: after any change of that night. */
const MORNINGS = Array.from({ length: 365 + 9 * 52 }, (_, index) =>
  DateTime.utc(2026, 1, 2, 5).plus({ days: index < 365 ? index : 365 + (index - 365) * 7 }),
);

/** The moments at which it is that time in a zone, as the app shows it. */
function byLuxon(zone: Zone): string[] {
  return MORNINGS.map((morning) => utc(morning.setZone(zone, { keepLocalTime: true }).toMillis()));
}

/** The same as a calendar finds them by a description alone. */
function byIcalJs(lines: readonly string[]): string[] {
  const zone = new ICAL.Timezone(ICAL.Component.fromString(lines.join('\r\n')));
  return MORNINGS.map(({ year, month, day, hour }) => {
    const time = new ICAL.Time({ year, month, day, hour, minute: 0, second: 0, isDate: false }, zone);
    return utc(time.toUnixTime() * 1000);
  });
}

function utc(millis: number): string {
  return new Date(millis).toISOString();
}

describe.each([...BY_RULE, ...ONE_BY_ONE, ...BY_THE_PLATFORM])('%s', (name) => {
  const zone = IANAZone.create(name);
  const lines = timeZoneLines(zone, 2025, 2036);

  test('has the hours that the app shows, for ten years', () => {
    expect(byIcalJs(lines)).toEqual(byLuxon(zone));
  });

  test('is named as the meeting names it', () => {
    expect(lines.slice(0, 2)).toEqual(['BEGIN:VTIMEZONE', `TZID:${name}`]);
  });
});

function count(lines: readonly string[], start: string): number {
  return lines.filter((line) => line.startsWith(start)).length;
}

test.each(BY_RULE)('%s changes its clocks by two rules or never', (name) => {
  const lines = timeZoneLines(IANAZone.create(name), 2025, 2036);

  expect([
    { observances: 1, rules: 0 },
    { observances: 2, rules: 2 },
  ]).toContainEqual({ observances: count(lines, 'BEGIN:') - 1, rules: count(lines, 'RRULE:') });
});

test.each(ONE_BY_ONE)('%s has its changes listed', (name) => {
  const lines = timeZoneLines(IANAZone.create(name), 2025, 2036);

  expect({ observances: count(lines, 'BEGIN:') - 1, rules: count(lines, 'RRULE:') }).toEqual({
    observances: 25,
    rules: 0,
  });
});

test('a zone whose law changes is described as before and after it', () => {
  const lines = timeZoneLines(IANAZone.create('Asia/Almaty'), 2023, 2034);

  expect(lines).toEqual([
    'BEGIN:VTIMEZONE',
    'TZID:Asia/Almaty',
    ...['BEGIN:DAYLIGHT', 'DTSTART:20230101T000000', 'TZOFFSETFROM:+0600', 'TZOFFSETTO:+0600', 'END:DAYLIGHT'],
    ...['BEGIN:STANDARD', 'DTSTART:20240301T000000', 'TZOFFSETFROM:+0600', 'TZOFFSETTO:+0500', 'END:STANDARD'],
    'END:VTIMEZONE',
  ]);
});

test('a whole description', () => {
  expect(timeZoneLines(IANAZone.create('Australia/Lord_Howe'), 2025, 2036)).toEqual([
    'BEGIN:VTIMEZONE',
    'TZID:Australia/Lord_Howe',
    'BEGIN:STANDARD',
    'DTSTART:20250406T020000',
    'RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU',
    'TZOFFSETFROM:+1100',
    'TZOFFSETTO:+1030',
    'END:STANDARD',
    'BEGIN:DAYLIGHT',
    'DTSTART:20251005T020000',
    'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=1SU',
    'TZOFFSETFROM:+1030',
    'TZOFFSETTO:+1100',
    'END:DAYLIGHT',
    'END:VTIMEZONE',
  ]);
});

test('a zone that is only an offset', () => {
  expect(timeZoneLines(FixedOffsetZone.instance(-210), 2025, 2036)).toEqual([
    'BEGIN:VTIMEZONE',
    'TZID:UTC-3:30',
    ...['BEGIN:STANDARD', 'DTSTART:20250101T000000', 'TZOFFSETFROM:-0330', 'TZOFFSETTO:-0330', 'END:STANDARD'],
    'END:VTIMEZONE',
  ]);
});
