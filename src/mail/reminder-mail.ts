import { joinButton, webAddress } from './join-links.ts';
import { rendered } from './letter.ts';
import type { MailText } from './mail-text.ts';
import {
  type MeetingFacts,
  NOTHING_ELSE,
  organizerFact,
  sentBy,
  titleOf,
  whenFact,
  YOURS_ALONE,
} from './meeting-facts.ts';
import { shortText } from './when.ts';

export interface ReminderMail extends MeetingFacts {
  readonly joinUrl: string;
  readonly unsubscribeUrl: string;
}

export function reminderMail(facts: ReminderMail): MailText {
  const { startsAt, endsAt, joinUrl, unsubscribeUrl } = facts;
  return rendered({
    ...NOTHING_ELSE,
    subject: `Soon: ${titleOf(facts)} (${shortText(startsAt)})`,
    lead: 'Your video meeting starts soon',
    heading: titleOf(facts),
    facts: [whenFact('When', startsAt, endsAt), organizerFact(facts)],
    button: joinButton(joinUrl),
    smallPrint: [YOURS_ALONE, sentBy(facts), { label: 'Stop reminders', url: webAddress(unsubscribeUrl).href }],
  });
}
