import type { Mail } from '../../ports/mailer.ts';
import { reminderHeaders } from './reminder-headers.ts';
import type { Sender } from './sender.ts';

/**
 * The body of `POST /v3/mail/send` for a mail that was made to fit
 * (https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send). The parts have to stand in this order. Only the
 * method in its type makes the calendar part an invitation; SendGrid sets the `charset` itself.
 */
export function sendgridBody(mail: Mail, sender: Sender): object {
  const { messageId, to, replyTo, subject, text, html, calendar } = mail;
  const name = mail.senderName ?? sender.name;
  return {
    personalizations: [{ to: [{ email: to }] }],
    from: { email: sender.address, ...(name !== '' && { name }) },
    ...(replyTo && { reply_to: { email: replyTo.address, name: replyTo.name } }),
    subject,
    content: [
      { type: 'text/plain', value: text },
      { type: 'text/html', value: html },
      ...(calendar ? [{ type: `text/calendar; method=${calendar.method}`, value: calendar.content }] : []),
    ],
    ...(calendar && {
      attachments: [
        {
          content: Buffer.from(calendar.content).toString('base64'),
          type: 'application/ics',
          filename: calendar.filename,
          disposition: 'attachment',
        },
      ],
    }),
    headers: { 'Message-ID': `<${messageId}>`, ...reminderHeaders(mail) },
    tracking_settings: {
      click_tracking: { enable: false, enable_text: false },
      open_tracking: { enable: false },
      subscription_tracking: { enable: false },
      ganalytics: { enable: false },
    },
  };
}
