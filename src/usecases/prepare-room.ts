import type { Logger } from 'pino';
import type { Clock } from '../ports/clock.ts';
import { RoomServiceFault } from '../ports/rooms.ts';
import type { Meetings } from '../store/meetings.ts';
import { afterFault } from './after-fault.ts';
import type { EnsureRoom } from './ensure-room.ts';
import type { NoteRoomTrouble } from './note-room-trouble.ts';
import type { PerformDelivery } from './perform-delivery.ts';

/** Makes the room ahead of the meeting. Where the service refuses, the meeting stays, and its organizer is told. */
export function makePrepareRoom(deps: {
  readonly meetings: Meetings;
  readonly noteRoomTrouble: NoteRoomTrouble;
  readonly ensureRoom: EnsureRoom;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'error'>;
}): PerformDelivery {
  const { meetings, noteRoomTrouble, ensureRoom, clock, log } = deps;

  return async ({ meeting: id, occurrence }) => {
    const meeting = await meetings.find(id);
    if (!meeting || meeting.status === 'cancelled') return { kind: 'dropped', reason: 'no longer wanted' };
    if (clock.now() >= meeting.endsAt) return { kind: 'dropped', reason: 'the meeting is over' };
    try {
      await ensureRoom(meeting, occurrence);
      return { kind: 'done' };
    } catch (error) {
      if (!(error instanceof RoomServiceFault)) throw error;
      if (!error.retryable) {
        const reference = await noteRoomTrouble(id, occurrence, error);
        log.error(
          { reference, meeting: id, fault: error.kind, err: error },
          'the video service refuses to make a room',
        );
      }
      return afterFault(error);
    }
  };
}
