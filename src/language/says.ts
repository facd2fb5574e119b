import type { Recurrence } from '../domain/recurrence.ts';
import type { Stretch } from './reading.ts';

/** What one stretch of text says about a meeting. Nothing here depends on the present; `rules/` settle that. */
export interface Says {
  readonly day?: Day;
  /** Calendar weeks ahead of this one: 0 this week, 1 next week. Names a day only together with a weekday. */
  readonly week?: number;
  readonly part?: DayPart;
  readonly clock?: Clock;
  /** The wall clock at the end. */
  readonly end?: Clock;
  /** Exact minutes from now. */
  readonly elapsed?: number;
  /** Minutes. */
  readonly length?: number;
  /** `for 6 weeks`: how long a series goes on, or how long a meeting of days takes. */
  readonly span?: Amount;
  readonly rule?: Recurrence;
  readonly lastDay?: Day;
  /** The first day on which a series may be, where that is no day of its own: `starting in april`. */
  readonly firstDay?: Day;
  /** ISO weekdays on which a series is not. */
  readonly except?: readonly number[];
  readonly count?: number;
  /** An IANA name, or a fixed offset as luxon writes it (`UTC+2`). */
  readonly zone?: string;
  readonly access?: 'public';
  /** Time words that name no day, such as `sometime` and `next month`. */
  readonly vague?: true;
}

export type Day =
  /** `swapped` is the other way to read a numeric date. A missing year is the next such date. */
  | {
      readonly on: 'date';
      readonly year?: number;
      readonly month: number;
      readonly day: number;
      readonly swapped?: true;
    }
  /** ISO weekday, Monday 1. `next` is the one in the next calendar week; `plusDays` counts on from there. */
  | { readonly on: 'weekday'; readonly weekday: number; readonly which: WhichWeekday; readonly plusDays?: number }
  /** From today. `weeks` is set when whole weeks were said, so that a weekday beside it can choose within that week. */
  | { readonly on: 'offset'; readonly days: number; readonly months: number; readonly weeks?: number }
  | { readonly on: 'month-start' | 'month-end'; readonly month: number }
  /** The last day of the one that today is in. */
  | { readonly on: 'period-end'; readonly period: Period }
  /**
   * `the first friday in march`; -1 is the last. Without a month it is so many months ahead of this one, or else the next
   * such day.
   */
  | {
      readonly on: 'nth-weekday';
      readonly nth: number;
      readonly weekday: number;
      readonly month?: number;
      readonly monthsAhead?: number;
    }
  /** `the 15th`; -1 is the last day. `monthsAhead` is set where the month was said. */
  | { readonly on: 'monthday'; readonly day: number; readonly monthsAhead?: number };

export type Period = 'month' | 'quarter' | 'year';

export type WhichWeekday = 'coming' | 'this' | 'next' | 'last';

/** `end` is the end of the working day: it names no hour. */
export type DayPart = 'morning' | 'midday' | 'afternoon' | 'evening' | 'night' | 'end';

/** A wall clock as said. */
export interface Clock {
  /** 0 to 24; 1 to 12 where `meridiem` is set. */
  readonly hour: number;
  readonly minute: number;
  readonly meridiem?: 'am' | 'pm';
  /** The hour is of the 24 hour clock beyond doubt, such as `14:30`, `09:00` and `noon`. */
  readonly exact: boolean;
}

/** Minutes elapse; days and months are counted on the calendar. `weeks` is set when whole weeks were said. */
export interface Amount {
  readonly minutes: number;
  readonly days: number;
  readonly months: number;
  readonly weeks?: number;
}

/** A stretch of the text with what it says. */
export interface Piece {
  /** Offsets into the text, half-open. */
  readonly from: number;
  readonly to: number;
  readonly as: Stretch['as'];
  readonly says: Says;
  /** Where such words mean a time at all; elsewhere they are plain words. */
  readonly only?: Condition;
}

/**
 * - `beside-when-or-alone`: as `beside-when`, or not before a plain word (`lunch 12-1`)
 * - `beside-when`: next to a day, a time or a rule (`tomorrow 9`, `friday morning`)
 * - `beside-when-not-after-word`: the same, unless a plain word before it claims it (`friday evening`, `movie night friday`)
 * - `after-time`: right behind a time (`9am PT`)
 * - `after-time-alone`: the same and not before a plain word (`9am London`, not `9am London offsite`)
 * - `not-before-word`: not before a plain word, which would make it an adjective (`weekly sync`, `public roadmap`)
 * - `not-beside-word`: nor behind one, where adjectives follow their nouns (`réunion hebdomadaire`)
 */
export type Condition =
  | 'beside-when'
  | 'beside-when-or-alone'
  | 'beside-when-not-after-word'
  | 'after-time'
  | 'after-time-alone'
  | 'not-before-word'
  | 'not-beside-word';
