/** How a meeting repeats: RFC 5545 RRULE parts, only those that apply. */
export interface Recurrence {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval?: number;
  /** `MO`, or `1MO` for the first Monday of a month, `-1FR` for the last Friday. */
  readonly byday?: readonly string[];
  readonly bymonthday?: readonly number[];
  /** The last day, as a date in the zone of the start. */
  readonly until?: string;
  readonly count?: number;
}
