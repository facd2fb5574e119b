import type { LinkKeys } from '../domain/join-link.ts';
import type { JoinLinks } from '../domain/join-links.ts';
import type { MailAddress } from '../domain/mail-address.ts';
import type { UnsubscribeLinks } from '../domain/unsubscribe-links.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import type { Mailer } from '../ports/mailer.ts';
import { ruleText } from '../slack/views/rule-text.ts';
import { makeCalendarMeetingFor } from '../usecases/calendar-meeting-for.ts';
import { makeLookUpMailPeople } from '../usecases/look-up-mail-people.ts';
import { makeReachByMail } from '../usecases/reach-by-mail.ts';
import type { ReachPerson } from '../usecases/reach-person.ts';
import { makeSendGuestCode } from '../usecases/send-guest-code.ts';
import { makeSendMail } from '../usecases/send-mail.ts';
import { makeSendMailReminder } from '../usecases/send-mail-reminder.ts';
import type { Collections } from './collections.ts';

/** What mails are made from. */
export interface MailParts {
  /** Null where mail is off. */
  readonly mailer: Mailer | null;
  /** The address that the mails come from. */
  readonly sender: MailAddress | null;
  /** Where this Convene is, such as `meet.example.com`. */
  readonly host: string;
  readonly unsubscribeLinks: UnsubscribeLinks;
  readonly codeKeys: LinkKeys;
}

/** How the deliveries are brought out that go by mail. */
export function makeMailOutbox(deps: {
  readonly collections: Collections;
  readonly directory: Directory;
  readonly reachPerson: ReachPerson;
  readonly links: JoinLinks;
  readonly mail: MailParts;
  readonly clock: Clock;
}) {
  const { collections, links, mail } = deps;
  const { host } = mail;
  const ports = { ...collections, ...deps, ...mail };
  const outside = {
    ...ports,
    lookUpMailPeople: makeLookUpMailPeople(ports),
    reachByMail: makeReachByMail(ports),
    calendarMeetingFor: makeCalendarMeetingFor(links),
    rules: { host, ruleText },
  };
  return {
    mail: makeSendMail(outside),
    'mail-reminder': makeSendMailReminder(outside),
    'guest-code': makeSendGuestCode(outside),
  };
}
