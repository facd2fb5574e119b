import { inviteeByUser } from '../domain/meeting.ts';
import { occurrencesBetween } from '../domain/occurrence.ts';
import type { Meetings } from '../store/meetings.ts';
import type { MeetingsBetween } from './fetch-feed.ts';

/** Looks through a workspace's meetings for those of one person. */
export function makeMeetingsBetween({
  meetings,
}: {
  readonly meetings: Pick<Meetings, 'ofWorkspace'>;
}): MeetingsBetween {
  return async (workspace, user, from, to) => {
    const found = [];
    for await (const meeting of meetings.ofWorkspace(workspace)) {
      const isTheirs = meeting.status === 'scheduled' && inviteeByUser(meeting, user) !== null;
      if (isTheirs && occurrencesBetween(meeting, from, to).length > 0) found.push(meeting);
    }
    return found;
  };
}
