import { type DateTime, Duration } from 'luxon';
import { extend } from '../domain/changes/edit.ts';
import type { MoveProblem } from '../domain/changes/move.ts';
import type { MeetingId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import { occurrenceOf } from '../domain/occurrence.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import type { Actor, ChangeFault, ChangeMeeting } from './change-meeting.ts';

export interface Extension {
  readonly meeting: MeetingId;
  readonly occurrence: string;
  readonly byMinutes: number;
  /** The end that was seen: with another one, somebody has changed it meanwhile. */
  readonly endsAt: DateTime;
}

export type ExtendProblem =
  | MoveProblem
  | ChangeFault
  | { readonly kind: 'not-running' }
  | { readonly kind: 'changed-meanwhile' };

/** Makes a run that is under way longer, if whoever asks may. Asked twice about the same end, it is done once. */
export type ExtendMeeting = (actor: Actor, extension: Extension) => Promise<Result<Meeting, ExtendProblem>>;

export function makeExtendMeeting(changeMeeting: ChangeMeeting): ExtendMeeting {
  return (actor, { meeting: id, occurrence: key, byMinutes, endsAt }) => {
    const by = Duration.fromObject({ minutes: byMinutes });
    return changeMeeting(actor, id, 'extend', (meeting, now): Result<Meeting, ExtendProblem> => {
      const occurrence = occurrenceOf(meeting, key);
      if (occurrence?.endsAt.toMillis() === endsAt.plus(by).toMillis()) return ok(meeting);
      if (occurrence && (now < occurrence.startsAt || occurrence.endsAt <= now)) return refuse({ kind: 'not-running' });
      if (occurrence && occurrence.endsAt.toMillis() !== endsAt.toMillis())
        return refuse({ kind: 'changed-meanwhile' });
      return extend(meeting, key, by, now);
    });
  };
}
