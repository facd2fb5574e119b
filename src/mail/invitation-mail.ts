import { answerQuestion, joinButton } from './join-links.ts';
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
  YOURS_ALONE,
} from './meeting-facts.ts';
import { shortText } from './when.ts';

export interface InvitationMail extends MeetingFacts {
  readonly joinUrl: string;
  readonly notes: string | null;
}

export function invitationMail(facts: InvitationMail): MailText {
  const { startsAt, endsAt, repeats, joinUrl, notes } = facts;
  return rendered({
    ...NOTHING_ELSE,
    subject: `Invitation: ${titleOf(facts)} (${shortText(startsAt)})`,
    lead: `${organizerOf(facts)} invites you to a video meeting`,
    heading: titleOf(facts),
    facts: [whenFact('When', startsAt, endsAt, repeats), organizerFact(facts)],
    button: joinButton(joinUrl),
    question: answerQuestion(joinUrl),
    notes: notesOf(facts, notes),
    smallPrint: [
      YOURS_ALONE,
      'You need nothing but a browser. The attached file puts the meeting into your calendar.',
      sentBy(facts),
    ],
  });
}
