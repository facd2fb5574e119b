import type { DateTime } from 'luxon';
import type { Logger } from 'pino';
import type { ChangeProblem } from '../domain/changes/changed.ts';
import { invitePeople, type PeopleProblem } from '../domain/changes/people.ts';
import type { MeetingId, SlackUserId, WorkspaceId } from '../domain/ids.ts';
import type { JoinLinks } from '../domain/join-links.ts';
import { inviteeByUser, type Meeting } from '../domain/meeting.ts';
import { nextOccurrence } from '../domain/occurrence.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { ChatFault } from '../ports/chat-fault.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import type { Meetings } from '../store/meetings.ts';
import { USUAL_LOCALE } from './locale-of.ts';
import { lookingUpPeople } from './look-up-people.ts';

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

export type LinkProblem =
  | ChangeProblem
  | PeopleProblem
  | { readonly kind: 'unknown-meeting' }
  | { readonly kind: 'not-in-channel' }
  | { readonly kind: 'not-a-person' }
  | { readonly kind: 'stranger' }
  | { readonly kind: 'unanswered' };

/** Invites somebody who is in a channel of the meeting, and gives them their link; asking again is the same link. */
export type GetMyLink = (request: LinkRequest) => Promise<Result<LinkOutcome, LinkProblem>>;

const LOOKUP_MS = 1_500;

export function makeGetMyLink(deps: {
  readonly meetings: Pick<Meetings, 'get' | 'change'>;
  readonly directory: Directory;
  readonly links: Pick<JoinLinks, 'urlFor'>;
  readonly clock: Clock;
  readonly wake: () => void;
  readonly log: Pick<Logger, 'warn'>;
}): GetMyLink {
  const { meetings, directory, links, clock, wake, log } = deps;

  return async ({ workspace, meeting: id, channel, user }) => {
    const found = await meetings.get(workspace, id);
    if (!found || !isOf(found, channel)) return refuse({ kind: 'unknown-meeting' });
    const person = await lookingUpPeople(directory, workspace, LOOKUP_MS, log)(user);
    if (person === 'unanswered') return refuse({ kind: 'unanswered' });
    if (person?.kind === 'stranger') return refuse({ kind: 'stranger' });
    if (person?.kind !== 'person') return refuse({ kind: 'not-a-person' });
    if (!(await mayAsk(workspace, channel, user))) return refuse({ kind: 'not-in-channel' });
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

  /** Where the app may not look, Slack showed the message to this person in this channel, which is as good. */
  async function mayAsk(workspace: WorkspaceId, channel: string, user: SlackUserId): Promise<boolean> {
    try {
      return (await directory.isInChannel(workspace, channel, user)) !== false;
    } catch (error) {
      if (!(error instanceof ChatFault)) throw error;
      log.warn({ workspace, code: error.code }, 'the members of a channel could not be looked up');
      return true;
    }
  }
}

function isOf({ channels }: Meeting, channel: string): boolean {
  return channels.some(({ id }) => id === channel);
}
