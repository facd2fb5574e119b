import { type DateTime, Duration } from 'luxon';
import type { DoorRules } from '../../src/domain/access.ts';
import type { SlackUserId } from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { ONLY_OCCURRENCE } from '../../src/domain/occurrence.ts';
import { planContext } from '../../src/domain/plan/context.ts';
import { plan } from '../../src/domain/plan/plan.ts';
import type { Room, RoomTrouble } from '../../src/domain/room.ts';
import { freshSeat, type Seat, type Unreached } from '../../src/domain/seat.ts';
import { idOf } from './a-meeting.ts';

const minutes = (count: number) => Duration.fromObject({ minutes: count });

export const RULES: DoorRules = {
  guestsBefore: minutes(10),
  hostsBefore: minutes(30),
  closesAfter: minutes(15),
  returnFor: minutes(60),
  waitForHost: 'nobody',
};

/** What a meeting calls for at the moment when it was agreed on. */
export function plannedFor(meeting: Meeting, seats: readonly Seat[] = [], rooms: readonly Room[] = []) {
  return plan(planContext({ meeting, seats, rooms, now: meeting.createdAt, rules: RULES })).deliveries;
}

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
    openedAt: null,
    endedAt: null,
    isClosed: false,
    trouble: null,
    ...changes,
  };
}
