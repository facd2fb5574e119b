import { inviteeOf } from '../domain/meeting.ts';
import { type RoomService, RoomServiceFault } from '../ports/rooms.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Rooms } from '../store/rooms.ts';
import type { Seats } from '../store/seats.ts';
import { afterFault } from './after-fault.ts';
import type { PerformDelivery } from './perform-delivery.ts';

/**
 * Puts somebody out of a room whom the door lets in no more: first their tokens die, then they are out. Who has come
 * in again by a new link stays.
 */
export function makeExpel(deps: {
  readonly meetings: Pick<Meetings, 'find'>;
  readonly seats: Pick<Seats, 'get' | 'change'>;
  readonly rooms: Pick<Rooms, 'get'>;
  readonly roomService: RoomService;
}): PerformDelivery {
  const { meetings, seats, rooms, roomService } = deps;

  return async ({ meeting: id, occurrence, invitee: personId }, stillMine) => {
    if (!personId) return { kind: 'dropped', reason: 'nobody is to be put out' };
    const [meeting, room, seat] = await Promise.all([
      meetings.find(id),
      rooms.get(id, occurrence),
      seats.get(id, occurrence, personId),
    ]);
    if (!room?.roomId) return { kind: 'dropped', reason: 'there is no room' };
    const { roomId } = room;
    const isBack = seat.participant?.linkVersion === (meeting && inviteeOf(meeting, personId)?.linkVersion);
    if (seat.participant && isBack) return { kind: 'dropped', reason: 'came back by a new link' };
    try {
      await stillMine();
      const participantId =
        seat.participant?.id ?? (await roomService.findParticipant(roomId, personId))?.participantId;
      if (!participantId) return { kind: 'done' };
      await roomService.removeParticipant(roomId, participantId);
      await roomService.kick(roomId, { participantId, personId });
      await seats.change(id, occurrence, personId, ({ participant }) =>
        participant?.id === participantId ? { participant: null } : {},
      );
      return { kind: 'done' };
    } catch (error) {
      if (!(error instanceof RoomServiceFault)) throw error;
      return error.kind === 'not-found' ? { kind: 'done' } : afterFault(error);
    }
  };
}
