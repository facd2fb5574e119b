import type { Invitee } from '../domain/invitee.ts';
import type { JoinLink } from '../domain/join-link.ts';
import { inviteeOf, type Meeting } from '../domain/meeting.ts';
import type { Meetings } from '../store/meetings.ts';

/** Somebody who was invited by mail, and the link they hold. */
export interface GuestAtDoor {
  readonly meeting: Meeting;
  readonly invitee: Invitee & { readonly email: string };
}

/** Null for everybody else, and for a link that lets nobody in any more. */
export async function guestAtDoor(
  meetings: Pick<Meetings, 'find'>,
  { meeting: id, invitee: who, version }: JoinLink,
): Promise<GuestAtDoor | null> {
  const meeting = await meetings.find(id);
  const invitee = meeting && inviteeOf(meeting, who);
  if (!meeting || !invitee?.email || invitee.linkVersion !== version || meeting.status !== 'scheduled') return null;
  return { meeting, invitee: { ...invitee, email: invitee.email } };
}
