import type { Logger } from 'pino';
import type { Meeting } from '../domain/meeting.ts';
import { occurrenceOf } from '../domain/occurrence.ts';
import { endedByHost, type Room } from '../domain/room.ts';
import { heard } from '../domain/session.ts';
import type { Clock } from '../ports/clock.ts';
import type { RoomNotice } from '../ports/room-notice.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Rooms } from '../store/rooms.ts';
import type { Seen } from '../store/seen.ts';
import type { Sessions } from '../store/sessions.ts';
import { gathered } from './gathered.ts';

export type Hearing = 'heard' | 'repeated' | 'not-ours';

/** @param id the sender's own of this report; null where it gave none */
export type HearFromRoom = (id: string | null, notice: RoomNotice) => Promise<Hearing>;

/** Longer than a sender repeats itself, and as long as its logs could be replayed from. */
const REMEMBER = { days: 31 };

/**
 * Writes down what the video service reports of a room of ours, and has the meeting planned anew. The report counts as
 * seen when all of that is done, so that one which was cut short is taken up again when it is repeated.
 */
export function makeHearFromRoom(deps: {
  readonly meetings: Pick<Meetings, 'find' | 'replan'>;
  readonly rooms: Pick<Rooms, 'ofService' | 'change'>;
  readonly sessions: Pick<Sessions, 'change' | 'removeOf'>;
  readonly seen: Pick<Seen, 'has' | 'note'>;
  readonly clock: Clock;
  readonly wake: () => void;
  readonly log: Pick<Logger, 'info'>;
}): HearFromRoom {
  const { meetings, rooms, sessions, seen, clock, wake, log } = deps;
  // When hundreds come in at once, their reports are written down together.
  const write = gathered(writeAll);

  return async (id, notice) => {
    if (id !== null && (await seen.has('rooms', id))) return 'repeated';
    const hearing = await write(notice.roomId, notice.events);
    if (id !== null && hearing === 'heard') await seen.note('rooms', id, clock.now().plus(REMEMBER));
    return hearing;
  };

  async function writeAll(roomId: string, reports: readonly RoomNotice['events'][]): Promise<Hearing> {
    const events = reports.flat();
    const room = await rooms.ofService(roomId);
    const meeting = room && (await meetings.find(room.meeting));
    if (!meeting) return 'not-ours';
    await noteEnds(meeting, room, events);
    await sessions.change(meeting.id, room.occurrence, (session) => events.reduce(heard, session));
    await meetings.replan(meeting.id, clock.now());
    wake();
    // Who removes a meeting hides it first: what was written after that is taken back.
    if (!(await meetings.find(meeting.id))) await sessions.removeOf(meeting.id);
    log.info({ meeting: meeting.id, events: events.length }, 'the video service reports of a room');
    return 'heard';
  }

  /** The door shuts for what a host has ended for all. That everybody left says nothing: they may come back. */
  async function noteEnds(meeting: Meeting, { occurrence: key }: Room, events: RoomNotice['events']): Promise<void> {
    const occurrence = occurrenceOf(meeting, key);
    if (!occurrence) return;
    const ends = events.flatMap((event) => (event.kind === 'ended' && event.byHost ? [event.at] : []));
    for (const at of ends) {
      await rooms.change(meeting.id, key, (room) => endedByHost(room, at, occurrence.startsAt, clock.now()));
    }
  }
}
