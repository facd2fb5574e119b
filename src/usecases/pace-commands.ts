import { LRUCache } from 'lru-cache';
import type { DateTime } from 'luxon';
import { type Pace, takeToken } from '../domain/bucket.ts';
import type { SlackUserId, WorkspaceId } from '../domain/ids.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import type { Clock } from '../ports/clock.ts';

export interface TooFast {
  readonly kind: 'too-fast';
  readonly who: 'person' | 'workspace';
  readonly waitSeconds: number;
}

/** Takes one command of this person, or says how long to wait. */
export type PaceCommands = (workspace: WorkspaceId, user: SlackUserId) => Result<null, TooFast>;

const MINUTE_MS = 60_000;
const MOST_REMEMBERED = 50_000;

/**
 * In memory, and so for each process by itself: whoever restarts it gives everybody a minute's commands at once, no more.
 * What one person sends in vain is not counted for the workspace, so that nobody can use up what is for all.
 *
 * @param most commands a minute
 */
export function makePaceCommands(clock: Clock, most: Readonly<Record<TooFast['who'], number>>): PaceCommands {
  const paces = { person: paceOf(most.person), workspace: paceOf(most.workspace) };
  const fullAt = new LRUCache<string, DateTime>({ max: MOST_REMEMBERED });

  function take(who: TooFast['who'], key: string, now: DateTime): Result<null, TooFast> {
    const taken = takeToken(fullAt.get(key) ?? null, now, paces[who]);
    if ('waitMs' in taken) return refuse({ kind: 'too-fast', who, waitSeconds: Math.ceil(taken.waitMs / 1_000) });
    fullAt.set(key, taken.fullAt);
    return ok(null);
  }

  return (workspace, user) => {
    const now = clock.now();
    const mine = take('person', `${workspace}/${user}`, now);
    return mine.ok ? take('workspace', workspace, now) : mine;
  };
}

function paceOf(perMinute: number): Pace {
  return { burst: perMinute, intervalMs: MINUTE_MS / perMinute };
}
