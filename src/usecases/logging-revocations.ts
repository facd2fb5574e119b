import type { DateTime } from 'luxon';
import type { Logger } from 'pino';
import type { MeetingId, WorkspaceId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Result } from '../domain/result.ts';
import type { Meetings } from '../store/meetings.ts';

/** The same meetings, with one line in the log for each change that takes away somebody's way in. */
export function loggingRevocations(meetings: Meetings, log: Pick<Logger, 'info'>): Meetings {
  return {
    ...meetings,
    async change<P>(
      workspace: WorkspaceId,
      id: MeetingId,
      now: DateTime,
      change: (meeting: Meeting) => Result<Meeting, P>,
    ) {
      let before: Meeting | null = null;
      const changed = await meetings.change(workspace, id, now, (meeting) => {
        before = meeting;
        return change(meeting);
      });
      if (before && changed?.ok) tell(before, changed.value);
      return changed;
    },
  };

  function tell(before: Meeting, after: Meeting): void {
    if (before === after) return;
    const meeting = after.id;
    if (before.status === 'scheduled' && after.status !== 'scheduled') {
      log.info({ meeting, status: after.status }, 'a meeting was called off');
    }
    const known = new Set(before.series?.changes.filter(({ kind }) => kind === 'cancelled').map(({ key }) => key));
    const runs = after.series?.changes.filter(({ kind, key }) => kind === 'cancelled' && !known.has(key)) ?? [];
    if (runs.length > 0) log.info({ meeting, runs: runs.map(({ key }) => key) }, 'runs of a series were called off');
    const now = new Map(after.invitees.map((invitee) => [invitee.id, invitee]));
    const off = before.invitees.filter(({ id }) => !now.has(id)).map(({ id }) => id);
    if (off.length > 0) log.info({ meeting, invitees: off }, 'people were taken off a meeting');
    const replaced = before.invitees.filter(({ id, linkVersion }) => (now.get(id)?.linkVersion ?? 0) > linkVersion);
    if (replaced.length > 0) {
      log.info({ meeting, invitees: replaced.map(({ id }) => id) }, 'links were replaced');
    }
  }
}
