import { DateTime } from 'luxon';
import type { MeetingId } from '../../domain/ids.ts';
import type { Scope } from '../../usecases/move-meeting.ts';
import type { Chosen } from '../../usecases/understand-verb.ts';

/** The buttons under a question about a verb; Slack wants each of a row to have an action id of its own. */
export const VERB_CHOICE = /^verb_choice_\d+$/;
/** Schedules what could have been a verb as a new meeting. */
export const VERB_AS_NEW = 'verb_as_new';

/** So much fits into a button beside what was chosen. */
export const LONGEST_VERB_TEXT = 1_500;

/** What a button under a question carries: the writer's own words and what has been chosen so far; hints only. */
export interface VerbChoice {
  readonly text: string;
  /** The trigger id of the command: what is chosen is done once for it. */
  readonly request: string;
  readonly chosen: Chosen;
}

const SCOPES: readonly Scope[] = ['this', 'following', 'all'];

export function verbChoiceValue({ text, request, chosen }: VerbChoice): string {
  const { isVerb, meeting, scope, startsAt } = chosen;
  return JSON.stringify([text, request, isVerb ? 1 : 0, meeting, scope, startsAt?.toUnixInteger() ?? null]);
}

/** Null for a value that none of ours has. */
export function readVerbChoice(value: string): VerbChoice | null {
  const parts = partsOf(value);
  if (!parts) return null;
  const [text, request, isVerb, meeting, scope, seconds] = parts;
  if (typeof text !== 'string' || typeof request !== 'string') return null;
  return {
    text,
    request,
    chosen: {
      isVerb: isVerb === 1,
      meeting: typeof meeting === 'string' && /^[\w-]{22}$/.test(meeting) ? (meeting as MeetingId) : null,
      scope: SCOPES.find((one) => one === scope) ?? null,
      startsAt: Number.isSafeInteger(seconds) ? DateTime.fromSeconds(Number(seconds)) : null,
    },
  };
}

function partsOf(value: string): readonly unknown[] | null {
  try {
    const parts: unknown = JSON.parse(value);
    return Array.isArray(parts) ? parts : null;
  } catch {
    return null;
  }
}
