import type { Logger } from 'pino';
import type { SlackUserId, WorkspaceId } from '../domain/ids.ts';
import type { Directory } from '../ports/directory.ts';
import { USUAL_LOCALE } from './locale-of.ts';
import { lookingUpPeople } from './look-up-people.ts';
import type { Reader } from './understand-verb.ts';

/** Where somebody who is waiting for an answer reads times, and by which clock; UTC where that is not known. */
export type ReaderOf = (workspace: WorkspaceId, user: SlackUserId) => Promise<Reader>;

const LOOKUP_MS = 1_000;

export function makeReaderOf(directory: Directory, log: Pick<Logger, 'warn'>): ReaderOf {
  return async (workspace, user) => {
    const found = await lookingUpPeople(directory, workspace, LOOKUP_MS, log)(user);
    const person = found === 'unanswered' ? null : found;
    return { zone: person?.zone ?? 'UTC', locale: person?.locale ?? USUAL_LOCALE };
  };
}
