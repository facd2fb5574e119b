import type { DateTime } from 'luxon';
import type { Logger } from 'pino';
import { type DoorRules, isSinceOpening, type Refusal } from '../domain/access.ts';
import type { Invitee } from '../domain/invitee.ts';
import type { JoinLink } from '../domain/join-link.ts';
import type { JoinLinks } from '../domain/join-links.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Occurrence } from '../domain/occurrence.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import type { Seat } from '../domain/seat.ts';
import type { Clock } from '../ports/clock.ts';
import { RoomServiceFault } from '../ports/rooms.ts';
import type { Rooms } from '../store/rooms.ts';
import type { Seats } from '../store/seats.ts';
import type { EnsureRoom } from './ensure-room.ts';
import type { LookUpDoor } from './look-up-door.ts';
import type { NoteRoomTrouble } from './note-room-trouble.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { ParticipantToken } from './participant-token.ts';
import type { ReopenForHost } from './reopen-for-host.ts';
import type { WithholdToken } from './withhold-token.ts';

export type EntryProblem =
  | Refusal
  | { readonly kind: 'unknown-link' }
  /** `isLasting`: somebody has to mend it, who knows. */
  | { readonly kind: 'room-unavailable'; readonly retryAfterSeconds: number; readonly isLasting?: true };

/** What the browser needs to enter the room. The token is told to nobody else and kept nowhere. */
export interface Entry {
  readonly sdk: 'demo' | 'realtimekit';
  readonly authToken: string;
}

/** @param link the last part of a personal link */
export type EnterMeeting = (link: string) => Promise<Result<Entry, EntryProblem>>;

interface Admission {
  readonly meeting: Meeting;
  readonly occurrence: Occurrence;
  readonly invitee: Invitee;
  readonly seat: Seat;
}

const RETRY_AFTER_SECONDS = 5;
/** What somebody has to mend is not mended sooner. */
const LASTING_SECONDS = 300;

/** Lets the holder of a link into the room, if the meeting as it stands now says so. */
export function makeEnterMeeting(deps: {
  readonly lookUpDoor: LookUpDoor;
  readonly seats: Seats;
  readonly rooms: Rooms;
  readonly ensureRoom: EnsureRoom;
  readonly participantToken: ParticipantToken;
  readonly withholdToken: WithholdToken;
  readonly reopenForHost: ReopenForHost;
  readonly noteRoomTrouble: NoteRoomTrouble;
  readonly links: JoinLinks;
  readonly rules: DoorRules;
  readonly sdk: Entry['sdk'];
  readonly clock: Clock;
  readonly log: Pick<Logger, 'info' | 'error'>;
}): EnterMeeting {
  const {
    lookUpDoor,
    seats,
    rooms,
    ensureRoom,
    participantToken,
    withholdToken,
    reopenForHost,
    noteRoomTrouble,
    links,
    rules,
    sdk,
    clock,
    log,
  } = deps;
  const perSeat = oneAtATime();

  return async (text) => {
    const link = links.read(text);
    if (!link) return refuse({ kind: 'unknown-link' });
    const entry = await perSeat(`${link.meeting}/${link.invitee}`, () => enter(link));
    const { meeting, invitee } = link;
    log.info({ meeting, invitee, answer: entry.ok ? 'admitted' : entry.problem.kind }, 'somebody is at the door');
    return entry;
  };

  async function enter(link: JoinLink): Promise<Result<Entry, EntryProblem>> {
    const before = await admission(link);
    if (!before.ok) return before;
    const { meeting, occurrence, invitee, seat } = before.value;
    if (invitee.role === 'host') await reopenForHost(meeting, occurrence);
    try {
      const authToken = await tokenFor(meeting, invitee, seat);
      // The meeting may have been cancelled while the service was asked: then this token reaches nobody.
      const after = await admission(link);
      if (!after.ok) {
        await withholdToken(meeting.id, seat.occurrence, invitee.id);
        return after;
      }
      await noteEntry(after.value);
      return ok({ sdk, authToken });
    } catch (error) {
      if (!(error instanceof RoomServiceFault)) throw error;
      return unavailable(meeting, occurrence, error);
    }
  }

  async function unavailable(meeting: Meeting, occurrence: Occurrence, fault: RoomServiceFault) {
    const isLasting = !fault.retryable;
    const reference = isLasting ? await noteRoomTrouble(meeting.id, occurrence.key, fault, 'at-door') : undefined;
    log.error(
      { meeting: meeting.id, fault: fault.kind, ...(reference && { reference }), err: fault },
      'nobody can be let in: the video service fails',
    );
    const retryAfterSeconds = fault.retryAfterSeconds ?? (isLasting ? LASTING_SECONDS : RETRY_AFTER_SECONDS);
    return refuse({ kind: 'room-unavailable', retryAfterSeconds, ...(isLasting && { isLasting }) } as const);
  }

  async function tokenFor(meeting: Meeting, invitee: Invitee, seat: Seat): Promise<string> {
    const roomId = await ensureRoom(meeting, seat.occurrence);
    try {
      return await participantToken(roomId, invitee, seat);
    } catch (error) {
      if (!(error instanceof RoomServiceFault) || error.kind !== 'not-found') throw error;
      // Somebody removed the room at the service: the first to notice forgets it, and it is made anew.
      await rooms.change(meeting.id, seat.occurrence, (room) => (room.roomId === roomId ? { roomId: null } : {}));
      const newRoomId = await ensureRoom(meeting, seat.occurrence);
      return participantToken(newRoomId, invitee, { ...seat, participant: null });
    }
  }

  async function admission(link: JoinLink): Promise<Result<Admission, EntryProblem>> {
    const found = await lookUpDoor(link);
    if (!found) return refuse({ kind: 'unknown-link' });
    const { meeting, occurrence, seat, admitted } = found;
    return admitted.ok ? ok({ meeting, occurrence, invitee: admitted.value, seat }) : admitted;
  }

  async function noteEntry({ meeting, occurrence, invitee }: Admission): Promise<void> {
    const now = clock.now();
    const first = (before: DateTime | null) => (isSinceOpening(before, occurrence, rules) ? before : now);
    await seats.change(meeting.id, occurrence.key, invitee.id, ({ enteredAt }) => ({ enteredAt: first(enteredAt) }));
    if (invitee.role === 'host') {
      await rooms.change(meeting.id, occurrence.key, ({ openedAt }) => ({
        openedAt: first(openedAt),
        hostCameAt: now,
        trouble: null,
      }));
    }
  }
}
