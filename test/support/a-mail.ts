import { type MailAddress, readMailAddress } from '../../src/domain/mail-address.ts';
import type { Mail } from '../../src/ports/mailer.ts';

export function mailAddress(text: string): MailAddress {
  const address = readMailAddress(text);
  if (address === null) throw new Error(`${text} is no mail address`);
  return address;
}

export const CALENDAR_FILE =
  'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Convene//Convene 1.0//EN\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\n' +
  'UID:m1-i1@meet.acme.org\r\nDTSTAMP:20260301T000000Z\r\nDTSTART:20260302T090000Z\r\nSUMMARY:Stand-up · 会議 🎉\r\n' +
  'END:VEVENT\r\nEND:VCALENDAR\r\n';

/** An invitation from Ann to Gina; `changes` are put in place of its parts. */
export function aMail(changes: Partial<Mail> = {}): Mail {
  return {
    messageId: 'k7f3q@meet.acme.org',
    to: mailAddress('gina@example.com'),
    senderName: 'Ann (via Convene)',
    replyTo: { name: 'Ann', address: mailAddress('ann@acme.org') },
    subject: 'Invitation: Stand-up · 会議 🎉',
    text: 'Ann invites you to Stand-up · 会議 🎉\n\nJoin: https://meet.acme.org/j/abc\n.\nA line after a dot.\n',
    html: '<!doctype html><html><body><p>Ann invites you to Stand-up · 会議 🎉</p></body></html>\n',
    calendar: { method: 'REQUEST', filename: 'stand-up.ics', content: CALENDAR_FILE },
    unsubscribeUrl: null,
    ...changes,
  };
}
