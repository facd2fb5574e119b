import type { MeetingId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import { type PlanRules, planContext } from '../domain/plan/context.ts';
import { closingOf } from '../domain/plan/rooms.ts';
import { type Room, roomToMake } from '../domain/room.ts';
import type { Clock } from '../ports/clock.ts';
import { type RoomService, RoomServiceFault } from '../ports/rooms.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Rooms } from '../store/rooms.ts';
import type { IsHeld } from './is-held.ts';

/** The service's id of the meeting's room, made now if it is not there yet. @throws RoomServiceFault */
export type EnsureRoom = (meeting: Meeting, occurrence: string) => Promise<string>;

/**
 * Makes each room once. Within this process everybody who asks at the same time waits for one call; across processes
 * and crashes the first id stored is the room. An earlier call that may have succeeded unseen is looked for by the code in the room's
 * title before another room is made.
 */
export function makeEnsureRoom(deps: {
  readonly meetings: Pick<Meetings, 'find'>;
  readonly rooms: Rooms;
  readonly roomService: RoomService;
  /** A store that is held may not know of a room that was made. */
  readonly isHeld: IsHeld;
  readonly clock: Clock;
  readonly rules: PlanRules;
}): EnsureRoom {
  const { meetings, rooms, roomService, isHeld, clock, rules } = deps;
  const underWay = new Map<string, Promise<string>>();

  return async (meeting, occurrence) => {
    const wanted = roomToMake(meeting.id, occurrence);
    const sameCall = underWay.get(wanted.code);
    if (sameCall) return sameCall;
    const call = ensure(meeting, wanted).finally(() => underWay.delete(wanted.code));
    underWay.set(wanted.code, call);
    return call;
  };

  async function ensure(meeting: Meeting, wanted: Room): Promise<string> {
    const { occurrence, code } = wanted;
    const mayLackRooms = await isHeld();
    const known = await rooms.get(meeting.id, occurrence);
    if (known?.roomId) {
      if (known.isClosed) await reopen(known, known.roomId);
      return known.roomId;
    }
    const isFirstTry = !known && (await rooms.begin(wanted)) && !mayLackRooms;
    const found = isFirstTry ? null : await roomService.findRoom(code);
    const made = found ?? (await roomService.createRoom({ title: meeting.title, code }));
    const room = await rooms.change(meeting.id, occurrence, ({ roomId }) => ({
      roomId: roomId ?? made.roomId,
      trouble: null,
    }));
    const roomId = room?.roomId ?? made.roomId;
    if (roomId !== made.roomId) await closeUnused(made.roomId);
    return roomId;
  }

  /** Where the meeting was moved after its room had been closed; the room of one that is over or cancelled stays closed. */
  async function reopen({ meeting: id, occurrence }: Room, roomId: string): Promise<void> {
    const setClosed = (isClosed: boolean) => rooms.change(id, occurrence, () => ({ isClosed }));
    if (!(await isWanted(id, occurrence))) return;
    await roomService.reopenRoom(roomId);
    await setClosed(false);
    // It may have been cancelled in the meantime, and the room closed just before it was opened.
    if (await isWanted(id, occurrence)) return;
    await setClosed(true);
    await roomService.closeRoom(roomId);
  }

  async function isWanted(id: MeetingId, occurrence: string): Promise<boolean> {
    const [meeting, begun] = await Promise.all([meetings.find(id), rooms.ofMeeting(id)]);
    if (meeting?.status !== 'scheduled') return false;
    const now = clock.now();
    const closing = closingOf(planContext({ meeting, seats: [], rooms: begun, now, rules }), occurrence);
    return closing !== null && now < closing.at;
  }

  /** Another process was faster. Nobody has a token for this room, so failing to close it harms nobody. */
  async function closeUnused(roomId: string): Promise<void> {
    await roomService.closeRoom(roomId).catch((error: unknown) => {
      if (!(error instanceof RoomServiceFault)) throw error;
    });
  }
}
