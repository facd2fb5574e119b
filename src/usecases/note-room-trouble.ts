import type { MeetingId } from '../domain/ids.ts';
import type { Clock } from '../ports/clock.ts';
import type { RoomServiceFault } from '../ports/rooms.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Rooms } from '../store/rooms.ts';

/**
 * Notes that the video service refuses, in a way that does not pass by itself, so that the organizer is told, once for
 * as long as it lasts.
 *
 * @returns the reference that the organizer is told, for the log
 */
export type NoteRoomTrouble = (
  meeting: MeetingId,
  occurrence: string,
  fault: RoomServiceFault,
  at?: 'at-door',
) => Promise<string | undefined>;

export function makeNoteRoomTrouble(deps: {
  readonly meetings: Pick<Meetings, 'replan'>;
  readonly rooms: Pick<Rooms, 'change'>;
  readonly clock: Clock;
  readonly wake: () => void;
}): NoteRoomTrouble {
  const { meetings, rooms, clock, wake } = deps;

  return async (meeting, occurrence, { kind: reason }, at) => {
    const fresh = { reason, since: clock.now(), told: false, ...(at && { atDoor: true as const }) };
    const room = await rooms.change(meeting, occurrence, ({ trouble }) => ({ trouble: trouble ?? fresh }));
    if (room?.trouble && !room.trouble.told) {
      await meetings.replan(meeting, clock.now());
      wake();
    }
    return room?.code;
  };
}
