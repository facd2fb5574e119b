import type { InviteeId, MeetingId } from '../domain/ids.ts';
import { type RoomService, RoomServiceFault } from '../ports/rooms.ts';
import type { Rooms } from '../store/rooms.ts';
import type { Seats } from '../store/seats.ts';

/**
 * Makes worthless a token that was made while the door was being shut, and that nobody was given. Where the service
 * does not answer it stays unused, and goes with the room.
 */
export type WithholdToken = (meeting: MeetingId, occurrence: string, invitee: InviteeId) => Promise<void>;

export function makeWithholdToken(deps: {
  readonly seats: Pick<Seats, 'get' | 'change'>;
  readonly rooms: Pick<Rooms, 'get'>;
  readonly roomService: Pick<RoomService, 'removeParticipant'>;
}): WithholdToken {
  const { seats, rooms, roomService } = deps;

  return async (meeting, occurrence, invitee) => {
    const [seat, room] = await Promise.all([seats.get(meeting, occurrence, invitee), rooms.get(meeting, occurrence)]);
    if (!seat.participant || !room?.roomId) return;
    const { id } = seat.participant;
    try {
      await roomService.removeParticipant(room.roomId, id);
      await seats.change(meeting, occurrence, invitee, ({ participant }) =>
        participant?.id === id ? { participant: null } : {},
      );
    } catch (error) {
      if (!(error instanceof RoomServiceFault)) throw error;
    }
  };
}
