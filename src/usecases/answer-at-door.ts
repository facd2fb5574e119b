import type { DateTime } from 'luxon';
import { WHOLE_SERIES } from '../domain/answers.ts';
import type { JoinLinks } from '../domain/join-links.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import type { PartStat } from '../domain/seat.ts';
import type { AnswerMeeting, AnswerProblem } from './answer-meeting.ts';
import type { LookUpDoor } from './look-up-door.ts';

export interface AnswerAtDoorRequest {
  readonly is: PartStat;
  /** Of a series: this one time, and not all that have no answer of their own. */
  readonly onlyThisTime: boolean;
  /** The start that the page shows: an answer to another one is none. */
  readonly startsAt: DateTime;
}

export type DoorAnswerProblem = AnswerProblem | { readonly kind: 'unknown-link' };

/** Records what the holder of a link answers to what the join page shows. @param link the last part of a personal link */
export type AnswerAtDoor = (link: string, request: AnswerAtDoorRequest) => Promise<Result<PartStat, DoorAnswerProblem>>;

export function makeAnswerAtDoor(deps: {
  readonly lookUpDoor: LookUpDoor;
  readonly links: Pick<JoinLinks, 'read'>;
  readonly answerMeeting: AnswerMeeting;
}): AnswerAtDoor {
  const { lookUpDoor, links, answerMeeting } = deps;

  return async (text, { is, onlyThisTime, startsAt }) => {
    const link = links.read(text);
    const found = link && (await lookUpDoor(link));
    if (!found) return refuse({ kind: 'unknown-link' });
    const { meeting, occurrence, holder } = found;
    if (!holder) return refuse({ kind: 'not-invited' });
    if (occurrence.startsAt.toMillis() !== startsAt.toMillis()) {
      return refuse({ kind: 'moved', startsAt: occurrence.startsAt });
    }
    const isForAll = meeting.series !== null && !onlyThisTime;
    const answered = await answerMeeting({
      workspace: meeting.workspace,
      meeting: meeting.id,
      occurrence: isForAll ? WHOLE_SERIES : occurrence.key,
      who: { invitee: holder.id },
      is,
      startsAt: isForAll ? null : occurrence.startsAt,
    });
    return answered.ok ? ok(answered.value.is) : answered;
  };
}
