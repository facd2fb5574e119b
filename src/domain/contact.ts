import type { SlackUserId } from './ids.ts';
import type { Party } from './invitee.ts';
import type { MailAddress } from './mail-address.ts';

/** By what somebody is found in meetings: who they are in Slack, or the address that a guest was invited by. */
export type Contact = SlackUserId | MailAddress;

export function isMailContact(contact: Contact): contact is MailAddress {
  return contact.includes('@');
}

/** Addresses are taken for the same in capitals and small letters, however a guest's was typed. */
export function isContactOf(contact: Contact, { user, email }: Pick<Party, 'user' | 'email'>): boolean {
  return isMailContact(contact) ? email?.toLowerCase() === contact.toLowerCase() : user === contact;
}
