import type { Messenger } from '../ports/messenger.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Rooms } from '../store/rooms.ts';
import type { PerformDelivery } from './perform-delivery.ts';
import { tellingOrganizer } from './tell-organizer.ts';

/** Tells the organizer that the video service refuses to make the room or to let people in, and with which reference to ask the operator. */
export function makeTellRoomTrouble(deps: {
  readonly meetings: Meetings;
  readonly rooms: Rooms;
  readonly messenger: Messenger;
}): PerformDelivery {
  const { rooms } = deps;

  return tellingOrganizer(deps, async (meeting, { occurrence }) => {
    const room = await rooms.get(meeting.id, occurrence);
    if (!room?.trouble || room.trouble.told) return null;
    const { reason, since, atDoor } = room.trouble;
    return {
      message: { kind: 'room-trouble', title: meeting.title, reason, reference: room.code, ...(atDoor && { atDoor }) },
      told: async () => {
        await rooms.change(meeting.id, occurrence, ({ trouble }) => ({
          trouble: trouble?.since.equals(since) ? { ...trouble, told: true } : trouble,
        }));
      },
    };
  });
}
