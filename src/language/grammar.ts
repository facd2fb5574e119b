import type { ParsedResult, ParsingOption, ParsingReference } from 'chrono-node';
import type { Recurrence } from '../domain/recurrence.ts';
import type { DayPart, Period, WhichWeekday } from './says.ts';

/**
 * A language as data: its words, and the forms of expression that the readers look for.
 *
 * A word is a regular expression source that matches any spelling of it. A form is one too, with three conveniences: a
 * space stands for any white space (none is needed in a language without spaces), ` ?` for optional white space, and
 * `{slot}` for the words of a slot, read out under that name, or under another: `{first:clock}`. Groups never capture.
 * Slots: weekday, shortWeekday, weekdays (a list), listedWeekday (one of it), month, monthNumber, day (1 to 31), nth
 * (with its ordinal ending), place (nth or last, or a list of them), year, number, unit, amount, decimal, frequency,
 * hour, anyHour (spelled out beyond twelve), fullHour (two digits), dayHour (7 to 23), lateHour (13 to 23), minute,
 * minuteWord, anyMinute (either), roundWord (five, ten, twenty …), meridiem, clock, marked (a clock that is no bare
 * hour), rangeClock, part, zone (a name as in `zones.ts`). Case and diacritics do not matter, and `'` is any apostrophe (see `folded`).
 */
export interface Language {
  /** ISO 639-1. */
  readonly code: string;
  /** Whether words are set apart by spaces. */
  readonly spaced: boolean;
  /** What is asked when no reader found a day, where chrono reads this language. */
  readonly chrono?: ChronoParser;

  /** Monday first; each the spellings of one weekday. */
  readonly weekdays: readonly string[];
  /** Shorter spellings that are words of their own elsewhere, such as `Do` or `月`: only in lists and where a form has them. */
  readonly shortWeekdays?: readonly string[];
  /** January first. */
  readonly months: readonly string[];
  /** Numbers only before a unit: `an hour`, `a couple of days`. */
  readonly articles: Words<number>;
  readonly numbers: Words<number>;
  readonly ordinals: Words<number>;
  /** What makes a number an ordinal, such as `st|nd|rd|th`. */
  readonly ordinalEnding: string;
  /** `the last friday`. */
  readonly last: string;
  readonly units: Words<Unit>;
  readonly parts: Words<DayPart>;
  /** Between the parts of a list or of a length. */
  readonly and: string;
  /** Between two of which one is to be chosen. */
  readonly or: string;
  readonly weekdayPlural: string;
  readonly meridiems: Words<'am' | 'pm'>;

  /** Lengths of time. `times` and `plus` are in units: half an hour, an hour and a half. `minutes` need no unit. */
  readonly amounts: readonly Form<{ times?: number; plus?: number; minutes?: number }>[];
  /**
   * `bare`: a time only where other words say so; `ranged`: only as an end of a range (slot rangeClock). `minutes` are
   * added to the hour, as often as the slot `minutes` says where there is one, and `plus` once. `at` is the time itself.
   */
  readonly clocks: readonly Form<{
    bare?: true;
    ranged?: true;
    minutes?: number;
    plus?: number;
    at?: readonly [hour: number, minute: number];
  }>[];
  /** Leads into a clock, bare or not. */
  readonly clockLeads: readonly Form[];
  /** What every clock range has between its ends; texts without it are not searched for one. */
  readonly rangeJoints?: string;
  /** Slots `first` and `last`. `sure`: a range of times even when both ends are bare hours. */
  readonly clockRanges: readonly Form<{ sure?: true }>[];
  /** `means`: the part where it is not in a slot. `day` from today. */
  readonly partForms: readonly Form<{ means?: DayPart; day?: number; sure?: true }>[];

  /** Days counted from today. `beside`: only beside a time. */
  readonly days: readonly Form<{ days: number; part?: DayPart; beside?: true }>[];
  /**
   * `weeks` after that weekday, one less than the slot `number` where there is one; `week` ahead of this one. `beside`:
   * only beside a time. May have a part of the day in it.
   */
  readonly weekdayForms: readonly Form<{ which: WhichWeekday; weeks?: number; week?: number; beside?: true }>[];
  /** `this week`, `next week`: calendar weeks ahead of this one. */
  readonly weekForms: readonly Form<{ weeks: number }>[];
  readonly dates: readonly Form[];
  /** `alone`: also away from a time, where no plain word follows. */
  readonly monthDays: readonly Form<{ monthsAhead?: number; last?: true; sure?: true; alone?: true }>[];
  /** Slots `place` and `weekday`, with `month` or so many months ahead; without either the next such day. */
  readonly weekdaysOfMonth?: readonly Form<{ monthsAhead?: number }>[];
  /** `in {amount}`; exact time for minutes and hours, the calendar for days and more; without an amount, now. */
  readonly fromNow: readonly Form[];
  /** `{amount} from`, before a day; an amount without any other word counts only in whole weeks (`a week tomorrow`). */
  readonly fromDay: readonly Form[];
  /** Words for no day in particular; `leading`: where no plain word follows. */
  readonly vague: readonly Form<{ sure?: true; leading?: true }>[];

  /** `sure`: also days and weeks, as in `for 6 weeks`. */
  readonly lengths: readonly Form<{ sure?: true }>[];
  /** Before the last day of a series, or before the end of a meeting; an article may stand between. */
  readonly until: string;
  readonly article?: string;
  /** The same behind it. */
  readonly untilBehind?: string;
  /** Between two days of which the second is the last of a series: `from march 2 to june 1`. */
  readonly dayRange?: string;
  /** Behind `until`: the last day of a month, or of this month, quarter or year. */
  readonly periodEnds?: readonly Form<{ of?: Period }>[];
  /** When a series starts, where only a month is said: in slot `month`, or so many months ahead. */
  readonly periodStarts?: readonly Form<{ monthsAhead?: number }>[];
  /** Days of the week on which a series is not: slot `weekdays`. */
  readonly exceptions?: readonly Form[];

  /** Single words that say how often, such as `fortnightly`. */
  readonly frequencies: Words<Frequency>;
  /**
   * How often; each also read with each of `ruleTails` behind it. `adjective`: may belong to a title whose noun
   * stands behind it (`weekly sync`) or on either side (`réunion hebdomadaire`).
   */
  readonly ruleHeads: readonly Form<{ interval?: number; adjective?: 'before' | 'beside' }>[];
  readonly ruleTails: readonly Form[];
  /**
   * Rules that name their days: slots `weekdays`, `first` and `last`, `part`, `month` and `day`, or `place` and
   * `weekday` of a month.
   * `listed`: only in the plural or with slashes (`mondays`, `tue/thu`). `several`: only two days and more.
   */
  readonly ruleForms: readonly Form<{ interval?: number; days?: readonly number[]; listed?: true; several?: true }>[];
  readonly counts: readonly Form[];

  /** Words that say that anyone may come. */
  readonly publicWords: string;
  /** What `London time` and `PST` have behind or before them, besides the place; `zoneHead` is as sure as the tail. */
  readonly zoneLead: string;
  readonly zoneHead?: string;
  readonly zoneTail: string;
  /** Names of places and zones in this language. */
  readonly zones: Readonly<Record<string, string>>;

  /** Words before a stretch of time that are no part of a title: `lunch at noon`. */
  readonly timeConnectives: string;
  /** Besides those, words that may stand between two stretches of time: `tomorrow in the morning`. */
  readonly timeFillers: string;
  /** Words before a title, behind a time: `tomorrow at 9 for lunch`. */
  readonly titleLeads: string;
  /** Words at the end of the whole text, behind a title: `please`. */
  readonly titleTails?: string;
  /** Words before a person that are no part of a title. */
  readonly personConnectives: string;
  /** Words behind a person that are no part of a title. */
  readonly personFollowers?: string;

  /** Words of this language that mean a time in another: `mon` is French for my. Before a plain word they mean none. */
  readonly falseFriends?: string;
}

export type Form<T = unknown> = { readonly form: string } & Readonly<T>;

/** Spellings (sources) and what each means; the first that fits counts. */
export type Words<T> = readonly (readonly [spelling: string, meaning: T])[];

export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'fortnight' | 'month' | 'quarter' | 'year';

export interface Frequency {
  readonly freq: Recurrence['freq'];
  readonly interval?: number;
}

export interface ChronoParser {
  parse(text: string, reference?: ParsingReference | Date, option?: ParsingOption): ParsedResult[];
}
