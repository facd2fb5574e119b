import type { DateTime } from 'luxon';
import type { Recurrence } from '../domain/recurrence.ts';

/** One person's view of a meeting: what a calendar is told about it. */
export interface CalendarMeeting {
  /** The same for one person at one meeting for ever: letters, digits and `-_.@`. */
  readonly uid: string;
  /** 0 at first, one more at each change of the time; never less. */
  readonly sequence: number;
  readonly changedAt: DateTime;
  readonly title: string;
  readonly notes: string | null;
  /** In the meeting's zone, in whose hours a series repeats. Of a series, its first occurrence. */
  readonly start: DateTime;
  readonly end: DateTime;
  /** http or https; whoever has it can join as this person. */
  readonly joinUrl: string;
  readonly organizerName: string;
  readonly series: CalendarSeries | null;
  /** How long before the start the calendar reminds; null for not at all. */
  readonly reminderMinutes: number | null;
}

export interface CalendarSeries {
  readonly rule: Recurrence;
  /** When the occurrences that were cancelled would have begun; only real ones. */
  readonly without: readonly DateTime[];
  /** None of them cancelled. */
  readonly moved: readonly MovedOccurrence[];
}

export interface MovedOccurrence {
  /** When it would have begun by the rule. */
  readonly original: DateTime;
  readonly start: DateTime;
  readonly end: DateTime;
}

export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** Between whom an invitation goes. */
export interface People {
  /** Where answers go: the app's own mailbox, under a name that says for whom it writes. */
  readonly organizer: Mailbox;
  /** The one person whom the mail goes to. */
  readonly attendee: Mailbox & { readonly role: 'organizer' | 'invitee' };
}

export type Method = 'PUBLISH' | 'REQUEST' | 'CANCEL';

export interface CalendarText {
  /** What `content` says too; the MIME type of a mail has to say the same (RFC 6047, 2.4). */
  readonly method: Method;
  /** `text/calendar` in UTF-8. */
  readonly content: string;
}
