import { type Attachment, type EmailAddress, simpleParser } from 'mailparser';
import { readMailAddress } from '../../domain/mail-address.ts';

export interface SimAddress {
  readonly name: string;
  readonly address: string;
}

export interface SimAttachment {
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** A mail as a mail program reads it, and the envelope that it came in. */
export interface SimMail {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly receivedAt: number;
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  readonly messageId: string;
  readonly from: readonly SimAddress[];
  readonly to: readonly SimAddress[];
  readonly replyTo: readonly SimAddress[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The part that mail programs show as an invitation; `method` as its MIME type says it. */
  readonly calendar: { readonly method: string; readonly content: string } | null;
  readonly attachments: readonly SimAttachment[];
  /** Every header line in order, names in small letters. */
  readonly headers: readonly { readonly name: string; readonly line: string }[];
  readonly raw: Uint8Array;
}

export async function readSimMail(
  raw: Buffer,
  received: Pick<SimMail, 'id' | 'receivedAt' | 'envelope'>,
): Promise<SimMail> {
  const mail = await simpleParser(raw, { skipTextToHtml: true, skipImageLinks: true, skipHtmlToText: true });
  const isCalendar = ({ contentType }: Attachment) => contentType === 'text/calendar';
  const calendar = mail.attachments.find(isCalendar);
  return {
    ...received,
    messageId: mail.messageId ?? '',
    from: addressesOf(mail.from?.value),
    to: addressesOf([mail.to ?? []].flat().flatMap(({ value }) => value)),
    replyTo: addressesOf(mail.replyTo?.value),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html || '',
    calendar: calendar === undefined ? null : { method: methodOf(calendar), content: calendar.content.toString() },
    attachments: mail.attachments
      .filter((part) => !isCalendar(part))
      .map(({ filename, contentType, content }) => ({ filename: filename ?? '', contentType, bytes: content })),
    headers: mail.headerLines.map(({ key, line }) => ({ name: key, line })),
    raw,
  };
}

function addressesOf(addresses: readonly EmailAddress[] = []): SimAddress[] {
  return addresses.map(({ name, address = '' }) => ({ name, address: inAscii(address) }));
}

/** The readers turn punycode into letters; addresses are compared in the form that they are sent in. */
export function inAscii(address: string): string {
  return readMailAddress(address) ?? address;
}

function methodOf({ headers }: Attachment): string {
  const type = headers.get('content-type');
  const params: unknown = typeof type === 'object' && type !== null && 'params' in type ? type.params : null;
  return typeof params === 'object' && params !== null && 'method' in params ? String(params.method) : '';
}
