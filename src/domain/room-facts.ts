import type { DateTime } from 'luxon';
import type { DoorRules } from './access.ts';
import type { InviteeId } from './ids.ts';
import { inviteeOf, type Meeting } from './meeting.ts';
import type { Occurrence } from './occurrence.ts';
import { recordingMark } from './recording-link.ts';
import { type RoomUse, UNUSED, useOf } from './room-use.ts';
import type { Seat } from './seat.ts';
import type { Session } from './session.ts';
import { shownName } from './shown-name.ts';

/** What is shown of the rooms of a meeting beside one of its runs. */
export interface RoomFacts {
  /** The names of those who are in, who has been in longest first. */
  readonly inside: readonly string[];
  readonly held: RoomUse['held'];
  /** The latest that can be watched, of whichever run, newest first. */
  readonly recordings: readonly Watchable[];
}

export interface Watchable {
  /** See `recordingMark`. */
  readonly mark: string;
  readonly startedAt: DateTime | null;
}

const MOST_RECORDINGS = 3;

/**
 * @param sessions of the meeting
 * @param seats of the meeting
 */
export function roomFactsOf(
  meeting: Meeting,
  occurrence: Occurrence,
  sessions: readonly Session[],
  seats: readonly Seat[],
  rules: DoorRules,
): RoomFacts {
  const session = sessions.find((one) => one.occurrence === occurrence.key);
  const { inside, held } = session ? useOf(session, occurrence, rules) : UNUSED;
  const nameOf = (person: InviteeId) => {
    const seated = seats.find(({ invitee, name }) => invitee === person && name)?.name;
    return shownName(inviteeOf(meeting, person) ?? { name: null, email: null }, seated);
  };
  return { inside: inside.map(nameOf), held, recordings: watchable(meeting, sessions) };
}

/** The latest recordings that can be watched, newest first. */
export function watchable({ id }: Meeting, sessions: readonly Session[]): Watchable[] {
  return sessions
    .flatMap(({ recordings }) => recordings)
    .filter(({ status }) => status === 'ready')
    .sort((one, other) => (other.startedAt?.toMillis() ?? 0) - (one.startedAt?.toMillis() ?? 0))
    .slice(0, MOST_RECORDINGS)
    .map((recording) => ({ mark: recordingMark(id, recording.id), startedAt: recording.startedAt }));
}
