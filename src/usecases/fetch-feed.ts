import { DateTime } from 'luxon';
import { feed } from '../calendar/feed.ts';
import type { FeedLinks } from '../domain/feed-links.ts';
import type { SlackUserId, WorkspaceId } from '../domain/ids.ts';
import { inviteeByUser, type Meeting } from '../domain/meeting.ts';
import type { Clock } from '../ports/clock.ts';
import type { CalendarMeetingFor } from './calendar-meeting-for.ts';

export interface Feed {
  /** `text/calendar`; the same for the same meetings. */
  readonly content: string;
  /** Of the meeting that changed last; null for none. */
  readonly changedAt: DateTime | null;
}

/** Null for a secret that is not ours or was replaced. @param secret the last part of a feed's address, without `.ics` */
export type FetchFeed = (secret: string) => Promise<Feed | null>;

/** The meetings of somebody that take place between two moments, each once, in any order. */
export type MeetingsBetween = (
  workspace: WorkspaceId,
  user: SlackUserId,
  from: DateTime,
  to: DateTime,
) => Promise<readonly Meeting[]>;

/** How often somebody has replaced the address of their feed, plus one. */
export type FeedVersionOf = (workspace: WorkspaceId, user: SlackUserId) => Promise<number>;

const BACK = { weeks: 2 };
const AHEAD = { years: 1 };

export function makeFetchFeed(deps: {
  readonly feedLinks: Pick<FeedLinks, 'read'>;
  readonly feedVersionOf: FeedVersionOf;
  readonly isInstalled: (workspace: WorkspaceId) => Promise<boolean>;
  readonly meetingsBetween: MeetingsBetween;
  readonly calendarMeetingFor: CalendarMeetingFor;
  readonly clock: Clock;
}): FetchFeed {
  const { feedLinks, feedVersionOf, isInstalled, meetingsBetween, calendarMeetingFor, clock } = deps;

  return async (secret) => {
    const link = feedLinks.read(secret);
    if (!link || !(await isInstalled(link.workspace))) return null;
    if ((await feedVersionOf(link.workspace, link.user)) !== link.version) return null;
    const now = clock.now();
    const found = await meetingsBetween(link.workspace, link.user, now.minus(BACK), now.plus(AHEAD));
    const meetings = [...found].sort(byStart);
    const shown = meetings.flatMap((meeting) => {
      const invitee = meeting.status === 'scheduled' ? inviteeByUser(meeting, link.user) : null;
      return invitee ? [calendarMeetingFor(meeting, invitee)] : [];
    });
    const changedAt = DateTime.max(...meetings.map((meeting) => meeting.changedAt)) ?? null;
    return { content: feed('Convene', shown, now).content, changedAt };
  };
}

/** So that the same meetings make the same text. */
function byStart(one: Meeting, other: Meeting): number {
  return one.startsAt.toMillis() - other.startsAt.toMillis() || (one.id < other.id ? -1 : 1);
}
