import { MailFault } from '../../ports/mailer.ts';
import { bad, type Check, good, unsure } from '../doctor.ts';

/** Whether mail is set up, and an SMTP server lets us in. @param greet connects and logs in; @throws MailFault */
export function checkMail(
  transport: { readonly kind: 'smtp' | 'sendgrid' } | null,
  greet: () => Promise<void> = async () => {},
): Check {
  const about = 'Mail';
  return {
    about,
    async look() {
      if (!transport) {
        const fix = 'Set MAIL_URL and MAIL_FROM if you want to.';
        return [unsure(about, 'is not set up: nobody can be invited by e-mail', fix)];
      }
      // SendGrid has no call that tells whether a key may send.
      if (transport.kind === 'sendgrid') return [good(about, 'is sent by SendGrid')];
      try {
        await greet();
        return [good(about, 'is sent by SMTP, and the server lets us in')];
      } catch (error) {
        if (!(error instanceof MailFault)) throw error;
        if (error.kind === 'unauthorized') {
          return [
            bad(about, `the mail server refuses us (${error.code})`, 'Check the user and the password in MAIL_URL.'),
          ];
        }
        const fix =
          'Check the host and the port in MAIL_URL, its certificate, and that this machine may connect to it.';
        return [bad(about, `the mail server does not take us on (${error.code})`, fix)];
      }
    },
  };
}
