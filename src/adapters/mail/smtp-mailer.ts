import { Readable } from 'node:stream';
import type { NodemailerError } from 'nodemailer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Mailer } from '../../ports/mailer.ts';
import { fitMail } from './fit-mail.ts';
import type { Sender } from './sender.ts';
import { smtpEndpoint } from './smtp-endpoint.ts';
import { smtpFault } from './smtp-faults.ts';
import { smtpMessage } from './smtp-message.ts';

export interface SmtpMailerOptions {
  readonly mailUrl: string;
  readonly sender: Sender;
  /** For one mail, from the connection to the answer. @default 10000 */
  readonly timeoutMs?: number;
}

/**
 * Mail by SMTP, one connection a mail. nodemailer's connection is used and not its transport, which does not tell whether
 * the mail had left when an answer was lost.
 *
 * @throws Error for an address that cannot be used, see `smtpEndpoint`
 */
export function makeSmtpMailer({ mailUrl, sender, timeoutMs = 10_000 }: SmtpMailerOptions): Mailer {
  const { connection: server, login } = smtpEndpoint(mailUrl);
  const timeouts = {
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
  };

  return {
    async send(mail) {
      const fit = fitMail(mail);
      const message = await smtpMessage(fit, sender);
      const connection = new SMTPConnection({ ...server, ...timeouts });
      const body = Readable.from([message]);
      let wasSent = false;
      body.once('end', () => {
        wasSent = true;
      });
      await new Promise<void>((resolve, reject) => {
        const deadline = setTimeout(() => fail({ code: 'ETIMEDOUT' }), timeoutMs);
        const fail = (error: Partial<NodemailerError>) => {
          clearTimeout(deadline);
          connection.close();
          reject(smtpFault(error, wasSent));
        };
        const envelope = { from: sender.address, to: [fit.to], size: message.length };
        const sendMessage = () =>
          connection.send(envelope, body, (error) => {
            if (error) return fail(error);
            clearTimeout(deadline);
            connection.quit();
            resolve();
          });
        connection.on('error', fail);
        connection.connect((error) => {
          if (error) return fail(error);
          if (login === null) return sendMessage();
          if (!connection.allowsAuth) return fail({ code: 'EAUTH' });
          connection.login({ ...login, credentials: login }, (refused) => (refused ? fail(refused) : sendMessage()));
        });
      });
    },
  };
}
