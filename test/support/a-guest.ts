import { inviteeIdFor, type MeetingId } from '../../src/domain/ids.ts';
import type { Invitee } from '../../src/domain/invitee.ts';

export const ZOE = 'zoe@example.com';

/** Somebody from outside, who was invited by mail. */
export function aGuest(meeting: MeetingId, email = ZOE, changes: Partial<Invitee> = {}): Invitee {
  const contact = { id: inviteeIdFor(meeting, email), user: null, email };
  return { ...contact, name: null, role: 'guest', linkVersion: 1, via: null, ...changes };
}
