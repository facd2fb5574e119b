import type { NodemailerError } from 'nodemailer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { smtpEndpoint } from './smtp-endpoint.ts';
import { smtpFault } from './smtp-faults.ts';

/**
 * Connects to the mail server and logs in, as for a mail, and sends none.
 *
 * @throws MailFault, or Error for an address that cannot be used
 */
export async function greetSmtp(mailUrl: string, timeoutMs = 5_000): Promise<void> {
  const { connection: server, login } = smtpEndpoint(mailUrl);
  const timeouts = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs };
  const connection = new SMTPConnection({ ...server, ...timeouts, dnsTimeout: timeoutMs });
  await new Promise<void>((resolve, reject) => {
    const fail = (error: Partial<NodemailerError>) => {
      connection.close();
      reject(smtpFault(error, false));
    };
    const leave = () => {
      connection.quit();
      resolve();
    };
    connection.on('error', fail);
    connection.connect((error) => {
      if (error) return fail(error);
      if (login === null) return leave();
      if (!connection.allowsAuth) return fail({ code: 'EAUTH' });
      connection.login({ ...login, credentials: login }, (refused) => (refused ? fail(refused) : leave()));
    });
  });
}
