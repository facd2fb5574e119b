import type { DateTime } from 'luxon';
import type { Logger } from 'pino';
import { type DoorRules, isSinceOpening, type Refusal } from '../domain/access.ts';
import type { LinkDevice } from '../domain/devices.ts';
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
import type { DeviceWatch, LinkUse } from './watch-devices.ts';
import type { WithholdToken } from './withhold-token.ts';

export type EntryProblem =
  | Refusal
  | { readonly kind: 'unknown-link' }
  /** `name`: whom the link is for. */
  | { readonly kind: 'other-device'; readonly name: string }
  /** `isLasting`: somebody has to mend it, who knows. */
  | { readonly kind: 'room-unavailable'; readonly retryAfterSeconds: number; readonly isLasting?: true };

/** What the browser needs to enter the room. The token is told to nobody else and kept nowhere. */
export interface Entry {
  readonly sdk: 'demo' | 'realtimekit';
  readonly authToken: string;
  /** By which the browser has to be known again; null where any browser will do. */
  readonly device: string | null;
}

/** @param link the last part of a personal link */
export type EnterMeeting = (link: string, use: LinkUse) => Promise<Result<Entry, EntryProblem>>;

interface Admission {
  readonly meeting: Meeting;
  readonly occurrence: Occurrence;
  readonly invitee: Invitee;
  readonly seat: Seat;
  readonly device: LinkDevice | null;
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
  readonly deviceWatch: DeviceWatch;
  readonly links: JoinLinks;
  readonly rules: DoorRules;
  readonly sdk: Entry['sdk'];
  readonly clock: Clock;
  readonly log: Pick<Logger, 'info' | 'error'>;
}): EnterMeeting {
  const { lookUpDoor, seats, rooms, ensureRoom, participantToken, withholdToken, deviceWatch, links, rules, sdk } =
    deps;
  const { reopenForHost, noteRoomTrouble, clock, log } = deps;
  const perSeat = oneAtATime();

  return async (text, use) => {
    const link = links.read(text);
    if (!link) return refuse({ kind: 'unknown-link' });
    const entry = await perSeat(`${link.meeting}/${link.invitee}`, () => enter(link, use));
    const { meeting, invitee } = link;
    log.info({ meeting, invitee, answer: entry.ok ? 'admitted' : entry.problem.kind }, 'somebody is at the door');
    return entry;
  };

  async function enter(link: JoinLink, use: LinkUse): Promise<Result<Entry, EntryProblem>> {
    const before = await admission(link);
    if (!before.ok) return before;
    const { meeting, occurrence, invitee, seat } = before.value;
    // A first device is noted at the end, since it would be locked out if it were not let in now.
    const seen = deviceWatch.verdictOn(before.value, use);
    const verdict = seen === 'admitted' ? seen : await deviceWatch.claim(before.value, use);
    if (verdict === 'refused') return refuse(otherDevice(before.value));
    if (invitee.role === 'host') await reopenForHost(meeting, occurrence);
    try {
      const authToken = await tokenFor(meeting, invitee, seat, verdict === 'replaces');
      // The meeting may have been cancelled while the service was asked: then this token reaches nobody.
      const after = await admission(link);
      if (!after.ok) {
        await withholdToken(meeting.id, seat.occurrence, invitee.id);
        return after;
      }
      const { value: holder } = after;
      if (verdict === 'replaces') {
        if (!(await deviceWatch.settle(holder, use))) return refuse(otherDevice(holder));
      } else {
        // Another device may have come first meanwhile: then it is put out, or this one stays out.
        const now = await deviceWatch.claim(holder, use);
        if (now !== 'admitted') return enter(link, use);
      }
      await noteEntry(holder);
      return ok({ sdk, authToken, device: deviceWatch.isWatched(holder) ? use.device : null });
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

  /** @param alone whether everybody else has to be put out who came by the same link */
  async function tokenFor(meeting: Meeting, invitee: Invitee, seat: Seat, alone: boolean): Promise<string> {
    const roomId = await ensureRoom(meeting, seat.occurrence);
    try {
      return await participantToken(roomId, invitee, seat, alone);
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
    const { meeting, occurrence, seat, whole, admitted } = found;
    const { device } = whole;
    return admitted.ok ? ok({ meeting, occurrence, invitee: admitted.value, seat, device }) : admitted;
  }

  function otherDevice({ invitee, seat }: Admission): EntryProblem {
    return { kind: 'other-device', name: invitee.name ?? seat.name ?? 'somebody else' };
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
