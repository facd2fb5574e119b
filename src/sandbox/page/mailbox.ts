import type { SimMail } from '../mail-simulator/sim-mail.ts';
import type { MailSimulator } from '../mail-simulator/simulator.ts';
import type { MailView } from './contract.ts';

/** Where the mails to people outside Slack arrive. */
export type Mailbox = Pick<MailSimulator, 'mails' | 'mail' | 'watch'>;

export function mailView({ id, receivedAt, envelope, from, subject, attachments }: SimMail): MailView {
  const href = `/sandbox/mails/${encodeURIComponent(id)}`;
  return {
    id,
    at: receivedAt,
    from: from.map(({ name, address }) => name || address).join(', '),
    to: envelope.to.join(', '),
    subject,
    href,
    files: attachments.map(({ filename, bytes }, index) => ({
      name: filename,
      title: filename.endsWith('.ics') ? 'Calendar file' : filename,
      bytes: bytes.byteLength,
      href: `${href}/files/${index}`,
    })),
  };
}
