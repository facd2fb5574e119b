import type { DateTime } from 'luxon';
import type { ChangeProblem } from '../domain/changes/changed.ts';
import { invitePeople, type PeopleProblem } from '../domain/changes/people.ts';
import type { MeetingId, SlackUserId, WorkspaceId } from '../domain/ids.ts';
import type { JoinLinks } from '../domain/join-links.ts';
import { inviteeByUser, type Meeting } from '../domain/meeting.ts';
import { nextOccurrence } from '../domain/occurrence.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { Meetings } from '../store/meetings.ts';
import { USUAL_LOCALE } from './locale-of.ts';
import type { MemberOfChannel, MemberProblem } from './member-of-channel.ts';

export interface LinkRequest {
  readonly workspace: WorkspaceId;
  readonly meeting: MeetingId;
  /** The channel whose message was pressed. */
  readonly channel: string;
  readonly user: SlackUserId;
}

export interface LinkOutcome {
  readonly meeting: Meeting;
  readonly startsAt: DateTime;
  readonly endsAt: DateTime;
  readonly joinUrl: string;
  readonly reader: { readonly zone: string; readonly locale: string };
}

export type LinkProblem = ChangeProblem | PeopleProblem | MemberProblem | { readonly kind: 'unknown-meeting' };

/** Invites somebody who is in a channel of the meeting, and gives them their link; asking again is the same link. */
export type GetMyLink = (request: LinkRequest) => Promise<Result<LinkOutcome, LinkProblem>>;

export function makeGetMyLink(deps: {
  readonly meetings: Pick<Meetings, 'get' | 'change'>;
  readonly memberOfChannel: MemberOfChannel;
  readonly links: Pick<JoinLinks, 'urlFor'>;
  readonly clock: Clock;
  readonly wake: () => void;
}): GetMyLink {
  const { meetings, memberOfChannel, links, clock, wake } = deps;

  return async ({ workspace, meeting: id, channel, user }) => {
    const found = await meetings.get(workspace, id);
    if (!found || !isOf(found, channel)) return refuse({ kind: 'unknown-meeting' });
    const member = await memberOfChannel(workspace, channel, user);
    if (!member.ok) return member;
    const person = member.value;
    const now = clock.now();
    const changed = await meetings.change(workspace, id, now, (meeting): Result<Meeting, LinkProblem> => {
      if (!isOf(meeting, channel)) return refuse({ kind: 'unknown-meeting' });
      if (meeting.status === 'scheduled' && !nextOccurrence(meeting, now)) return refuse({ kind: 'over' });
      return invitePeople(meeting, [{ user, name: person.name, via: channel }], now);
    });
    if (!changed) return refuse({ kind: 'unknown-meeting' });
    if (!changed.ok) return changed;
    wake();
    const meeting = changed.value;
    const invitee = inviteeByUser(meeting, user);
    const { startsAt, endsAt } = nextOccurrence(meeting, now) ?? meeting;
    if (!invitee) return refuse({ kind: 'unknown-person' });
    const reader = { zone: person.zone ?? meeting.startsAt.zoneName ?? 'UTC', locale: person.locale ?? USUAL_LOCALE };
    return ok({ meeting, startsAt, endsAt, joinUrl: links.urlFor(meeting, invitee), reader });
  };
}

function isOf({ channels }: Meeting, channel: string): boolean {
  return channels.some(({ id }) => id === channel);
}
