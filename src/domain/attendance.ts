import { DateTime, Duration, Interval } from 'luxon';
import type { InviteeId } from './ids.ts';
import type { Peer, Session } from './session.ts';

/** One person's part in a session, all their devices taken together. */
export interface Attendance {
  readonly person: InviteeId;
  readonly firstCameAt: DateTime;
  /** Since when they are in without a gap; null when they are not. */
  readonly isInSince: DateTime | null;
  /** When they were last seen to leave; null while they are in. */
  readonly lastLeftAt: DateTime | null;
  readonly total: Duration;
}

/** Everybody who was seen in the room, in the order in which they came. */
export function attendanceOf(session: Session, now: DateTime): Attendance[] {
  const people = new Set(session.peers.map(({ person }) => person));
  return [...people]
    .flatMap((person) => attendanceOfOne(session, person, now) ?? [])
    .sort((one, other) => one.firstCameAt.toMillis() - other.firstCameAt.toMillis());
}

/** Who is in the room, who has been in longest first. */
export function whoIsIn(session: Session): { readonly person: InviteeId; readonly since: DateTime }[] {
  // How long somebody has been in does not matter here, so any present after the last report serves.
  const now = DateTime.max(...instantsOf(session), DateTime.fromMillis(0));
  return attendanceOf(session, now)
    .flatMap(({ person, isInSince }) => (isInSince ? [{ person, since: isInSince }] : []))
    .sort((one, other) => one.since.toMillis() - other.since.toMillis());
}

export type SessionState =
  | { readonly kind: 'unused' }
  | { readonly kind: 'live'; readonly startedAt: DateTime | null }
  | { readonly kind: 'over'; readonly startedAt: DateTime | null; readonly endedAt: DateTime };

/** Whether the room is in use, since when, and when it last ceased to be. */
export function stateOf({ runs, peers }: Session): SessionState {
  if (runs.length === 0) return { kind: 'unused' };
  const starts = [...runs.flatMap(({ startedAt }) => startedAt ?? []), ...peers.flatMap(({ joinedAt }) => joinedAt)];
  const startedAt = DateTime.min(...starts) ?? null;
  const ends = runs.flatMap(({ endedAt }) => endedAt ?? []);
  const endedAt = DateTime.max(...ends);
  return ends.length < runs.length || !endedAt ? { kind: 'live', startedAt } : { kind: 'over', startedAt, endedAt };
}

function attendanceOfOne(session: Session, person: InviteeId, now: DateTime): Attendance | null {
  const stays = session.peers.filter((peer) => peer.person === person).flatMap((peer) => staysOf(peer, session));
  const [first] = stays.map(({ from }) => from).sort((one, other) => one.toMillis() - other.toMillis());
  if (!first) return null;
  const times = Interval.merge(
    stays.map(({ from, until }) => Interval.fromDateTimes(from, DateTime.max(from, until ?? now))),
  );
  const isIn = stays.some(({ until }) => until === null);
  const last = DateTime.max(...stays.flatMap(({ until }) => until ?? [])) ?? null;
  return {
    person,
    firstCameAt: first,
    isInSince: isIn ? (times.at(-1)?.start ?? null) : null,
    lastLeftAt: isIn ? null : last,
    total: times.reduce((sum, time) => sum.plus(time.toDuration()), Duration.fromMillis(0)),
  };
}

/** A stay ends when its device is next seen to leave, at the latest with its run. */
function staysOf(
  { run, joinedAt, leftAt }: Peer,
  { runs }: Session,
): { readonly from: DateTime; readonly until: DateTime | null }[] {
  const runEndedAt = runs.find(({ id }) => id === run)?.endedAt ?? null;
  return joinedAt.map((from) => ({ from, until: leftAt.find((at) => at >= from) ?? runEndedAt }));
}

function instantsOf({ runs, peers }: Session): DateTime[] {
  return [
    ...runs.flatMap(({ startedAt, endedAt }) => [startedAt, endedAt]),
    ...peers.flatMap(({ joinedAt, leftAt }) => [...joinedAt, ...leftAt]),
  ].filter((at) => at !== null);
}
