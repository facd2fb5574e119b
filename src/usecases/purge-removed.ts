import type { DateTime, Duration } from 'luxon';
import type { WorkspaceId } from '../domain/ids.ts';
import type { Clock } from '../ports/clock.ts';
import type { Installations } from '../store/installations.ts';
import type { Meetings } from '../store/meetings.ts';
import type { PurgeNext } from './purge-expired.ts';
import type { RemoveMeeting } from './remove-meeting.ts';

/** Removes all that is stored of one workspace, whose time is over since it removed the app. */
export function makePurgeRemoved(deps: {
  readonly installations: Pick<Installations, 'removed' | 'forget' | 'get'>;
  readonly meetings: Pick<Meetings, 'ofWorkspace' | 'hide'>;
  readonly removeMeeting: RemoveMeeting;
  /** What else is kept of a workspace. */
  readonly alsoRemove: readonly ((workspace: WorkspaceId) => Promise<void>)[];
  readonly clock: Clock;
  readonly keepFor: Duration;
}): PurgeNext {
  const { installations, meetings, removeMeeting, alsoRemove, clock, keepFor } = deps;

  return async () => {
    const [first] = await installations.removed();
    if (!first || first.removedAt.plus(keepFor) > clock.now()) return false;
    const { workspace } = first;
    for await (const { id } of meetings.ofWorkspace(workspace)) {
      // It may be installed again at this very moment, and then the rest is kept.
      if (await installations.get(workspace)) return true;
      // What is being brought out is removed with the meetings of their age, which a hidden one comes before.
      if (await meetings.hide(id, () => true)) await removeMeeting(id);
    }
    for (const remove of alsoRemove) await remove(workspace);
    await installations.forget(workspace);
    return true;
  };
}

/** When the data of the next workspace is to go. */
export async function nextRemovedPurgeAt(
  installations: Pick<Installations, 'removed'>,
  keepFor: Duration,
): Promise<DateTime | null> {
  const [first] = await installations.removed();
  return first ? first.removedAt.plus(keepFor) : null;
}
