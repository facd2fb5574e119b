import type { InviteeId, SlackUserId } from './ids.ts';

export type Role = 'host' | 'guest';

/** Somebody who is asked to a meeting, its organizer included: in Slack or by mail, never both. */
export interface Invitee {
  readonly id: InviteeId;
  /** Null for a guest by mail, and for a visitor on a public link. */
  readonly user: SlackUserId | null;
  /** Null for people in Slack. */
  readonly email: string | null;
  /** As the workspace showed it when the meeting was made; null when it did not answer in time. */
  readonly name: string | null;
  readonly role: Role;
  /** Raised to make every link given out before worthless. */
  readonly linkVersion: number;
  /** The user group or channel that brought this person in; null for who was named. */
  readonly via: string | null;
  /** Is in the workspace no more: nothing is brought to them, and the link that they have is dead. */
  readonly hasLeft?: true;
}

/** Who somebody is to others. */
export type Party = Pick<Invitee, 'user' | 'email' | 'name'>;

export function partyOf({ user, email, name }: Party): Party {
  return { user, email, name };
}

/** From outside the workspace: nobody there vouches for them. */
export function isOutsider({ user }: Pick<Invitee, 'user'>): boolean {
  return user === null;
}
