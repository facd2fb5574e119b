import { rendered } from './letter.ts';
import type { MailText } from './mail-text.ts';
import { type MeetingFacts, NOTHING_ELSE, sentBy, titleOf } from './meeting-facts.ts';

export interface CodeMail extends Pick<MeetingFacts, 'title' | 'host'> {
  /** Six digits. */
  readonly code: string;
  readonly validMinutes: number;
}

/** The code stands in the mail alone, not in the subject, which phones show on their locked screens. */
export function codeMail(facts: CodeMail): MailText {
  const { code, validMinutes } = facts;
  return rendered({
    ...NOTHING_ELSE,
    subject: `Your code for ${titleOf(facts)}`,
    lead: 'Type this code on the page that asks for it',
    heading: titleOf(facts),
    facts: [],
    code,
    smallPrint: [
      `The code works for ${validMinutes} minutes. Type it on that page only, and share it with nobody.`,
      'If you did not ask for it, somebody has your link to the meeting: please tell the person who invited you.',
      sentBy(facts),
    ],
  });
}
