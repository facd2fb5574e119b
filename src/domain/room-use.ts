import { DateTime } from 'luxon';
import { type DoorRules, isSinceOpeningThere } from './access.ts';
import { whoIsIn } from './attendance.ts';
import type { InviteeId } from './ids.ts';
import type { Occurrence } from './occurrence.ts';
import type { Run, Session } from './session.ts';

/** What a room was used for at one occurrence: what happened in it before the door opened belongs to another time. */
export interface RoomUse {
  /** Who is in now, who has been in longest first. */
  readonly inside: readonly InviteeId[];
  /** From when to when it was held; null while it is, and as long as nobody was in after the start. */
  readonly held: { readonly from: DateTime; readonly until: DateTime } | null;
}

export const UNUSED: RoomUse = { inside: [], held: null };

/** A host who looks in early and leaves again has held no meeting; early minutes do not count. */
export function useOf(session: Session, occurrence: Occurrence, rules: DoorRules): RoomUse {
  const counts = (at: DateTime | null) => isSinceOpeningThere(at, occurrence, rules);
  const inside = whoIsIn(session).filter(({ since }) => counts(since));
  if (inside.length > 0) return { inside: inside.map(({ person }) => person), held: null };
  const runs = session.runs.filter(({ endedAt }) => endedAt === null || endedAt > occurrence.startsAt);
  const until = DateTime.max(...runs.flatMap(({ endedAt }) => endedAt ?? []));
  const begun = DateTime.min(...runs.flatMap((run) => startOf(run, session)));
  if (!until || !begun || runs.some(({ endedAt }) => endedAt === null) || !counts(until)) return UNUSED;
  return { inside: [], held: { from: DateTime.max(begun, occurrence.startsAt), until } };
}

function startOf({ id, startedAt }: Run, { peers }: Session): DateTime[] {
  if (startedAt) return [startedAt];
  return peers.filter(({ run }) => run === id).flatMap(({ joinedAt }) => joinedAt);
}
