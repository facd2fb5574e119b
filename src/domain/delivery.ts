import type { DateTime } from 'luxon';
import type { InviteeId, MeetingId, WorkspaceId } from './ids.ts';
import type { Need } from './lane.ts';

/**
 * - `room`: make the room at the video service
 * - `close-room`: let nobody in any more
 * - `expel`: put out of the room who may not be in it any more
 * - `look-at-session`: ask who is in the room, in case a report of it did not come
 * - `invitation`: the card with the join button, and the calendar file behind it
 * - `channel-card`: the one message for everybody in a channel
 * - `channel-edit`: make that message show what is so now
 * - `expand-group`: bring the members of user groups into line with who is in them now
 * - `card`: make the card show what is so now
 * - `notice`: tell that the time changed or that it was cancelled, with a new calendar file
 * - `proposal`: tell the organizer which other time somebody would rather have
 * - `proposal-edit`: take the buttons from such a message once there is nothing left to decide
 * - `other-device`: tell that somebody's link was used on another device
 * - `reminder`: remind a person before the start
 * - `starting`: tell who said yes and is not in yet that it starts now
 * - `clear-reminder`: take a reminder out of the conversation that says what is not so any more
 * - `attendance`: tell the organizer who came
 * - `retract`: remove what was sent of a meeting that was taken back
 * - `mail`: tell a person's calendar by mail what is so now
 * - `mail-reminder`: remind a guest by mail
 * - `guest-code`: mail a guest the code that the door asks for
 * - `in-charge`: tell somebody that they are in charge now
 * - `agenda`: send somebody what they have on today; kept under `personalIdFor`, with the date as its occurrence
 * - `agenda-edit`: make such a message show what is still on
 * - `unreached`: tell the organizer who could not be reached
 * - `room-trouble`: tell the organizer that the video service refuses
 */
export type DeliveryKind =
  | 'room'
  | 'close-room'
  | 'expel'
  | 'look-at-session'
  | 'invitation'
  | 'channel-card'
  | 'channel-edit'
  | 'expand-group'
  | 'card'
  | 'notice'
  | 'proposal'
  | 'proposal-edit'
  | 'other-device'
  | 'reminder'
  | 'starting'
  | 'clear-reminder'
  | 'attendance'
  | 'retract'
  | 'mail'
  | 'mail-reminder'
  | 'guest-code'
  | 'in-charge'
  | 'agenda'
  | 'agenda-edit'
  | 'unreached'
  | 'room-trouble';

/** One effect outside that a meeting calls for. */
export interface PlannedDelivery {
  readonly workspace: WorkspaceId;
  readonly meeting: MeetingId;
  readonly occurrence: string;
  readonly kind: DeliveryKind;
  /** Whom it is for; null for the room's own. */
  readonly invitee: InviteeId | null;
  /** What called for it, so that the same cause is served once and another one anew. */
  readonly cause: string;
  readonly dueAt: DateTime;
}

/** What makes two deliveries the same one. */
export function deliveryKey({ meeting, occurrence, invitee, kind, cause }: Omit<PlannedDelivery, 'dueAt'>): string {
  return [meeting, occurrence, invitee ?? '-', kind, cause].join('/');
}

export interface Delivery extends Omit<PlannedDelivery, 'dueAt'> {
  /** Also the message's mark at the other side. */
  readonly key: string;
  readonly plannedAt: DateTime;
  /** How often it was tried; being told to slow down does not count. */
  readonly attempts: number;
  /**
   * An earlier attempt may have been accepted although we did not see it: its process died, or the answer was lost.
   * It has to be looked up before it is repeated.
   */
  readonly isAmbiguous: boolean;
  /** Attempts in a row whose process never reported back. */
  readonly lostClaims: number;
}

export type Outcome =
  | { readonly kind: 'done' }
  /** Nothing to do any more, such as an invitation to a meeting that is over. */
  | { readonly kind: 'dropped'; readonly reason: string }
  /** No failure: the same is to be done again then. */
  | { readonly kind: 'later'; readonly at: DateTime }
  /** Will not work by repeating. An operator can look at it. */
  | { readonly kind: 'parked'; readonly reason: string }
  | {
      readonly kind: 'again';
      readonly reason: string;
      /** Told to wait at least this long; the attempt is given back. */
      readonly throttledForSeconds: number | null;
      readonly ambiguous: boolean;
      /** What is left to do needs this of the outside. */
      readonly needs?: Need;
    };

/** A row that killed or hung its process this often is set aside, so that the rest goes on. */
export const MOST_LOST_CLAIMS = 3;

const SHORTEST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 10 * 60_000;

/**
 * The wait before the next try: "full jitter" between one second and twice as long at each attempt, at most ten
 * minutes; never shorter than the other side asked for.
 *
 * @param random in [0, 1)
 */
export function waitBeforeRetryMs(attempts: number, throttledForSeconds: number | null, random: number): number {
  if (throttledForSeconds !== null) return throttledForSeconds * 1_000 + random * SHORTEST_WAIT_MS;
  const ceiling = Math.min(LONGEST_WAIT_MS, SHORTEST_WAIT_MS * 2 ** Math.min(attempts, 20));
  return SHORTEST_WAIT_MS + random * (ceiling - SHORTEST_WAIT_MS);
}
