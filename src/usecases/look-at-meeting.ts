import { WHOLE_SERIES } from '../domain/answers.ts';
import type { MeetingId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import { nextOccurrence, type Occurrence, occurrenceOf } from '../domain/occurrence.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { may, type Verb } from '../domain/rights.ts';
import type { Clock } from '../ports/clock.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Actor, RightsProblem } from './change-meeting.ts';
import type { IsAdmin } from './is-admin.ts';

export type LookProblem =
  | RightsProblem
  | { readonly kind: 'not-scheduled'; readonly status: Meeting['status'] }
  | { readonly kind: 'over' }
  | { readonly kind: 'unknown-occurrence' };

export interface LookedAt {
  readonly meeting: Meeting;
  /** The one that was asked about, else the next. */
  readonly occurrence: Occurrence;
}

/** A meeting as it stands, for somebody who wants to do this to it and may. */
export type LookAtMeeting = (
  actor: Actor,
  meeting: MeetingId,
  occurrence: string | null,
  verb: Verb,
) => Promise<Result<LookedAt, LookProblem>>;

export function makeLookAtMeeting(deps: {
  readonly meetings: Pick<Meetings, 'get'>;
  readonly isAdmin: IsAdmin;
  readonly clock: Clock;
}): LookAtMeeting {
  const { meetings, isAdmin, clock } = deps;

  return async ({ workspace, user }, id, key, verb) => {
    const meeting = await meetings.get(workspace, id);
    if (!meeting) return refuse({ kind: 'unknown-meeting' });
    const isAllowed = may(meeting, user, verb) || (may(meeting, user, verb, true) && (await isAdmin(workspace, user)));
    if (!isAllowed) return refuse({ kind: 'not-allowed', verb });
    if (meeting.status !== 'scheduled') return refuse({ kind: 'not-scheduled', status: meeting.status });
    const now = clock.now();
    const isWhole = key === null || key === WHOLE_SERIES;
    const occurrence = isWhole ? nextOccurrence(meeting, now) : occurrenceOf(meeting, key);
    if (!occurrence) return refuse({ kind: isWhole ? 'over' : 'unknown-occurrence' });
    return occurrence.endsAt <= now ? refuse({ kind: 'over' }) : ok({ meeting, occurrence });
  };
}
