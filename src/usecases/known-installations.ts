import { LRUCache } from 'lru-cache';
import type { WorkspaceId } from '../domain/ids.ts';
import type { Installation } from '../domain/installation.ts';
import type { Installations } from '../store/installations.ts';

/** Installations from memory, since everything that Slack sends and everything that is sent asks for one. */
export interface KnownInstallations {
  /** Null where the app is not. @throws StoreUnavailable where it was never asked for before */
  get(workspace: WorkspaceId): Promise<Installation | null>;
  /** What is known of this one is out of date: the next look goes to the store. */
  forget(workspace: WorkspaceId): void;
}

const MOST_KEPT = 1_000;
/** What another process changed is noticed after that, by a look behind the answer: nobody waits for it. */
const FRESH_FOR_MS = 30_000;

export function makeKnownInstallations(
  installations: Pick<Installations, 'get'>,
  freshForMs = FRESH_FOR_MS,
): KnownInstallations {
  const known = new LRUCache<WorkspaceId, { readonly installation: Installation | null }>({
    max: MOST_KEPT,
    ttl: freshForMs,
    fetchMethod: async (workspace) => ({ installation: await installations.get(workspace) }),
    allowStale: true,
    allowStaleOnFetchRejection: true,
    noDeleteOnFetchRejection: true,
  });

  return {
    async get(workspace) {
      // Undefined where the store failed and nothing was known: then it says so itself.
      const found = (await known.fetch(workspace)) ?? { installation: await installations.get(workspace) };
      const { installation } = found;
      // Somebody may be installing it at this moment, in another process.
      if (!installation) known.delete(workspace);
      return installation;
    },
    forget: (workspace) => void known.delete(workspace),
  };
}
