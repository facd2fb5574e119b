import type { MailAddress } from '../../domain/mail-address.ts';

/** Who the mails come from. */
export interface Sender {
  /** Shown where a mail names nobody; may be empty. */
  readonly name: string;
  readonly address: MailAddress;
}
