import type { WorkspaceId } from '../domain/ids.ts';
import { upcoming } from '../domain/occurrence.ts';
import type { Clock } from '../ports/clock.ts';
import type { Meetings } from '../store/meetings.ts';

/** The meeting of a workspace that starts next, and when: of a series the next run, as it was moved. */
export type NextMeeting = (
  workspace: WorkspaceId,
) => Promise<{ readonly title: string; readonly startsAt: number } | null>;

/** Reads all meetings of the workspace, so that it is for small ones, such as the sandbox's. Starts are in ms since 1970. */
export function makeNextMeeting(deps: {
  readonly meetings: Pick<Meetings, 'ofWorkspace'>;
  readonly clock: Clock;
}): NextMeeting {
  const { meetings, clock } = deps;

  return async (workspace) => {
    const now = clock.now();
    let next: Awaited<ReturnType<NextMeeting>> = null;
    for await (const meeting of meetings.ofWorkspace(workspace)) {
      if (meeting.status !== 'scheduled') continue;
      // The first may be under way.
      const run = upcoming(meeting, now, 2).find(({ startsAt }) => startsAt > now);
      const startsAt = run?.startsAt.toMillis();
      if (startsAt !== undefined && (next === null || startsAt < next.startsAt))
        next = { title: meeting.title, startsAt };
    }
    return next;
  };
}
