import type { InviteeId, SlackUserId } from './ids.ts';

export type Role = 'host' | 'guest';

/** Somebody who is asked to a meeting, its organizer included. */
export interface Invitee {
  readonly id: InviteeId;
  readonly user: SlackUserId;
  /** As the workspace showed it when the meeting was made; null when it did not answer in time. */
  readonly name: string | null;
  readonly role: Role;
  /** Raised to make every link given out before worthless. */
  readonly linkVersion: number;
}
