import type { Duration } from 'luxon';
import { makeSendgridMailer } from '../adapters/mail/sendgrid-mailer.ts';
import { makeSmtpMailer } from '../adapters/mail/smtp-mailer.ts';
import type { MailTransport } from '../config/mail.ts';
import type { Mailer } from '../ports/mailer.ts';

/** The mailer that the settings name; null where mail is off. @param mayTake for one mail */
export function openMailer(transport: MailTransport | null, mayTake: Duration): Mailer | null {
  const timeoutMs = mayTake.toMillis();
  switch (transport?.kind) {
    case 'smtp':
      return makeSmtpMailer({ mailUrl: transport.url, sender: transport.from, timeoutMs });
    case 'sendgrid':
      return makeSendgridMailer({ ...transport, sender: transport.from, timeoutMs });
    case undefined:
      return null;
  }
}
