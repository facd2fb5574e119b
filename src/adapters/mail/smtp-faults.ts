import type { NodemailerError } from 'nodemailer';
import { MailFault, type MailFaultKind } from '../../ports/mailer.ts';

/** "Log in first", "log in another way", and a login that was refused (RFC 4954, 6). */
const LOGIN_REFUSALS = new Set([530, 534, 535, 538]);
/** Enhanced codes that speak of the recipient's mailbox (RFC 3463, 3.2 and 3.3). */
const MAILBOX = /^5\.(?:1\.(?:1|2|3|6|10)|2\.\d+)$/;
/** Enhanced codes that speak of us: our address as sender, or what we may do (RFC 3463, 3.2 and 3.8). */
const ABOUT_US = /^5\.(?:1\.[78]|7\.\d+)$/;

/**
 * What stopped a mail on its way to an SMTP server, by reply codes alone.
 *
 * @param wasSent whether all of the mail had left, so that without an answer it may have been taken on
 */
export function smtpFault(error: Partial<NodemailerError>, wasSent: boolean): MailFault {
  const { responseCode: status, command = '', code = 'unknown' } = error;
  if (status === undefined) {
    const kind = kindWithoutReply(code, command);
    const original = typeof error['originalCode'] === 'string' ? `${code} ${error['originalCode']}` : code;
    return new MailFault(kind, original, { ambiguous: wasSent && kind === 'unavailable', cause: error });
  }
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(String(error['response']))?.[1] ?? '';
  // Not the error itself as the cause: it quotes the server's words, and those our mail or its recipient.
  return new MailFault(kindOfReply(status, enhanced, command), [command, status, enhanced].filter(Boolean).join(' '));
}

function kindWithoutReply(code: string, command: string): MailFaultKind {
  if (code === 'EAUTH') return 'unauthorized';
  // Larger than the server said it takes.
  return code === 'EMESSAGE' && command === 'MAIL FROM' ? 'refused' : 'unavailable';
}

function kindOfReply(status: number, enhanced: string, command: string): MailFaultKind {
  if (LOGIN_REFUSALS.has(status)) return 'unauthorized';
  // 503 speaks of the order of the commands, which is another in the next session.
  if (status < 500 || status === 503) return 'unavailable';
  if (command.startsWith('AUTH')) return 'unauthorized';
  switch (command) {
    case 'MAIL FROM':
      return status === 552 ? 'refused' : 'unauthorized';
    case 'RCPT TO':
      return ABOUT_US.test(enhanced) ? 'refused' : 'refused-address';
    case 'DATA':
      return MAILBOX.test(enhanced) ? 'refused-address' : 'refused';
    default:
      // A greeting or STARTTLS that fails is trouble of the server, whatever it calls it.
      return 'unavailable';
  }
}
