import type { WorkspaceId } from '../domain/ids.ts';
import { type PlanRules, planContext } from '../domain/plan/context.ts';
import { closingOf, putsOut, REMOVED } from '../domain/plan/rooms.ts';
import type { Clock } from '../ports/clock.ts';
import { type RoomService, RoomServiceFault } from '../ports/rooms.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Rooms } from '../store/rooms.ts';
import { afterFault } from './after-fault.ts';
import type { PerformDelivery } from './perform-delivery.ts';

/**
 * Lets nobody into the room any more, once the meeting is long over; one that ends at another time now is left open.
 * Who overruns may finish talking, but of a meeting that was cancelled or ended for all, or of a
 * workspace that removed the app, everybody is put out.
 */
export function makeCloseRoom(deps: {
  readonly meetings: Meetings;
  readonly rooms: Rooms;
  readonly roomService: RoomService;
  readonly isInstalled: (workspace: WorkspaceId) => Promise<boolean>;
  readonly clock: Clock;
  readonly rules: PlanRules;
}): PerformDelivery {
  const { meetings, rooms, roomService, isInstalled, clock, rules } = deps;

  return async ({ workspace, meeting: id, occurrence, cause }) => {
    const isOfRemoved = cause.startsWith(REMOVED);
    if (isOfRemoved && (await isInstalled(workspace))) return { kind: 'dropped', reason: 'the app is there again' };
    const [meeting, all] = await Promise.all([meetings.find(id), rooms.ofMeeting(id)]);
    if (meeting && !isOfRemoved) {
      const context = planContext({ meeting, seats: [], rooms: all, now: clock.now(), rules });
      if (closingOf(context, occurrence)?.cause !== cause) return { kind: 'dropped', reason: 'the meeting was moved' };
    }
    const room = all.find((one) => one.occurrence === occurrence);
    if (!room?.roomId) return { kind: 'dropped', reason: 'there is no room' };
    // Noted first, so that whoever needs the room after that opens it again, whatever became of this call.
    await rooms.change(id, occurrence, () => ({ isClosed: true }));
    try {
      await roomService.closeRoom(room.roomId);
      if (putsOut(cause)) await roomService.kickAll(room.roomId);
      return { kind: 'done' };
    } catch (error) {
      if (!(error instanceof RoomServiceFault)) throw error;
      return error.kind === 'not-found' ? { kind: 'dropped', reason: 'there is no room' } : afterFault(error);
    }
  };
}
