import { DateTime, type Duration } from 'luxon';
import { agesFrom } from '../domain/retention.ts';
import type { Clock } from '../ports/clock.ts';
import type { Meetings } from '../store/meetings.ts';
import type { RemoveMeeting } from './remove-meeting.ts';

/** Removes one meeting that was kept long enough; true when there may be another. */
export type PurgeNext = () => Promise<boolean>;

const LOOK_AGAIN_SECONDS = 1;

/** The age is looked up anew each time, so that a changed retention holds for old meetings too. */
export function makePurgeNext(deps: {
  readonly meetings: Pick<Meetings, 'firstOfAge' | 'hide'>;
  readonly removeMeeting: RemoveMeeting;
  readonly clock: Clock;
  readonly keepFor: Duration;
}): PurgeNext {
  const { meetings, removeMeeting, clock, keepFor } = deps;

  return async () => {
    const before = clock.now().minus(keepFor);
    const id = await meetings.firstOfAge(before);
    if (!id) return false;
    // A draft may be sent at this very moment, and then it is kept.
    const isHidden = await meetings.hide(id, (meeting) => (agesFrom(meeting) ?? clock.now()) <= before);
    return isHidden ? removeMeeting(id) : true;
  };
}

/** When the next meeting will have been kept long enough; one that cannot be removed yet is looked at again. */
export async function nextPurgeAt(
  meetings: Pick<Meetings, 'oldestAgesFrom'>,
  keepFor: Duration,
  now: DateTime,
): Promise<DateTime | null> {
  const oldest = await meetings.oldestAgesFrom();
  return oldest && DateTime.max(oldest.plus(keepFor), now.plus({ seconds: LOOK_AGAIN_SECONDS }));
}
