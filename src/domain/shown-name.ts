import type { Party } from './invitee.ts';

/**
 * What others are shown of somebody: on the card, at the door and in the room. Of a guest by mail whose name nobody gave,
 * it is what stands before the `@`: that is true of them and tells who is meant, yet it tells nobody an address to write
 * to, which the guest gave to the organizer alone.
 *
 * @param seated the name by which they took their seat
 */
export function shownName({ name, email }: Pick<Party, 'name' | 'email'>, seated: string | null = null): string {
  return name ?? seated ?? (email && localPart(email)) ?? 'Guest';
}

function localPart(email: string): string {
  return email.slice(0, email.lastIndexOf('@'));
}
