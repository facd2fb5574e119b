import type { DateTime, Duration } from 'luxon';
import { chooseStart, type DraftProblem, discardDraft, sendDraft } from '../domain/draft.ts';
import type { MeetingId, SlackUserId, WorkspaceId } from '../domain/ids.ts';
import type { JoinLinks } from '../domain/join-links.ts';
import type { Meeting } from '../domain/meeting.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { AgreedMeetings, LimitProblem } from './agreed-meetings.ts';
import { type OrganizerLinks, organizerLinks } from './organizer-links.ts';

export type Decision =
  | { readonly kind: 'send' }
  | { readonly kind: 'choose'; readonly startsAt: DateTime }
  | { readonly kind: 'discard' };

export interface DraftDecision {
  readonly workspace: WorkspaceId;
  readonly meeting: MeetingId;
  /** Who presses now, whoever saw the button. */
  readonly user: SlackUserId;
  readonly decision: Decision;
  /** Aborted when nothing may be stored any more. */
  readonly signal?: AbortSignal;
}

export interface Decided extends OrganizerLinks {
  readonly meeting: Meeting;
}

export type DecisionProblem = DraftProblem | LimitProblem | { readonly kind: 'unknown-draft' };

export type DecideDraft = (decision: DraftDecision) => Promise<Result<Decided, DecisionProblem>>;

/** Lets the organizer of a draft choose among its times, send it or put it away. For anybody else there is no draft. */
export function makeDecideDraft(deps: {
  readonly meetings: Pick<AgreedMeetings, 'change'>;
  readonly links: Pick<JoinLinks, 'urlFor' | 'publicUrlFor'>;
  readonly clock: Clock;
  /** For so long nothing leaves of a meeting of many, so that it can be taken back. */
  readonly undoFor: Duration;
  readonly wake: () => void;
}): DecideDraft {
  const { meetings, links, clock, undoFor, wake } = deps;

  return async ({ workspace, meeting: id, user, decision, signal }) => {
    const now = clock.now();
    const decide = (meeting: Meeting): Result<Meeting, DecisionProblem> => {
      if (meeting.organizer !== user) return refuse({ kind: 'unknown-draft' });
      switch (decision.kind) {
        case 'send':
          return sendDraft(meeting, undoFor, now);
        case 'choose':
          return chooseStart(meeting, decision.startsAt);
        case 'discard':
          return ok(discardDraft(meeting));
      }
    };
    const decided = await meetings.change(workspace, id, now, decide, signal);
    wake();
    if (!decided) return refuse({ kind: 'unknown-draft' });
    return decided.ok ? ok({ meeting: decided.value, ...organizerLinks(links, decided.value, now) }) : decided;
  };
}
