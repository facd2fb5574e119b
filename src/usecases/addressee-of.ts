import { type Addressee, addresseeOf as addresseeNow } from '../domain/addressee.ts';
import type { InviteeId } from '../domain/ids.ts';
import { partyOf } from '../domain/invitee.ts';
import type { Meeting } from '../domain/meeting.ts';

/** Whose seat it is, also of somebody who has left the workspace. Null where it is of the meeting no more. */
export function addresseeOf(meeting: Meeting, id: InviteeId): Addressee | null {
  const left = meeting.former.find((one) => one.hasLeft && one.id === id);
  return addresseeNow(meeting, id) ?? (left ? partyOf(left) : null);
}
