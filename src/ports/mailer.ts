import type { MailAddress } from '../domain/mail-address.ts';
import { SendingFault } from './sending-fault.ts';

/** Sends mail, to one person at a time. */
export interface Mailer {
  /**
   * Resolves when the other side has taken the mail on. Mail has no way of asking whether an earlier try arrived: after
   * an ambiguous fault a repeated mail may come twice, under the same `messageId`.
   *
   * @throws MailFault, or RangeError for a mail that nobody may send (see `Mail`)
   */
  send(mail: Mail): Promise<void>;
}

/** Lines are cleaned and cut to length; whatever else is not as described here is refused as a bug. */
export interface Mail {
  /** The same at every try: `<letters, digits and .-_>@<host>`, without angle brackets and without any secret. */
  readonly messageId: string;
  /** The only recipient, of the envelope too. */
  readonly to: MailAddress;
  /** How the sender is called, such as `Ann (via Convene)`; null for the name in the settings. */
  readonly senderName: string | null;
  /** Who gets the answers; null when they would go to the sender. */
  readonly replyTo: { readonly name: string; readonly address: MailAddress } | null;
  readonly subject: string;
  readonly text: string;
  /** A whole document that loads nothing. */
  readonly html: string;
  readonly calendar: MailCalendar | null;
  /** For what comes by itself, as reminders do: http or https; a POST to it unsubscribes at once (RFC 8058). */
  readonly unsubscribeUrl: string | null;
}

export interface MailCalendar {
  /** What stands behind `METHOD:` in the content (RFC 5546). */
  readonly method: 'REQUEST' | 'CANCEL' | 'PUBLISH';
  /** Letters, digits, `-`, `_` and `.`; ends in `.ics`. */
  readonly filename: string;
  readonly content: string;
}

/**
 * - `unavailable`: no answer, or not now
 * - `throttled`: told to slow down, see `retryAfterSeconds`
 * - `refused-address`: there is no such mailbox, or it takes no mail; repeating will not help
 * - `refused`: any other answer that will not change by repeating
 * - `unauthorized`: our credentials or our sender's address are not accepted; the operator has to act
 */
export type MailFaultKind = 'unavailable' | 'throttled' | 'refused-address' | 'refused' | 'unauthorized';

/** Its code is never the server's words, which may quote the address or the mail. */
export class MailFault extends SendingFault<MailFaultKind> {
  override readonly name = 'MailFault';
}
