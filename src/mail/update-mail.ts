import type { DateTime } from 'luxon';
import { answerQuestion, joinButton } from './join-links.ts';
import { type Fact, rendered } from './letter.ts';
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
  YOURS_ALONE,
} from './meeting-facts.ts';
import { shortText } from './when.ts';

export interface UpdateMail extends MeetingFacts {
  readonly joinUrl: string;
  readonly notes: string | null;
  /** When it was before; null when only its words are others. */
  readonly before: { readonly startsAt: DateTime; readonly endsAt: DateTime } | null;
}

export function updateMail(facts: UpdateMail): MailText {
  const { startsAt, endsAt, repeats, joinUrl, notes, before } = facts;
  return rendered({
    ...NOTHING_ELSE,
    subject: before
      ? `Moved: ${titleOf(facts)} (${shortText(before.startsAt)} → ${shortText(startsAt)})`
      : `Changed: ${titleOf(facts)} (${shortText(startsAt)})`,
    lead: before
      ? `${organizerOf(facts)} has moved this meeting to another time`
      : `${organizerOf(facts)} has changed this meeting`,
    heading: titleOf(facts),
    facts: [
      ...(before === null ? [] : [wasFact(before)]),
      whenFact(before ? 'Now' : 'When', startsAt, endsAt, repeats),
      organizerFact(facts),
    ],
    button: joinButton(joinUrl),
    // A new time asks anew.
    question: before && answerQuestion(joinUrl),
    notes: notesOf(facts, notes),
    smallPrint: [
      ...(before
        ? ['Your calendar may still show the old time: then delete that entry and open the attached file.']
        : []),
      `Your link is the same as before. ${YOURS_ALONE}`,
      sentBy(facts),
    ],
  });
}

function wasFact({ startsAt, endsAt }: NonNullable<UpdateMail['before']>): Fact {
  const [words = ''] = whenFact('Was', startsAt, endsAt).lines;
  return { label: 'Was', lines: [words], isOver: true };
}
