import { createHash } from 'node:crypto';
import type { DateTime } from 'luxon';
import type { MeetingId } from './ids.ts';

/** The video service's place for one occurrence of a meeting. */
export interface Room {
  readonly meeting: MeetingId;
  readonly occurrence: string;
  /** Stands in the room's title at the service, so that a room whose creation we did not see succeed can be found. */
  readonly code: string;
  /** The service's id; null until it is made. */
  readonly roomId: string | null;
  /** When the first host came in; from then on everybody may. */
  readonly openedAt: DateTime | null;
  /** When a host ended it for all: nobody comes in any more, until a host comes in again. */
  readonly endedAt: DateTime | null;
  /** When a host last came in: what is told of an end before that is past. */
  readonly hostCameAt?: DateTime | null;
  /** The service lets nobody in any more, until it is opened again. */
  readonly isClosed: boolean;
  /** Why the service would not make it, or let people in, where trying again does not help by itself. */
  readonly trouble: RoomTrouble | null;
}

export interface RoomTrouble {
  /** The kind of the service's refusal; `views/notices` puts it into words. */
  readonly reason: string;
  /** When it was first met: another trouble for the same reason is told of anew. */
  readonly since: DateTime;
  /** The organizer knows. */
  readonly told: boolean;
  /** The room is there, but nobody is let in. */
  readonly atDoor?: true;
}

/** A room that nobody has asked the service for yet. */
export function roomToMake(meeting: MeetingId, occurrence: string): Room {
  return {
    meeting,
    occurrence,
    code: roomCode(meeting, occurrence),
    roomId: null,
    openedAt: null,
    endedAt: null,
    isClosed: false,
    trouble: null,
  };
}

/**
 * Ended for all by a host in the room, as the service tells. Its word may come late or twice, and says nothing of a room
 * that a host has come into since. A host who looks in early and ends it has ended nothing.
 *
 * @param at by the service's clock
 * @param startsAt of the occurrence
 */
export function endedByHost({ endedAt, hostCameAt = null }: Room, at: DateTime, startsAt: DateTime, now: DateTime) {
  const isKnown = endedAt !== null && endedAt >= startsAt;
  const isPast = at < startsAt || (hostCameAt !== null && at <= hostCameAt);
  return isKnown || isPast ? {} : { endedAt: now };
}

/** Short enough for a title, and unlikely enough to be unique at the service (60 bits). */
function roomCode(meeting: MeetingId, occurrence: string): string {
  return createHash('sha256').update(`room ${meeting} ${occurrence}`).digest('hex').slice(0, 15);
}
