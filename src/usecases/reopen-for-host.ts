import { type DoorRules, isSinceOpening } from '../domain/access.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Occurrence } from '../domain/occurrence.ts';
import type { Clock } from '../ports/clock.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Rooms } from '../store/rooms.ts';

/** A host who comes into what was ended for all opens it again: the others may follow, and its room is not closed. */
export type ReopenForHost = (meeting: Meeting, occurrence: Occurrence) => Promise<void>;

export function makeReopenForHost(deps: {
  readonly meetings: Pick<Meetings, 'replan'>;
  readonly rooms: Pick<Rooms, 'get' | 'change'>;
  readonly rules: DoorRules;
  readonly clock: Clock;
  readonly wake: () => void;
}): ReopenForHost {
  const { meetings, rooms, rules, clock, wake } = deps;

  return async ({ id }, occurrence) => {
    const room = await rooms.get(id, occurrence.key);
    if (!isSinceOpening(room?.endedAt ?? null, occurrence, rules)) return;
    const now = clock.now();
    await rooms.change(id, occurrence.key, () => ({ endedAt: null, hostCameAt: now }));
    await meetings.replan(id, now);
    wake();
  };
}
