import type { DateTime, Duration } from 'luxon';
import { cancelFollowing } from '../domain/changes/cancel.ts';
import { followingFrom, followingIdOf, hasEndedBefore, moveAllToCome } from '../domain/changes/follow.ts';
import { type MoveProblem, moveMeeting as moved, moveOccurrence } from '../domain/changes/move.ts';
import type { MeetingId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { may } from '../domain/rights.ts';
import type { Clock } from '../ports/clock.ts';
import { Duplicate } from '../ports/documents.ts';
import type { Meetings } from '../store/meetings.ts';
import type { AgreedMeetings } from './agreed-meetings.ts';
import type { Actor, ChangeFault, ChangeMeeting } from './change-meeting.ts';

/** How much of a series is meant: this run, this and those that follow, or all that is to come. */
export type Scope = 'this' | 'following' | 'all';

export interface Move {
  readonly meeting: MeetingId;
  /** The run that was seen. */
  readonly occurrence: string;
  readonly scope: Scope;
  readonly startsAt: DateTime;
  readonly length: Duration;
}

/**
 * Moves a meeting, or as much of a series as is meant, if whoever asks may. The same move twice is one.
 *
 * `following` ends the series before this run and goes on in a meeting of its own, which is stored first: after a crash
 * in between the same request completes it.
 */
export type MoveMeeting = (actor: Actor, move: Move) => Promise<Result<Meeting, MoveProblem | ChangeFault>>;

export function makeMoveMeeting(deps: {
  readonly meetings: Pick<Meetings, 'get'>;
  readonly agreedMeetings: Pick<AgreedMeetings, 'add'>;
  readonly changeMeeting: ChangeMeeting;
  readonly clock: Clock;
}): MoveMeeting {
  const { meetings, agreedMeetings, changeMeeting, clock } = deps;

  return async (actor, move) => {
    const { meeting: id, occurrence, scope, startsAt, length } = move;
    if (scope === 'following') return moveFollowing(actor, move);
    return changeMeeting(actor, id, 'move', (meeting, now) =>
      scope === 'this'
        ? moveOccurrence(meeting, occurrence, startsAt, length, now)
        : moveAllToCome(meeting, occurrence, startsAt, length, now),
    );
  };

  async function moveFollowing(actor: Actor, move: Move): Promise<Result<Meeting, MoveProblem | ChangeFault>> {
    const { meeting: id, occurrence: key, startsAt, length } = move;
    const meeting = await meetings.get(actor.workspace, id);
    if (!meeting) return refuse({ kind: 'unknown-meeting' });
    if (!may(meeting, actor.user, 'move')) return refuse({ kind: 'not-allowed', verb: 'move' });
    const isFirst = meeting.series !== null && cancelsAll(meeting, key, clock.now());
    if (!meeting.series || isFirst) {
      return changeMeeting(actor, id, 'move', (fresh, now) => moveAllToCome(fresh, key, startsAt, length, now));
    }
    const rest = hasEndedBefore(meeting, key)
      ? await meetings.get(actor.workspace, followingIdOf(meeting, key))
      : await addRest(actor, meeting, move);
    if (!rest) return refuse({ kind: 'unknown-occurrence' });
    if ('ok' in rest) return rest;
    const ended = await changeMeeting(actor, id, 'move', (fresh, now) =>
      hasEndedBefore(fresh, key) ? ok(fresh) : cancelFollowing(fresh, key, null, now),
    );
    return ended.ok ? ok(rest) : ended;
  }

  /** Stores the rest; where an earlier try has stored it, that one is moved to where it is wanted now. */
  async function addRest(
    actor: Actor,
    meeting: Meeting,
    { occurrence: key, startsAt, length }: Move,
  ): Promise<Meeting | Result<never, MoveProblem | ChangeFault>> {
    const rest = followingFrom(meeting, key, startsAt, length, clock.now());
    if (!rest.ok) return rest;
    try {
      const added = await agreedMeetings.add(rest.value);
      return added.ok ? rest.value : added;
    } catch (error) {
      if (!(error instanceof Duplicate)) throw error;
      const again = await changeMeeting(actor, rest.value.id, 'move', (stored, now) =>
        moved(stored, startsAt, length, now),
      );
      return again.ok ? again.value : again;
    }
  }
}

/** Whether nothing would be left of a series that ends before this run. */
function cancelsAll(meeting: Meeting, key: string, now: DateTime): boolean {
  const ended = cancelFollowing(meeting, key, null, now);
  return ended.ok && ended.value.status === 'cancelled';
}
