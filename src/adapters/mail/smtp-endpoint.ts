import type { SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';

export interface SmtpEndpoint {
  readonly connection: Pick<SMTPConnectionOptions, 'host' | 'port' | 'secure' | 'requireTLS' | 'ignoreTLS'>;
  /** Null: the server asks for no login. */
  readonly login: { readonly user: string; readonly pass: string } | null;
}

/**
 * Reads `smtp://user:password@host:port` (587 unless given, STARTTLS demanded) or `smtps://…` (465, TLS from the start).
 * On this machine, where the bytes cross no wire, TLS is not asked for with `smtp://`.
 *
 * @throws Error when the address cannot be used; the message shows nothing of it
 */
export function smtpEndpoint(mailUrl: string): SmtpEndpoint {
  const url = URL.canParse(mailUrl) ? new URL(mailUrl) : null;
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '') {
    throw new Error('The mail address has to be smtp://… or smtps://…');
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const secure = url.protocol === 'smtps:';
  const isHere = isLoopback(host);
  const port = url.port === '' ? (secure ? 465 : 587) : Number(url.port);
  const connection = { host, port, secure, requireTLS: !secure && !isHere, ignoreTLS: !secure && isHere };
  const [user, pass] = [decodeURIComponent(url.username), decodeURIComponent(url.password)];
  return { connection, login: user === '' ? null : { user, pass } };
}

function isLoopback(host: string): boolean {
  return /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|::1)$/i.test(host);
}
