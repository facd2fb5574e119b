import type { DateTime, Duration } from 'luxon';
import type { Clock } from '../ports/clock.ts';
import { makePurgeNext, nextPurgeAt, type PurgeNext } from '../usecases/purge-expired.ts';
import { makePurgeRuns } from '../usecases/purge-runs.ts';
import type { RemoveMeeting } from '../usecases/remove-meeting.ts';
import type { Collections } from './collections.ts';
import type { Workspaces } from './workspaces.ts';

/** Removes whatever was kept long enough, a part at a time. */
export function makePurging(options: {
  readonly collections: Collections;
  readonly workspaces: Pick<Workspaces, 'purgeNext'>;
  readonly removeMeeting: RemoveMeeting;
  readonly keepFor: Duration;
  readonly clock: Clock;
}): { readonly purgeNext: PurgeNext; readonly nextMeetingAt: () => Promise<DateTime | null> } {
  const { collections, workspaces, removeMeeting, keepFor, clock } = options;
  const { meetings, seen, guestMails } = collections;
  const parts: readonly PurgeNext[] = [
    makePurgeNext({ meetings, removeMeeting, clock, keepFor }),
    makePurgeRuns({ ...collections, clock, keepFor }),
    workspaces.purgeNext,
    () => seen.forgetOld(clock.now()),
    () => guestMails.forgetOld(clock.now()),
  ];
  return {
    async purgeNext() {
      for (const part of parts) if (await part()) return true;
      return false;
    },
    nextMeetingAt: () => nextPurgeAt(meetings, keepFor, clock.now()),
  };
}
