import type { Logger } from 'pino';
import type { SlackUserId, WorkspaceId } from '../domain/ids.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { readRequest } from '../language/read-request.ts';
import type { Reading } from '../language/reading.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import { USUAL_LOCALE } from './locale-of.ts';
import { lookingUpPeople } from './look-up-people.ts';
import { LONGEST_TEXT } from './schedule-meeting.ts';

export type ExplainProblem =
  | { readonly kind: 'text-too-long'; readonly length: number; readonly longest: number }
  | { readonly kind: 'zone-unknown' };

export interface Explained {
  readonly reading: Reading;
  readonly locale: string;
}

/** How a text of this person would be read. Nothing is stored. */
export type ExplainReading = (
  workspace: WorkspaceId,
  user: SlackUserId,
  text: string,
) => Promise<Result<Explained, ExplainProblem>>;

const LOOKUP_MS = 1_500;

export function makeExplainReading(deps: {
  readonly directory: Directory;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'warn'>;
}): ExplainReading {
  const { directory, clock, log } = deps;

  return async (workspace, user, text) => {
    if (text.length > LONGEST_TEXT)
      return refuse({ kind: 'text-too-long', length: text.length, longest: LONGEST_TEXT });
    const writer = await lookingUpPeople(directory, workspace, LOOKUP_MS, log)(user);
    if (writer === null || writer === 'unanswered') return refuse({ kind: 'zone-unknown' });
    const locale = writer.locale ?? USUAL_LOCALE;
    return ok({ reading: readRequest(text, { now: clock.now(), zone: writer.zone ?? 'UTC', locale }), locale });
  };
}
