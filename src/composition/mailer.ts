import { makeSendgridMailer } from '../adapters/mail/sendgrid-mailer.ts';
import { makeSmtpMailer } from '../adapters/mail/smtp-mailer.ts';
import type { MailTransport } from '../config/mail.ts';
import type { Mailer } from '../ports/mailer.ts';

/** The mailer that the settings name; null where mail is off. */
export function openMailer(transport: MailTransport | null): Mailer | null {
  switch (transport?.kind) {
    case 'smtp':
      return makeSmtpMailer({ mailUrl: transport.url, sender: transport.from });
    case 'sendgrid':
      return makeSendgridMailer({ apiKey: transport.apiKey, apiUrl: transport.apiUrl, sender: transport.from });
    case undefined:
      return null;
  }
}
