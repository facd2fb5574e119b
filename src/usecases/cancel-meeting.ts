import { cancelFollowing, cancelMeeting as cancelled, cancelOccurrence } from '../domain/changes/cancel.ts';
import type { ChangeProblem } from '../domain/changes/changed.ts';
import { hasEndedBefore } from '../domain/changes/follow.ts';
import type { MeetingId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import { plainLine } from '../domain/plain-text.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Actor, ChangeMeeting, RightsProblem } from './change-meeting.ts';
import type { Scope } from './move-meeting.ts';

export const LONGEST_REASON = 300;

export interface Cancellation {
  readonly meeting: MeetingId;
  /** The run that was seen. */
  readonly occurrence: string;
  readonly scope: Scope;
  /** As it was typed; blank for none. */
  readonly reason: string;
}

/** Cancels a meeting, or as much of a series as is meant, if whoever asks may. Cancelling twice is cancelling once. */
export type CancelMeeting = (
  actor: Actor,
  cancellation: Cancellation,
) => Promise<Result<Meeting, ChangeProblem | RightsProblem>>;

export function makeCancelMeeting(changeMeeting: ChangeMeeting<never>): CancelMeeting {
  return (actor, { meeting: id, occurrence, scope, reason: typed }) => {
    const reason = plainLine(typed, LONGEST_REASON) || null;
    return changeMeeting(actor, id, 'cancel', (meeting, now) => {
      if (scope === 'all') return cancelled(meeting, reason, now);
      if (scope === 'this') return cancelOccurrence(meeting, occurrence, reason, now);
      return hasEndedBefore(meeting, occurrence) ? ok(meeting) : cancelFollowing(meeting, occurrence, reason, now);
    });
  };
}
