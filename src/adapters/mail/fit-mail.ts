import { plainLine } from '../../domain/plain-text.ts';
import type { Mail, MailCalendar } from '../../ports/mailer.ts';

const LONGEST_SUBJECT = 250;
const LONGEST_NAME = 120;
/** A header's line ends at 998 characters (RFC 5322, 2.1.1). */
const LONGEST_URL = 900;

const MESSAGE_ID = /^[\w.-]{1,128}@[\w.-]{1,253}$/;
const FILENAME = /^[\w.-]{1,100}\.ics$/;

/**
 * The mail as it may go out: its lines are lines, so that no text of anybody becomes a header.
 *
 * @throws RangeError for what only a bug can ask for; the message quotes nothing
 */
export function fitMail(mail: Mail): Mail {
  if (!MESSAGE_ID.test(mail.messageId)) throw new RangeError('A message id is <local part>@<host>');
  return {
    ...mail,
    senderName: mail.senderName === null ? null : nameLine(mail.senderName) || null,
    replyTo: mail.replyTo && { ...mail.replyTo, name: nameLine(mail.replyTo.name) },
    subject: plainLine(mail.subject, LONGEST_SUBJECT),
    calendar: mail.calendar && checkedCalendar(mail.calendar),
    unsubscribeUrl: mail.unsubscribeUrl === null ? null : webAddress(mail.unsubscribeUrl),
  };
}

/** Without what delimits names and addresses in a header: programs differ in how they read it, however it is escaped. */
function nameLine(name: string): string {
  return plainLine(name.replaceAll('"', '’').replaceAll(/[<>\\@]/g, ' '), LONGEST_NAME);
}

/** Outlook refuses a mail whose two methods differ, and Gmail shows no answer buttons (RFC 6047, 2.4). */
function checkedCalendar(calendar: MailCalendar): MailCalendar {
  const methods = calendar.content.match(/^METHOD:.*$/gm) ?? [];
  if (methods.length !== 1 || methods[0]?.trimEnd() !== `METHOD:${calendar.method}`) {
    throw new RangeError('The method of a calendar part is the one in its file');
  }
  if (!FILENAME.test(calendar.filename)) throw new RangeError('A calendar file has a plain name that ends in .ics');
  return calendar;
}

function webAddress(text: string): string {
  const href = URL.canParse(text) ? new URL(text).href : '';
  if (!/^https?:[!-~]+$/.test(href) || /[<>]/.test(href) || href.length > LONGEST_URL) {
    throw new RangeError('An unsubscribe address is a web address');
  }
  return href;
}
