import { type Check, good, unsure } from '../doctor.ts';

/** Whether mail is set up at all; a sender adds a check of its own that it is let in. */
export function checkMail(transport: { readonly kind: 'smtp' | 'sendgrid' } | null): Check {
  const about = 'Mail';
  return {
    about,
    async look() {
      if (transport) return [good(about, `is sent by ${transport.kind === 'smtp' ? 'SMTP' : 'SendGrid'}`)];
      return [
        unsure(about, 'is not set up: nobody can be invited by e-mail', 'Set MAIL_URL and MAIL_FROM if you want to.'),
      ];
    },
  };
}
