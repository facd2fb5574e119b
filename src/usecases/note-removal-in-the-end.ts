import type { Logger } from 'pino';
import { StoreUnavailable } from '../ports/documents.ts';
import type { NoteRemoval } from './note-removal.ts';

const SHORTEST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/**
 * Notes a removal until it is stored: Slack had its answer before it was noted, and does not tell it again. What is lost with
 * the process is found out when a message is refused.
 */
export function noteRemovalInTheEnd(
  noteRemoval: NoteRemoval,
  deps: { readonly pause: (ms: number) => Promise<unknown>; readonly log: Pick<Logger, 'warn'> },
): NoteRemoval {
  const { pause, log } = deps;

  return async (said) => {
    for (let pauseMs = SHORTEST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
      try {
        await noteRemoval(said);
        return;
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error;
        log.warn({ workspace: said.workspace, err: error }, 'a removal could not be stored yet');
        await pause(pauseMs);
      }
    }
  };
}
