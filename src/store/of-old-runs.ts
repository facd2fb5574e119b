import { setImmediate as nextTurn } from 'node:timers/promises';
import type { MeetingId } from '../domain/ids.ts';
import type { OldRuns } from '../domain/retention.ts';
import type { Documents, Stored } from '../ports/documents.ts';

const AT_ONCE = 50;

/** What is stored of old runs, slice by slice. @param documents whose ids begin with the meeting and the run */
export async function* ofOldRuns<T extends object>(
  documents: Documents<T>,
  meeting: MeetingId,
  { upTo, except }: OldRuns,
): AsyncGenerator<Stored<T>> {
  for (let after = `${meeting}/`; ; ) {
    const slice = await documents.page(after, AT_ONCE);
    for (const stored of slice) {
      const [owner, run = ''] = stored.id.split('/');
      if (owner !== meeting || run > upTo) return;
      if (!except.has(run)) yield stored;
      after = stored.id;
    }
    if (slice.length < AT_ONCE) return;
    await nextTurn();
  }
}

export async function removeOldRuns<T extends object>(
  documents: Documents<T>,
  meeting: MeetingId,
  runs: OldRuns,
  isKept: (value: T) => boolean = () => false,
): Promise<void> {
  for await (const { id, value } of ofOldRuns(documents, meeting, runs)) {
    if (!isKept(value)) await documents.remove(id);
  }
}
