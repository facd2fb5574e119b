import { DateTime, FixedOffsetZone, type Zone } from 'luxon';
import { type ClockChange, clockChanges } from './clock-changes.ts';
import { WEEKDAYS } from './rule.ts';
import { clockTime } from './times.ts';

/**
 * The VTIMEZONE of a zone, right in these years, the last included, and later on where its clocks change by a rule. It
 * is made from the offsets that the hours in messages come from, so that both always show the same: a packaged
 * description is of another age than the data of the platform. Changes without a yearly rule are listed one by one.
 *
 * @param lastYear ten or so after the first, to tell the last Sunday of a month from the fourth
 */
export function timeZoneLines(zone: Zone, firstYear: number, lastYear: number): string[] {
  const changes = clockChanges(zone, firstYear, lastYear);
  const offsetAtFirst = zone.offset(Date.UTC(firstYear, 0, 1));
  const standard = Math.min(offsetAtFirst, ...changes.map(({ after }) => after));
  const observances = byRule(changes, lastYear - firstYear + 1) ?? oneByOne(changes, firstYear, offsetAtFirst);
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone.name}`,
    ...observances.flatMap(({ change, rule }) =>
      observance(change, change.after > standard ? 'DAYLIGHT' : 'STANDARD', rule),
    ),
    'END:VTIMEZONE',
  ];
}

interface Observance {
  readonly change: ClockChange;
  readonly rule: string | null;
}

/** Two changes a year, each by a rule of its own; null where it is otherwise. */
function byRule(changes: readonly ClockChange[], years: number): Observance[] | null {
  if (changes.length !== 2 * years) return null;
  const halves = [0, 1].map((half) => changes.filter((_, index) => index % 2 === half));
  const observances = halves.flatMap((half) => {
    const rule = yearlyRule(half);
    const [change] = half;
    return change && rule ? [{ change, rule }] : [];
  });
  return observances.length === 2 ? observances : null;
}

/** How changes of one year each repeat, or null if they do not by month, weekday and hour. */
function yearlyRule(changes: readonly ClockChange[]): string | null {
  const days = changes.map(onset);
  const common = <T>(values: readonly T[]) => (new Set(values).size === 1 ? values[0] : undefined);
  const day = common(
    days.map(({ month, weekday, hour, minute }, index) =>
      [month, WEEKDAYS[weekday - 1], hour, minute, changes[index]?.before, changes[index]?.after].join(),
    ),
  );
  const areLast = days.every(({ day, daysInMonth }) => day + 7 > (daysInMonth ?? 31));
  const week = areLast ? -1 : common(days.map(({ day }) => Math.ceil(day / 7)));
  if (day === undefined || week === undefined) return null;
  const [month, weekday] = day.split(',');
  return `FREQ=YEARLY;BYMONTH=${month};BYDAY=${week}${weekday}`;
}

/** What the clocks showed when they were set. */
function onset({ at, before }: ClockChange): DateTime {
  return DateTime.fromMillis(at, { zone: FixedOffsetZone.instance(before) });
}

function oneByOne(changes: readonly ClockChange[], firstYear: number, offset: number): Observance[] {
  const atFirst = { at: Date.UTC(firstYear, 0, 1) - offset * 60_000, before: offset, after: offset };
  return [atFirst, ...changes].map((change) => ({ change, rule: null }));
}

function observance({ at, before, after }: ClockChange, kind: string, rule: string | null): string[] {
  return [
    `BEGIN:${kind}`,
    `DTSTART:${clockTime(at, before)}`,
    ...(rule ? [`RRULE:${rule}`] : []),
    `TZOFFSETFROM:${offsetText(before)}`,
    `TZOFFSETTO:${offsetText(after)}`,
    `END:${kind}`,
  ];
}

/** `+0530` */
function offsetText(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}${String(rest).padStart(2, '0')}`;
}
