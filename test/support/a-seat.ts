import { type DateTime, Duration } from 'luxon';
import type { SlackUserId } from '../../src/domain/ids.ts';
import { type Meeting, ONLY_OCCURRENCE } from '../../src/domain/meeting.ts';
import type { Room, RoomTrouble } from '../../src/domain/room.ts';
import { freshSeat, type Seat, type Unreached } from '../../src/domain/seat.ts';
import { idOf } from './a-meeting.ts';

export const RETURN_FOR = Duration.fromObject({ minutes: 60 });

/** This person's seat at this meeting: nothing has reached them yet. */
export function aSeat(meeting: Meeting, user: SlackUserId, changes: Partial<Seat> = {}): Seat {
  return { ...freshSeat(meeting.id, ONLY_OCCURRENCE, idOf(meeting, user)), ...changes };
}

/** Somebody whom the invitation could not reach for good, and whose organizer does not know it. */
export function unreachedAt(at: DateTime, changes: Partial<Unreached> = {}): Unreached {
  return { what: 'invitation', reason: 'user_disabled', at, final: true, told: false, ...changes };
}

/** The video service does not accept our credentials, and the organizer does not know it. */
export function troubleSince(since: DateTime, changes: Partial<RoomTrouble> = {}): RoomTrouble {
  return { reason: 'unauthorized', since, told: false, ...changes };
}

/** The meeting's room, about to be made. */
export function aRoom(meeting: Meeting, changes: Partial<Room> = {}): Room {
  return {
    meeting: meeting.id,
    occurrence: ONLY_OCCURRENCE,
    code: 'c0de',
    roomId: null,
    isClosed: false,
    openedAt: null,
    trouble: null,
    ...changes,
  };
}
