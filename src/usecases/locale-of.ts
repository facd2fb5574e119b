import type { Logger } from 'pino';
import type { SlackUserId, WorkspaceId } from '../domain/ids.ts';
import type { Directory } from '../ports/directory.ts';
import { lookingUpPeople } from './look-up-people.ts';

/** The locale by which somebody who is waiting for an answer reads times; American English where it is not known. */
export type LocaleOf = (workspace: WorkspaceId, user: SlackUserId) => Promise<string>;

const LOOKUP_MS = 1_000;
export const USUAL_LOCALE = 'en-US';

export function makeLocaleOf(directory: Directory, log: Pick<Logger, 'warn'>): LocaleOf {
  return async (workspace, user) => {
    const found = await lookingUpPeople(directory, workspace, LOOKUP_MS, log)(user);
    return (found !== 'unanswered' && found?.locale) || USUAL_LOCALE;
  };
}
