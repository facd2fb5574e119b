import { withdraw } from '../domain/changes/cancel.ts';
import type { ChangeProblem } from '../domain/changes/changed.ts';
import type { MeetingId, SlackUserId, WorkspaceId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import { type Result, refuse } from '../domain/result.ts';
import { may } from '../domain/rights.ts';
import type { Clock } from '../ports/clock.ts';
import type { Meetings } from '../store/meetings.ts';

export interface UndoRequest {
  readonly workspace: WorkspaceId;
  readonly meeting: MeetingId;
  /** Who presses now. */
  readonly user: SlackUserId;
}

export type UndoProblem = ChangeProblem | { readonly kind: 'not-yours' };

export type UndoMeeting = (request: UndoRequest) => Promise<Result<Meeting, UndoProblem>>;

/** Takes a meeting back, and with it everything that was sent of it. For anybody but its organizer there is none. */
export function makeUndoMeeting(deps: {
  readonly meetings: Pick<Meetings, 'change'>;
  readonly clock: Clock;
  readonly wake: () => void;
}): UndoMeeting {
  const { meetings, clock, wake } = deps;

  return async ({ workspace, meeting: id, user }) => {
    const now = clock.now();
    const undone = await meetings.change(
      workspace,
      id,
      now,
      (meeting): Result<Meeting, UndoProblem> =>
        may(meeting, user, 'undo') ? withdraw(meeting, now) : refuse({ kind: 'not-yours' }),
    );
    wake();
    return undone ?? refuse({ kind: 'not-yours' });
  };
}
