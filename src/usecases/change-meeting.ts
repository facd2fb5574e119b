import type { DateTime } from 'luxon';
import { changedBy } from '../domain/changes/changed.ts';
import type { MeetingId, SlackUserId, WorkspaceId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { may, type Verb } from '../domain/rights.ts';
import type { Clock } from '../ports/clock.ts';
import type { ChangesMeetings, LimitProblem } from './agreed-meetings.ts';
import type { IsAdmin } from './is-admin.ts';

/** Who wants something done, whoever was shown the button. */
export interface Actor {
  readonly workspace: WorkspaceId;
  readonly user: SlackUserId;
}

export type RightsProblem =
  /** There is none, or it is another workspace's: nobody is told which. */
  { readonly kind: 'unknown-meeting' } | { readonly kind: 'not-allowed'; readonly verb: Verb };

export type ChangeFault = RightsProblem | LimitProblem;

/**
 * Changes a meeting, if whoever asks may do that to it as it stands in the same write, and wakes the worker.
 *
 * @typeParam L what else it may be refused for: what ends a meeting is not limited
 * @param change pure; run again on the fresh meeting when somebody else was faster
 */
export type ChangeMeeting<L = LimitProblem> = <P>(
  actor: Actor,
  meeting: MeetingId,
  verb: Verb,
  change: (meeting: Meeting, now: DateTime) => Result<Meeting, P>,
) => Promise<Result<Meeting, P | RightsProblem | L>>;

export function makeChangeMeeting<L = never>(deps: {
  readonly meetings: ChangesMeetings<L>;
  readonly isAdmin: IsAdmin;
  readonly clock: Clock;
  readonly wake: () => void;
}): ChangeMeeting<L> {
  const { meetings, isAdmin, clock, wake } = deps;

  return async <P>(
    { workspace, user }: Actor,
    id: MeetingId,
    verb: Verb,
    change: (meeting: Meeting, now: DateTime) => Result<Meeting, P>,
  ) => {
    const attempt = (admin: boolean) => {
      const now = clock.now();
      return meetings.change(workspace, id, now, (meeting): Result<Meeting, P | RightsProblem> => {
        if (!may(meeting, user, verb, admin)) return refuse({ kind: 'not-allowed', verb });
        const changed = change(meeting, now);
        return changed.ok ? ok(changedBy(user, meeting, changed.value)) : changed;
      });
    };
    let changed = await attempt(false);
    // Slack is asked only about those who may not do it otherwise.
    const isRefused = changed && !changed.ok && isRightsProblem(changed.problem);
    if (isRefused && (await isAdmin(workspace, user))) changed = await attempt(true);
    wake();
    return changed ?? refuse({ kind: 'unknown-meeting' });
  };
}

function isRightsProblem(problem: unknown): boolean {
  return typeof problem === 'object' && problem !== null && 'kind' in problem && problem.kind === 'not-allowed';
}
