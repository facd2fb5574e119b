import { rendered } from './letter.ts';
import type { MailText } from './mail-text.ts';
import {
  type MeetingFacts,
  NOTHING_ELSE,
  notesOf,
  organizerFact,
  organizerOf,
  sentBy,
  titleOf,
  whenFact,
} from './meeting-facts.ts';
import { shortText } from './when.ts';

export interface CancellationMail extends MeetingFacts {
  /** Why, in the organizer's words. */
  readonly notes: string | null;
  /** Only this time of a meeting that repeats. */
  readonly isOneOfMany: boolean;
}

/** When there will be no meeting, or not this time. */
export function cancellationMail(facts: CancellationMail): MailText {
  return rendered({
    ...NOTHING_ELSE,
    subject: `Cancelled: ${titleOf(facts)} (${shortText(facts.startsAt)})`,
    lead: `${organizerOf(facts)} has cancelled this meeting${facts.isOneOfMany ? ' for this time only' : ''}`,
    heading: titleOf(facts),
    facts: [whatWas(facts), organizerFact(facts)],
    notes: notesOf(facts, facts.notes),
    smallPrint: [
      facts.isOneOfMany
        ? 'If this time is still in your calendar, please delete it there. The other times stay as they are.'
        : 'If it is still in your calendar, please delete it there. The link does not work any more.',
      sentBy(facts),
    ],
  });
}

/** For one person who is no longer asked, while the meeting stands. */
export function takenOffMail(facts: MeetingFacts): MailText {
  return rendered({
    ...NOTHING_ELSE,
    subject: `No longer invited: ${titleOf(facts)} (${shortText(facts.startsAt)})`,
    lead: `${organizerOf(facts)} has removed you from this meeting`,
    heading: titleOf(facts),
    facts: [whatWas(facts), organizerFact(facts)],
    smallPrint: [
      'You need not come. If it is still in your calendar, please delete it there. Your link does not work any more.',
      sentBy(facts),
    ],
  });
}

function whatWas({ startsAt, endsAt, repeats }: MeetingFacts) {
  return { ...whenFact('When', startsAt, endsAt, repeats), isOver: true };
}
