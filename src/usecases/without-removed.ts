import { DateTime, type Duration } from 'luxon';
import type { WorkspaceId } from '../domain/ids.ts';
import type { Gates } from '../ports/gates.ts';
import type { Installations } from '../store/installations.ts';

/**
 * The same gates, with everything closed that leads into a workspace which removed the app: until its data goes, or until
 * it installs the app again.
 */
export function withoutRemoved(gates: Gates, installations: Pick<Installations, 'removed'>, keepFor: Duration): Gates {
  let goesAt: ReadonlyMap<WorkspaceId, DateTime> = new Map();

  return {
    ...gates,
    opensAt(asked, now) {
      const removed = asked.flatMap(({ workspace }) => (workspace && goesAt.get(workspace)) ?? []);
      const limited = gates.opensAt(asked, now);
      return DateTime.max(...removed, ...(limited ? [limited] : [])) ?? null;
    },
    async refresh(now) {
      const removed = await installations.removed();
      goesAt = new Map(removed.map(({ workspace, removedAt }) => [workspace, removedAt.plus(keepFor)]));
      await gates.refresh(now);
    },
  };
}
