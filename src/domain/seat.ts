import type { DateTime } from 'luxon';
import type { InviteeId, MeetingId } from './ids.ts';

/** One person at one occurrence of a meeting: what has reached them, and whether they came. */
export interface Seat {
  readonly meeting: MeetingId;
  readonly occurrence: string;
  readonly invitee: InviteeId;
  /** The person's name, looked up when the message was sent. */
  readonly name: string | null;
  /** Where the one message stands that this person has of the meeting. */
  readonly card: { readonly channel: string; readonly ts: string } | null;
  /** The calendar file: uploaded, and then shared into the same conversation. */
  readonly file: { readonly id: string; readonly shared: boolean } | null;
  /** Why something could not be brought to this person, and when that was first seen. */
  readonly unreached: Unreached | null;
  /** The video service's id of this person in the room. */
  readonly participantId: string | null;
  /** When this person first came in. */
  readonly enteredAt: DateTime | null;
}

export interface Unreached {
  readonly what: 'invitation' | 'calendar file';
  /** Our own word or Slack's error code; `views/unreached-text` puts it into words. */
  readonly reason: string;
  readonly at: DateTime;
  /** False while we are still trying. */
  readonly final: boolean;
  readonly told: boolean;
}

export function freshSeat(meeting: MeetingId, occurrence: string, invitee: InviteeId): Seat {
  return {
    meeting,
    occurrence,
    invitee,
    name: null,
    card: null,
    file: null,
    unreached: null,
    participantId: null,
    enteredAt: null,
  };
}
