import { type DateTime, Duration } from 'luxon';
import type { Recurrence } from '../../domain/recurrence.ts';
import type { Doubt, Need, Reading } from '../reading.ts';
import type { Says } from '../says.ts';
import { type CalendarDay, dayOf, isoDay, weekdayCode } from './calendar.ts';
import { type DayChoice, settleDay } from './days.ts';
import { type Hours, settleHours } from './hours.ts';
import { firstDay, lasting } from './series.ts';
import { inZone, onTheClock } from './wall-clock.ts';

export type Settled = Pick<Reading, 'start' | 'length' | 'recurrence' | 'doubts'> & {
  readonly needs: readonly Exclude<Need, 'title'>[];
};

const TODAY = { on: 'offset', days: 0, months: 0 } as const;
const DAY_MINUTES = 1440;
const MINUTE_MS = 60_000;
const WEEK = [1, 2, 3, 4, 5, 6, 7];
/** When each part of the day is over, in minutes: `friday morning` said on a Friday afternoon is next week's. */
const OVER = { morning: 720, midday: 840, afternoon: 1080, evening: 1440, night: 1440, end: 1440 } as const;

/** From what was said to a moment, by the rules of the calendar and the clock. Pure; total. */
export function settle(said: Says, now: DateTime, writersZone: string): Settled {
  const says = said.part === 'end' && isDayless(said) ? { ...said, day: TODAY } : said;
  const zone = says.zone ?? writersZone;
  const length = saidLength(says);
  if (says.elapsed !== undefined) {
    const at = inZone(now.toMillis() + says.elapsed * MINUTE_MS, zone);
    return { start: { at }, length, recurrence: null, doubts: [], needs: [] };
  }
  const hours = says.clock && settleHours(says.clock, says.end, says.part);
  if (!says.day && !says.rule && (!hours || !isDayless(says))) {
    return lackingDay(hours, length);
  }
  const today = dayOf(now, isDayless(says) ? zone : writersZone);
  const rule = says.rule && without(says.except, withWeekday(says.rule, says));
  const choice = settleDay(says.day ?? says.firstDay, says.week, today);
  if (choice.days.length === 0) return lackingDay(hours, length);
  return hours
    ? withTime(says, rule, choice, today, isMidnightAhead(says, hours) ? aDayLater(hours) : hours, now, zone, length)
    : withoutTime(says, rule, choice, today, now, zone, length);
}

function withTime(
  says: Says,
  rule: Recurrence | undefined,
  { days, doubt }: DayChoice,
  today: CalendarDay,
  hours: Hours,
  now: DateTime,
  zone: string,
  length: Duration | null,
): Settled {
  const present = now.toMillis();
  const isAhead = (day: CalendarDay) => onTheClock(day, hours.start, zone).at > present;
  const found = days.find(isAhead) ?? aheadThere(says, now, isAhead) ?? days[0] ?? today;
  const day = rule ? firstDay(rule, startsOn(says, found, today), isAhead) : found;
  const minutes = hours.seven && !isAhead(day) ? hours.start + DAY_MINUTES / 2 : hours.start;
  const { at, change, second } = onTheClock(day, minutes, zone);
  const moments = (...instants: number[]) => instants.map((ms) => inZone(ms, zone));

  const doubts: Doubt[] = [];
  if (at < present) doubts.push({ kind: 'past', alternatives: moments(nextAt(minutes, now, zone)) });
  if (change === 'gap') doubts.push({ kind: 'gap', alternatives: [] });
  if (second !== undefined) doubts.push({ kind: 'twice', alternatives: moments(at, second) });
  if (hours.seven) {
    const choices = [hours.start, hours.start + DAY_MINUTES / 2].map((choice) => onTheClock(day, choice, zone).at);
    doubts.push({ kind: 'seven', alternatives: moments(...choices) });
  }
  if (doubt) doubts.push({ kind: doubt.kind, alternatives: moments(at, onTheClock(doubt.day, minutes, zone).at) });

  const end = hours.end === undefined ? at : onTheClock(day, hours.end + minutes - hours.start, zone).at;
  const range = end > at ? Duration.fromObject({ minutes: (end - at) / MINUTE_MS }) : null;
  const recurrence = rule ? ending(rule, says, day) : null;
  return { start: { at: inZone(at, zone) }, length: length ?? range, recurrence, doubts, needs: [] };
}

function withoutTime(
  says: Says,
  rule: Recurrence | undefined,
  { days, doubt }: DayChoice,
  today: CalendarDay,
  now: DateTime,
  zone: string,
  length: Duration | null,
): Settled {
  const isOver = (day: CalendarDay) =>
    says.part !== undefined && onTheClock(day, OVER[says.part], zone).at <= now.toMillis();
  const isOpen = (day: CalendarDay) => day > today || (day === today && !isOver(day));
  const found = days.find(isOpen) ?? days[0] ?? today;
  const day = rule ? firstDay(rule, startsOn(says, found, today), isOpen) : found;
  const recurrence = rule ? ending(rule, says, day) : null;
  const doubts: Doubt[] = doubt ? [{ kind: doubt.kind, alternatives: [] }] : [];
  return { start: { day: isoDay(day) }, length, recurrence, doubts, needs: ['time'] };
}

function lackingDay(hours: Hours | undefined, length: Duration | null): Settled {
  const needs = hours ? (['date'] as const) : (['date', 'time'] as const);
  return { start: null, length: length ?? rangeLength(hours), recurrence: null, doubts: [], needs };
}

function isDayless({ day, rule, week, vague }: Says): boolean {
  return day === undefined && rule === undefined && week === undefined && vague === undefined;
}

/** `tomorrow 9am Tokyo time`, where the writer's tomorrow is today in Tokyo and that hour is over: theirs is meant. */
function aheadThere(
  { day, zone }: Says,
  now: DateTime,
  isAhead: (day: CalendarDay) => boolean,
): CalendarDay | undefined {
  if (zone === undefined || day?.on !== 'offset' || day.days < 0) return undefined;
  return settleDay(day, undefined, dayOf(now, zone)).days.find(isAhead);
}

/** A weekday said beside a weekly rule is the rule's own. */
function withWeekday(rule: Recurrence, { day }: Says): Recurrence {
  if (rule.freq !== 'WEEKLY' || rule.byday || day?.on !== 'weekday') return rule;
  return { ...rule, byday: [weekdayCode(day.weekday)] };
}

/** Every day but some is every week on the others. */
function without(except: readonly number[] | undefined, rule: Recurrence): Recurrence {
  const isDaily = rule.freq === 'DAILY' && rule.interval === undefined;
  const days = rule.byday ?? (isDaily ? WEEK.map(weekdayCode) : []);
  const left = days.filter((code) => !except?.map(weekdayCode).includes(code));
  return except && left.length > 0 && (isDaily || rule.freq === 'WEEKLY')
    ? { ...rule, freq: 'WEEKLY', byday: left }
    : rule;
}

/** The day from which a series is looked for, where one or a week was said. */
function startsOn({ day, firstDay: first, week }: Says, found: CalendarDay, today: CalendarDay): CalendarDay {
  return day ? found : first || week !== undefined ? Math.max(found, today) : today;
}

function ending(rule: Recurrence, { lastDay, count, span }: Says, start: CalendarDay): Recurrence {
  if (count !== undefined) return { ...rule, count };
  if (span) return { ...rule, ...lasting(rule, span, start) };
  const until = lastDay && settleDay(lastDay, undefined, start).days[0];
  return until === undefined ? rule : { ...rule, until: isoDay(until) };
}

/** Midnight of today or tonight is the one that is still ahead. */
function isMidnightAhead({ day, part, clock }: Says, { start }: Hours): boolean {
  const isToday = day?.on === 'offset' && day.days === 0 && day.months === 0;
  return start === 0 && clock !== undefined && (isToday || part === 'night');
}

function aDayLater({ start, end, seven }: Hours): Hours {
  const later = { start: start + DAY_MINUTES, seven };
  return end === undefined ? later : { ...later, end: end + DAY_MINUTES };
}

function nextAt(minutes: number, now: DateTime, zone: string): number {
  const today = dayOf(now, zone);
  const { at } = onTheClock(today, minutes, zone);
  return at > now.toMillis() ? at : onTheClock(today + 1, minutes, zone).at;
}

function rangeLength(hours: Hours | undefined): Duration | null {
  return hours?.end === undefined ? null : Duration.fromObject({ minutes: hours.end - hours.start });
}

function saidLength({ length, rule, span }: Says): Duration | null {
  if (length !== undefined) return Duration.fromObject({ minutes: length });
  return span && !rule ? Duration.fromObject({ days: span.days }) : null;
}
