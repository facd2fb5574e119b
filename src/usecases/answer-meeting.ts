import type { DateTime } from 'luxon';
import { WHOLE_SERIES } from '../domain/answers.ts';
import type { InviteeId, MeetingId, SlackUserId, WorkspaceId } from '../domain/ids.ts';
import { inviteeByUser, inviteeOf, type Meeting } from '../domain/meeting.ts';
import { lastEnd, occurrenceOf } from '../domain/occurrence.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import type { Answer, PartStat } from '../domain/seat.ts';
import type { Clock } from '../ports/clock.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Seats } from '../store/seats.ts';

export interface AnswerRequest {
  readonly workspace: WorkspaceId;
  readonly meeting: MeetingId;
  /** The key of a run, or `series` for every one that has no answer of its own. */
  readonly occurrence: string;
  /** Who answers now: somebody in Slack, or the holder of a link. */
  readonly who: { readonly user: SlackUserId } | { readonly invitee: InviteeId };
  readonly is: PartStat;
  /** The start that was read, to the second, where that is known: an answer to another one is none. */
  readonly startsAt?: DateTime | null;
}

export type AnswerProblem =
  | { readonly kind: 'not-invited' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'over' }
  | { readonly kind: 'moved'; readonly startsAt: DateTime | null };

export interface Answered {
  readonly meeting: Meeting;
  readonly is: PartStat;
}

export type AnswerMeeting = (request: AnswerRequest) => Promise<Result<Answered, AnswerProblem>>;

/** Records what an invitee says to a meeting. The same answer twice is one. */
export function makeAnswerMeeting(deps: {
  readonly meetings: Pick<Meetings, 'get' | 'replan'>;
  readonly seats: Pick<Seats, 'change'>;
  readonly clock: Clock;
  readonly wake: () => void;
}): AnswerMeeting {
  const { meetings, seats, clock, wake } = deps;

  return async ({ workspace, meeting: id, occurrence, who, is, startsAt = null }) => {
    const at = clock.now();
    const meeting = await meetings.get(workspace, id);
    const invitee = meeting && ('user' in who ? inviteeByUser(meeting, who.user) : inviteeOf(meeting, who.invitee));
    if (!meeting || !invitee) return refuse({ kind: 'not-invited' });
    const asked = whatIsAsked(meeting, occurrence, at);
    if (!asked.ok) return asked;
    const answered = asked.value;
    if (startsAt && startsAt.toUnixInteger() !== answered.toUnixInteger())
      return refuse({ kind: 'moved', startsAt: answered });
    await seats.change(id, occurrence, invitee.id, ({ answer }) => ({
      answer: isSame(answer, is, answered) ? answer : { is, at, startsAt: answered },
    }));
    await meetings.replan(id, at);
    wake();
    return ok({ meeting, is });
  };
}

/** The start that an answer is given for. */
function whatIsAsked(meeting: Meeting, occurrence: string, now: DateTime): Result<DateTime, AnswerProblem> {
  if (meeting.status === 'cancelled') return refuse({ kind: 'cancelled' });
  if (meeting.status !== 'scheduled') return refuse({ kind: 'not-invited' });
  if (meeting.series && occurrence === WHOLE_SERIES) {
    const end = lastEnd(meeting);
    return end && end <= now ? refuse({ kind: 'over' }) : ok(meeting.startsAt);
  }
  const one = occurrenceOf(meeting, occurrence);
  if (!one) return refuse({ kind: 'moved', startsAt: null });
  if (one.isCancelled) return refuse({ kind: 'cancelled' });
  return one.endsAt <= now ? refuse({ kind: 'over' }) : ok(one.startsAt);
}

function isSame(answer: Answer | null, is: PartStat, startsAt: DateTime): boolean {
  return answer?.is === is && answer.startsAt.toMillis() === startsAt.toMillis();
}
