import { type InviteeId, inviteeIdFor } from './ids.ts';
import { type Party, partyOf } from './invitee.ts';
import { inviteeOf, type Meeting } from './meeting.ts';

/** Whom something of a meeting is for: somebody, everybody in a channel, or a user group whose members are followed. */
export type Addressee = Party | { readonly channel: string } | { readonly group: string };

/** Whose seat this is; null where they are not of the meeting any more. */
export function addresseeOf(meeting: Meeting, seat: InviteeId): Addressee | null {
  const invitee = inviteeOf(meeting, seat) ?? meeting.former.find((one) => one.hasLeft && one.id === seat);
  if (invitee) return partyOf(invitee);
  const channel = meeting.channels.find((one) => one.seat === seat);
  if (channel) return { channel: channel.id };
  const group = meeting.groups.find((one) => inviteeIdFor(meeting.id, one) === seat);
  return group === undefined ? null : { group };
}
