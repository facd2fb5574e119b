import type { DateTime } from 'luxon';
import type { CalendarMeeting, CalendarText, People } from '../calendar/calendar-meeting.ts';
import {
  cancellation,
  invitation,
  occurrenceCancelled,
  occurrenceMoved,
  personTakenOff,
} from '../calendar/invitation.ts';
import { cardOccurrence } from '../domain/answers.ts';
import { reasonFor } from '../domain/changes/cancel.ts';
import type { Mailed, MailNews } from '../domain/mailed.ts';
import type { Meeting } from '../domain/meeting.ts';
import { nextOccurrence, occurrenceOf } from '../domain/occurrence.ts';
import type { Recurrence } from '../domain/recurrence.ts';
import { cancellationMail, takenOffMail } from '../mail/cancellation-mail.ts';
import { invitationMail } from '../mail/invitation-mail.ts';
import type { MailText } from '../mail/mail-text.ts';
import type { MeetingFacts } from '../mail/meeting-facts.ts';
import { updateMail } from '../mail/update-mail.ts';
import type { MailPeople } from './look-up-mail-people.ts';

export interface Change {
  readonly meeting: Meeting;
  /** What the mail is about. */
  readonly occurrence: string;
  readonly news: MailNews;
  /** What the reader's calendar says so far. */
  readonly mailed: Mailed | null;
  /** The meeting as the reader's calendar is told of it. */
  readonly inCalendar: CalendarMeeting;
}

export interface MailRules {
  /** Where this Convene is, such as `meet.example.com`. */
  readonly host: string;
  readonly ruleText: (rule: Recurrence, locale: string) => string;
}

/** What is mailed of a change: a letter for the person, and the same for their calendar. */
export function mailOfChange(
  change: Change,
  people: MailPeople,
  calendarPeople: People,
  rules: MailRules,
  now: DateTime,
): { readonly letter: MailText; readonly calendar: CalendarText } {
  const { meeting, occurrence } = change;
  return occurrence === cardOccurrence(meeting)
    ? { letter: letterOfAll(change, people, rules, now), calendar: calendarOfAll(change, calendarPeople, now) }
    : { letter: letterOfOne(change, people, rules), calendar: calendarOfOne(change, calendarPeople, now) };
}

function letterOfAll(change: Change, people: MailPeople, rules: MailRules, now: DateTime): MailText {
  const { meeting, news, mailed, inCalendar } = change;
  const { series, notes, reason } = meeting;
  // Of what is called off, the run that was to come next.
  const shown = nextOccurrence({ ...meeting, status: 'scheduled' }, now) ?? meeting;
  const facts = factsOf(meeting, shown, people, rules, series && rules.ruleText(series.rule, people.reader.locale));
  const { joinUrl } = inCalendar;
  switch (news) {
    case 'invited':
      return invitationMail({ ...facts, joinUrl, notes });
    case 'moved':
      return updateMail({ ...facts, joinUrl, notes, before: mailed && spanFor(mailed, people) });
    case 'changed':
      return updateMail({ ...facts, joinUrl, notes, before: null });
    case 'cancelled':
      return cancellationMail({ ...facts, notes: reason, isOneOfMany: false });
    case 'taken-off':
      return takenOffMail(facts);
  }
}

function calendarOfAll({ news, inCalendar }: Change, people: People, now: DateTime): CalendarText {
  if (news === 'cancelled') return cancellation(inCalendar, people, now);
  return news === 'taken-off' ? personTakenOff(inCalendar, people, now) : invitation(inCalendar, people, now);
}

function letterOfOne(change: Change, people: MailPeople, rules: MailRules): MailText {
  const { meeting, news, mailed, inCalendar } = change;
  const { one, isOff } = runOf(change);
  if (isOff)
    return cancellationMail({
      ...factsOf(meeting, one, people, rules),
      notes: reasonFor(meeting, change.occurrence),
      isOneOfMany: true,
    });
  const before = news === 'moved' && mailed ? spanFor(mailed, people) : null;
  const { joinUrl } = inCalendar;
  return updateMail({ ...factsOf(meeting, one, people, rules), joinUrl, notes: meeting.notes, before });
}

function calendarOfOne(change: Change, people: People, now: DateTime): CalendarText {
  const { one, isOff } = runOf(change);
  if (isOff) return occurrenceCancelled(change.inCalendar, one.plannedAt, people, now);
  const moved = { original: one.plannedAt, start: one.startsAt, end: one.endsAt };
  return occurrenceMoved(change.inCalendar, moved, people, now);
}

function runOf({ meeting, occurrence, news }: Change) {
  const one = occurrenceOf(meeting, occurrence);
  if (!one) throw new Error(`meeting ${meeting.id} has no run ${occurrence}`);
  return { one, isOff: news === 'cancelled' || news === 'taken-off' };
}

function factsOf(
  { title, workspaceName }: Meeting,
  span: Span,
  people: MailPeople,
  { host }: MailRules,
  repeats: string | null = null,
): MeetingFacts {
  return { title, ...spanFor(span, people), organizerName: people.organizerName, workspaceName, repeats, host };
}

interface Span {
  readonly startsAt: DateTime;
  readonly endsAt: DateTime;
}

function spanFor({ startsAt, endsAt }: Span, { reader: { zone, locale } }: MailPeople): Span {
  const shown = (at: DateTime) => at.setZone(zone).setLocale(locale);
  return { startsAt: shown(startsAt), endsAt: shown(endsAt) };
}
