import MailComposer from 'nodemailer/lib/mail-composer';
import type { Mail } from '../../ports/mailer.ts';
import { reminderHeaders } from './reminder-headers.ts';
import type { Sender } from './sender.ts';

/**
 * The bytes of a mail that was made to fit. With a calendar file: mixed { alternative { text, HTML, text/calendar with its
 * method }, the same file again to be opened }, since some programs look at the first alone and some at the second.
 */
export function smtpMessage(mail: Mail, sender: Sender): Promise<Buffer> {
  const { messageId, to, replyTo, subject, text, html, calendar } = mail;
  const headers = Object.entries(reminderHeaders(mail)).map(([key, value]) => ({
    key,
    // As it stands: folding would cut the address in two.
    value: { prepared: true, value },
  }));
  const composer = new MailComposer({
    messageId: `<${messageId}>`,
    from: { name: mail.senderName ?? sender.name, address: sender.address },
    to: { name: '', address: to },
    ...(replyTo && { replyTo }),
    subject,
    text,
    html,
    ...(calendar && { icalEvent: calendar }),
    headers,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
