import { inviteeByUser } from '../domain/meeting.ts';
import { occurrencesBetween } from '../domain/occurrence.ts';
import type { Agenda } from '../store/agenda.ts';
import type { Meetings } from '../store/meetings.ts';
import type { MeetingsBetween } from './fetch-feed.ts';

/** By one read of the index, and one of the meetings that it names. */
export function makeMeetingsBetween(deps: {
  readonly agenda: Pick<Agenda, 'meetingsOf'>;
  readonly meetings: Pick<Meetings, 'many'>;
}): MeetingsBetween {
  const { agenda, meetings } = deps;

  return async (workspace, user, from, to) => {
    const found = await meetings.many(workspace, await agenda.meetingsOf(workspace, user, from));
    return found.filter((meeting) => {
      const isTheirs = meeting.status === 'scheduled' && inviteeByUser(meeting, user) !== null;
      return isTheirs && occurrencesBetween(meeting, from, to).length > 0;
    });
  };
}
