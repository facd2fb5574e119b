import { DateTime, type Duration } from 'luxon';
import type { Meeting } from './meeting.ts';
import { ok, type Result, refuse } from './result.ts';

/** Something the organizer has to see before anything is sent. */
export type Question =
  | {
      readonly kind: 'past' | 'gap' | 'twice' | 'seven' | 'next-weekday' | 'numeric-date' | 'other-language';
      /** The starts to choose from; the meeting's own may be one of them. */
      readonly alternatives: readonly DateTime[];
    }
  | { readonly kind: 'unknown-names'; readonly names: readonly string[] }
  | { readonly kind: 'many-people'; readonly count: number }
  /** The same was asked for a moment ago. */
  | { readonly kind: 'repeated' };

/** What has to be chosen, because neither reading is likelier than the other. */
const CHOICES: readonly Question['kind'][] = ['past', 'seven', 'next-weekday', 'numeric-date', 'other-language'];

/** Whether a draft still waits for a choice, and so cannot be sent. */
export function awaitsChoice({ questions }: Meeting): boolean {
  return questions.some(({ kind }) => CHOICES.includes(kind));
}

/** Whether a draft can be sent as it is. */
export function canBeSent(draft: Meeting, now: DateTime): boolean {
  return !awaitsChoice(draft) && startingNow(draft, now).startsAt >= now.startOf('minute');
}

/** Whether there is still a way to send it: as it is, or with one of the times to choose from. */
export function isOpen(draft: Meeting, now: DateTime): boolean {
  const choices = draft.questions.flatMap((question) => ('alternatives' in question ? question.alternatives : []));
  return canBeSent(draft, now) || choices.some((at) => at >= now);
}

export type DraftProblem =
  | { readonly kind: 'starts-in-the-past'; readonly startsAt: DateTime }
  | { readonly kind: 'choose-first' }
  | { readonly kind: 'discarded' }
  | { readonly kind: 'not-a-choice' };

/**
 * Turns a draft into a meeting. Sending twice is sending once.
 *
 * @param undoFor for so long nothing leaves of one for many people, so that it can be taken back
 */
export function sendDraft(meeting: Meeting, undoFor: Duration, now: DateTime): Result<Meeting, DraftProblem> {
  if (meeting.status === 'discarded') return refuse({ kind: 'discarded' });
  if (meeting.status !== 'draft') return ok(meeting);
  if (awaitsChoice(meeting)) return refuse({ kind: 'choose-first' });
  const { startsAt, endsAt } = startingNow(meeting, now);
  if (startsAt < now.startOf('minute')) return refuse({ kind: 'starts-in-the-past', startsAt });
  const isForMany = meeting.questions.some(({ kind }) => kind === 'many-people');
  const sendsAt = isForMany ? now.plus(undoFor) : now;
  return ok({ ...meeting, startsAt, endsAt, status: 'scheduled', questions: [], changedAt: now, sendsAt });
}

/** What was to start at once starts when it is sent. */
function startingNow(meeting: Meeting, now: DateTime): Pick<Meeting, 'startsAt' | 'endsAt'> {
  const { startsAt, endsAt, createdAt } = meeting;
  if (startsAt > createdAt) return meeting;
  const start = DateTime.max(startsAt, now.setZone(startsAt.zoneName).startOf('minute'));
  return { startsAt: start, endsAt: start.plus(endsAt.diff(startsAt)) };
}

/** Answers the question that offers this start. */
export function chooseStart(meeting: Meeting, startsAt: DateTime): Result<Meeting, DraftProblem> {
  if (meeting.status === 'discarded') return refuse({ kind: 'discarded' });
  if (meeting.status !== 'draft') return ok(meeting);
  const { zoneName } = meeting.startsAt;
  const length = meeting.endsAt.diff(meeting.startsAt);
  const offers = (question: Question) =>
    'alternatives' in question && question.alternatives.some((one) => one.toMillis() === startsAt.toMillis());
  if (!meeting.questions.some(offers)) return refuse({ kind: 'not-a-choice' });
  return ok({
    ...meeting,
    startsAt: startsAt.setZone(zoneName),
    endsAt: startsAt.setZone(zoneName).plus(length),
    questions: meeting.questions.filter((question) => !offers(question)),
  });
}

/** Puts a draft away. What was sent already stays. */
export function discardDraft(meeting: Meeting): Meeting {
  return meeting.status === 'draft' ? { ...meeting, status: 'discarded', questions: [] } : meeting;
}
