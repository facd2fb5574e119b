import { type DateTime, Duration } from 'luxon';
import type { Doubt, Need, Reading, Recurrence } from '../reading.ts';
import type { Says } from '../says.ts';
import { type CalendarDay, dayOf } from './calendar.ts';
import { settleDay } from './days.ts';
import { type Hours, settleHours } from './hours.ts';
import { firstDay, lasting, weekdayCode } from './series.ts';
import { instantOnTheClock, onTheClock } from './wall-clock.ts';

export type Settled = Pick<Reading, 'start' | 'length' | 'recurrence' | 'doubts'> & {
  readonly needs: readonly Exclude<Need, 'title'>[];
};

const TODAY = { on: 'offset', days: 0, months: 0 } as const;
const NO_DAY = { start: null, doubts: [] } as const;
/** When each part of the day is over, in minutes: `friday morning` said on a Friday afternoon is next week's. */
const OVER = { morning: 720, midday: 840, afternoon: 1080, evening: 1440, night: 1440, end: 1440 } as const;

/** From what was said to a moment, by the rules of the calendar and the clock. Pure; total. */
export function settle(said: Says, now: DateTime, writersZone: string): Settled {
  const says = said.part === 'end' && isDayless(said) ? { ...said, day: TODAY } : said;
  const zone = says.zone ?? writersZone;
  const length = says.length === undefined ? spanLength(says) : Duration.fromObject({ minutes: says.length });
  if (says.elapsed !== undefined) {
    return {
      start: { at: now.plus({ minutes: says.elapsed }).setZone(zone) },
      length,
      recurrence: null,
      doubts: [],
      needs: [],
    };
  }
  const hours = says.clock && settleHours(says.clock, says.end, says.part);
  if (!says.day && !says.rule && (!hours || !isDayless(says))) {
    return {
      ...NO_DAY,
      length: length ?? rangeLength(hours),
      recurrence: null,
      needs: hours ? ['date'] : ['date', 'time'],
    };
  }
  const today = dayOf(now, isDayless(says) ? zone : writersZone);
  const ruled = says.rule && withWeekday(says.rule, says);
  const { days, doubt } = settleDay(says.day, says.week, today);
  if (!hours) return withoutTime(says, days, today, now.setZone(zone), ruled, length);

  const late = isMidnightAhead(says, hours)
    ? { ...hours, start: hours.start + 1440, ...(hours.end === undefined ? {} : { end: hours.end + 1440 }) }
    : hours;
  const isAhead = (day: CalendarDay) => instantOnTheClock(day, late.start, zone) > now.toMillis();
  const fromThere =
    says.day?.on === 'offset' && says.day.days >= 0 ? settleDay(says.day, says.week, dayOf(now, zone)).days : [];
  const found = [...days, ...fromThere].find(isAhead) ?? days[0] ?? today;
  const day = ruled ? firstDay(ruled, says.day ? found : today, isAhead) : found;
  const minutes = late.seven && !isAhead(day) ? late.start + 720 : late.start;
  const start = onTheClock(day, minutes, zone);
  const doubts: Doubt[] = [];
  if (start.at < now) doubts.push({ kind: 'past', alternatives: [nextAt(minutes, now, zone)] });
  if (start.change === 'gap') doubts.push({ kind: 'gap', alternatives: [] });
  if (start.second) doubts.push({ kind: 'twice', alternatives: [start.at, start.second] });
  if (late.seven) {
    doubts.push({
      kind: 'seven',
      alternatives: [late.start, late.start + 720].map((choice) => onTheClock(day, choice, zone).at),
    });
  }
  if (doubt) doubts.push({ kind: doubt.kind, alternatives: [start.at, onTheClock(doubt.day, minutes, zone).at] });
  const ranged =
    late.end === undefined ? null : onTheClock(day, late.end + (minutes - late.start), zone).at.diff(start.at);
  const lasts =
    length ?? (ranged && ranged.toMillis() > 0 ? Duration.fromObject({ minutes: ranged.as('minutes') }) : null);
  return {
    start: { at: start.at },
    length: lasts,
    recurrence: ruled ? ending(ruled, says, day) : null,
    doubts,
    needs: [],
  };
}

function isDayless({ day, rule, week, vague }: Says): boolean {
  return day === undefined && rule === undefined && week === undefined && vague === undefined;
}

function withoutTime(
  says: Says,
  days: readonly CalendarDay[],
  today: CalendarDay,
  present: DateTime,
  rule: Recurrence | undefined,
  length: Duration | null,
): Settled {
  const minutes = present.hour * 60 + present.minute;
  const isOpen = (day: CalendarDay) => day > today || (day >= today && !(says.part && OVER[says.part] <= minutes));
  const found = (says.day && (days.find(isOpen) ?? days[0])) ?? today;
  const day = rule ? firstDay(rule, found, isOpen) : found;
  const recurrence = rule ? ending(rule, says, day) : null;
  return { start: { day: day.toISODate() }, length, recurrence, doubts: [], needs: ['time'] };
}

/** A weekday said beside a weekly rule is the rule's own. */
function withWeekday(rule: Recurrence, { day }: Says): Recurrence {
  if (rule.freq !== 'WEEKLY' || rule.byday || day?.on !== 'weekday') return rule;
  return { ...rule, byday: [weekdayCode(day.weekday)] };
}

function ending(rule: Recurrence, { lastDay, count, span }: Says, start: CalendarDay): Recurrence {
  if (count !== undefined) return { ...rule, count };
  if (span) return { ...rule, ...lasting(rule, span, start) };
  const until = lastDay && settleDay(lastDay, undefined, start).days[0]?.toISODate();
  return until ? { ...rule, until } : rule;
}

/** Midnight of today or tonight is the one that is still ahead. */
function isMidnightAhead({ day, part, clock }: Says, { start }: Hours): boolean {
  return (
    start === 0 &&
    clock !== undefined &&
    ((day?.on === 'offset' && day.days === 0 && day.months === 0) || part === 'night')
  );
}

function nextAt(minutes: number, now: DateTime, zone: string): DateTime {
  const today = dayOf(now, zone);
  const { at } = onTheClock(today, minutes, zone);
  return at > now ? at : onTheClock(today.plus({ days: 1 }), minutes, zone).at;
}

function rangeLength(hours: Hours | undefined): Duration | null {
  return hours?.end === undefined ? null : Duration.fromObject({ minutes: hours.end - hours.start });
}

function spanLength({ rule, span }: Says): Duration | null {
  return span && !rule ? Duration.fromObject({ days: span.days }) : null;
}
