import { type InviteeId, inviteeIdFor } from '../domain/ids.ts';
import { partyOf } from '../domain/invitee.ts';
import { inviteeOf, type Meeting } from '../domain/meeting.ts';
import type { Addressee } from '../ports/messenger.ts';

/** Whose seat it is: a person's, a channel's or a user group's. Null where it is of the meeting no more. */
export function addresseeOf(meeting: Meeting, id: InviteeId): Addressee | null {
  const invitee = inviteeOf(meeting, id) ?? meeting.former.find((one) => one.hasLeft && one.id === id);
  if (invitee) return partyOf(invitee);
  const channel = meeting.channels.find(({ seat }) => seat === id);
  if (channel) return { channel: channel.id };
  const group = meeting.groups.find((one) => inviteeIdFor(meeting.id, one) === id);
  return group === undefined ? null : { group };
}
