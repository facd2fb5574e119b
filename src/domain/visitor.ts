import { createHash } from 'node:crypto';
import type { InviteeId, MeetingId } from './ids.ts';
import type { Invitee } from './invitee.ts';
import type { Seat } from './seat.ts';

/** So that a shared link that got into the wrong hands fills neither the store nor the room. */
export const MOST_VISITORS = 200;

export const LONGEST_VISITOR_NAME = 60;

/** @param page what the page that was filled in was marked with, so that a second press is the same visitor */
export function visitorIdFor(meeting: MeetingId, page: string): InviteeId {
  const digest = createHash('sha256')
    .update(JSON.stringify(['visitor', meeting, page]))
    .digest();
  return digest.subarray(0, 9).toString('base64url') as InviteeId;
}

/** A visitor is let in like a guest from outside. */
export function visitorOf({ invitee, name }: Seat): Invitee {
  return { id: invitee, user: null, email: null, name, role: 'guest', linkVersion: 1, via: null };
}
