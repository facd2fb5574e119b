import type { DateTime } from 'luxon';
import { cardOccurrence } from './answers.ts';
import type { Invitee } from './invitee.ts';
import { type MailNews, mailNewsOf, mailTruthOf } from './mailed.ts';
import { inviteeOf, type Meeting } from './meeting.ts';
import { lastEnd } from './occurrence.ts';
import { ok, type Result, refuse } from './result.ts';
import { singledOut } from './told.ts';

/** How many mails: those that invite a guest, and those that tell one of another time or of other words. */
export interface GuestMails {
  readonly invitations: number;
  readonly changes: number;
}

export const NO_MAILS: GuestMails = { invitations: 0, changes: 0 };

export interface TooManyGuestMails {
  readonly kind: 'too-many-guest-mails';
  readonly of: keyof GuestMails;
  readonly wanted: number;
  /** How many of the day's are left. */
  readonly left: number;
  readonly most: number;
}

/**
 * Which mails to guests a change calls for at most. Cancellations are none of them: one always goes out, and nobody gets
 * more of them than invitations.
 *
 * @param before null for a new meeting
 */
export function guestMailsOf(before: Meeting | null, after: Meeting): GuestMails {
  if (after.status !== 'scheduled') return NO_MAILS;
  const guests = after.invitees.filter(({ email }) => email !== null);
  if (guests.length === 0) return NO_MAILS;
  const known = before?.status === 'scheduled' ? endingWith(before, after) : null;
  const news = guests.flatMap((guest) => newsFor(guest, known, after));
  const invitations = news.filter((one) => one === 'invited').length;
  const changes = news.filter((one) => one === 'moved' || one === 'changed').length;
  return { invitations, changes };
}

/** That the rest of a series is called off is a cancellation, so it is left out of what is compared. */
function endingWith(before: Meeting, after: Meeting): Meeting {
  const until = after.series?.rule.until;
  const [was, is] = [lastEnd(before), lastEnd(after)];
  const endsEarlier = is !== null && (was === null || is < was);
  if (!before.series || until === undefined || !endsEarlier) return before;
  const { count: _, ...rule } = before.series.rule;
  return { ...before, series: { ...before.series, rule: { ...rule, until } } };
}

/** The mail about all of a series says how its single runs are. */
function newsFor(guest: Invitee, before: Meeting | null, after: Meeting): (MailNews | null)[] {
  const known = before && inviteeOf(before, guest.id);
  const newsAt = (occurrence: string) => {
    const told = before && known && mailTruthOf(before, known, occurrence);
    const truth = mailTruthOf(after, guest, occurrence);
    return truth && mailNewsOf(after, guest, told, truth);
  };
  const whole = newsAt(cardOccurrence(after));
  return whole ? [whole] : singledOut(after, []).map(newsAt);
}

/**
 * Counts mails against what a workspace may send in a day: so many invitations, and as many changes besides, so that whoever
 * was invited can be told of them.
 *
 * @param sent on that day
 */
export function withinTheDay(
  sent: GuestMails,
  wanted: GuestMails,
  most: number,
): Result<GuestMails, TooManyGuestMails> {
  for (const of of ['invitations', 'changes'] as const) {
    const left = Math.max(0, most - sent[of]);
    if (wanted[of] > left) {
      return refuse({ kind: 'too-many-guest-mails', of, wanted: wanted[of], left, most });
    }
  }
  return ok(sum(sent, wanted));
}

/** Takes mails off the count again that were not asked for after all. */
export function givenBack(sent: GuestMails, unused: GuestMails): GuestMails {
  return {
    invitations: Math.max(0, sent.invitations - unused.invitations),
    changes: Math.max(0, sent.changes - unused.changes),
  };
}

function sum(one: GuestMails, other: GuestMails): GuestMails {
  return { invitations: one.invitations + other.invitations, changes: one.changes + other.changes };
}

/** When the counts begin anew: the day is the UTC day for everybody. */
export function nextDay(now: DateTime): DateTime {
  return now.toUTC().startOf('day').plus({ days: 1 });
}
