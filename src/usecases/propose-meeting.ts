import type { DateTime, Duration } from 'luxon';
import type { Logger } from 'pino';
import type { Question } from '../domain/draft.ts';
import { type MeetingId, meetingIdFor, type WorkspaceId } from '../domain/ids.ts';
import type { JoinLinks } from '../domain/join-links.ts';
import { agreeOnMeeting, type Meeting, type MeetingProblem } from '../domain/meeting.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { Person } from '../ports/directory.ts';
import { Duplicate, StoreUnavailable } from '../ports/documents.ts';
import type { Agenda } from '../store/agenda.ts';
import type { Meetings } from '../store/meetings.ts';
import type { AgreedMeetings, LimitProblem } from './agreed-meetings.ts';
import { askedPeople, type LookUp, type NotInvited, type PeopleProblem } from './asked-people.ts';
import type { Conflict, ConflictsOf } from './conflicts-of.ts';
import { type OrganizerLinks, organizerLinks } from './organizer-links.ts';
import type { Wishes } from './wishes.ts';

/** All that a command or a form says of a new meeting. */
export interface Proposal {
  readonly workspace: WorkspaceId;
  readonly workspaceName: string;
  /** What Slack never repeats for another action, such as a trigger id: the same one twice is the same meeting. */
  readonly request: string;
  readonly organizer: Person;
  readonly title: string;
  readonly startsAt: DateTime;
  readonly wishes: Omit<Wishes, 'title' | 'day' | 'time' | 'zone'>;
  /** What is in doubt about the time, or about the whole. */
  readonly doubts: readonly Question[];
  readonly lookUp: LookUp;
  /** Aborted when the person has been answered already; nothing may be stored from then on. */
  readonly signal: AbortSignal;
}

/** A meeting, or a draft of one, with what its organizer has to know besides. */
export interface Proposed extends OrganizerLinks {
  readonly meeting: Meeting;
  /** Named, but not people who can be invited. */
  readonly left: readonly NotInvited[];
  /** Who has something else at that time. */
  readonly conflicts: readonly Conflict[];
}

export type ProposalProblem =
  | MeetingProblem
  | PeopleProblem
  | LimitProblem
  | { readonly kind: 'nobody-can-come'; readonly left: readonly NotInvited[] }
  | { readonly kind: 'unknown-names'; readonly names: readonly string[] };

export type ProposeMeeting = (proposal: Proposal) => Promise<Result<Proposed, ProposalProblem>>;

export function proposalId({ workspace, request }: Pick<Proposal, 'workspace' | 'request'>): MeetingId {
  return meetingIdFor(workspace, request);
}

/**
 * Stores a new meeting, or a draft where something has to be asked first, and wakes the worker: where commands and forms
 * meet. Resolves when it is durable.
 */
export function makeProposeMeeting(deps: {
  readonly meetings: Pick<Meetings, 'get'>;
  readonly agreedMeetings: Pick<AgreedMeetings, 'add'>;
  readonly agenda: Pick<Agenda, 'follow'>;
  readonly conflictsOf: ConflictsOf;
  readonly links: Pick<JoinLinks, 'urlFor' | 'publicUrlFor'>;
  readonly clock: Clock;
  readonly defaultLength: Duration;
  /** From this many people on, nothing is sent before the organizer has seen a preview. */
  readonly confirmFromPeople: number;
  /** People without Slack can be invited by mail. */
  readonly guestsAllowed: boolean;
  /** Told that something is due. */
  readonly wake: () => void;
  readonly log: Pick<Logger, 'warn'>;
}): ProposeMeeting {
  const {
    meetings,
    agreedMeetings,
    agenda,
    conflictsOf,
    links,
    clock,
    defaultLength,
    confirmFromPeople,
    guestsAllowed,
  } = deps;
  const { wake, log } = deps;

  return async (proposal) => {
    const { workspace, workspaceName, organizer, title, startsAt, wishes, lookUp, signal } = proposal;
    const { channels, groups, notes, rule, access, waitForHost, unresolved, length } = wishes;
    const asked = await askedPeople(wishes, organizer.user, lookUp, guestsAllowed);
    if (!asked.ok) return asked;
    const { people, left } = asked.value;
    if (people.length === 0 && channels.length === 0 && access === 'invited') {
      if (unresolved.length > 0) return refuse({ kind: 'unknown-names', names: unresolved });
      return refuse(left.length > 0 ? { kind: 'nobody-can-come', left } : { kind: 'nobody-invited' });
    }
    const now = clock.now();
    const agreed = agreeOnMeeting(
      {
        id: proposalId(proposal),
        workspace,
        workspaceName,
        organizer: { user: organizer.user, name: organizer.name },
        people,
        channels,
        groups,
        title,
        notes,
        startsAt,
        length: length ?? defaultLength,
        rule,
        access,
        waitForHost,
        questions: questionsOf(proposal, people.length),
      },
      now,
    );
    if (!agreed.ok) return agreed;

    signal.throwIfAborted();
    const conflicts = await doubleBooked(agreed.value);
    const added = await addOnce(agreed.value, signal);
    if (!added.ok) return added;
    const meeting = added.value;
    await index(meeting);
    wake();
    return ok({ meeting, left, conflicts, ...organizerLinks(links, meeting, now) });
  };

  /** What leaves a doubt, or is too large to be sent unseen. */
  function questionsOf({ doubts, wishes: { unresolved } }: Proposal, count: number): Question[] {
    return [
      ...doubts,
      ...(unresolved.length > 0 ? [{ kind: 'unknown-names' as const, names: unresolved }] : []),
      ...(count >= confirmFromPeople ? [{ kind: 'many-people' as const, count }] : []),
    ];
  }

  /** Not to know who is double-booked stops nothing. */
  async function doubleBooked({ id, workspace, organizer, invitees, startsAt, endsAt }: Meeting): Promise<Conflict[]> {
    const users = invitees.flatMap(({ user }) => (user ? [user] : []));
    try {
      return await conflictsOf({ workspace, viewer: organizer, users, startsAt, endsAt, except: id });
    } catch (error) {
      return tolerated(error, []);
    }
  }

  /** The same request may be on its way twice at once: the first one stored is the meeting. */
  async function addOnce(meeting: Meeting, signal: AbortSignal): Promise<Result<Meeting, LimitProblem>> {
    try {
      const added = await agreedMeetings.add(meeting, signal);
      return added.ok ? ok(meeting) : added;
    } catch (error) {
      if (!(error instanceof Duplicate)) throw error;
      return ok((await meetings.get(meeting.workspace, meeting.id)) ?? meeting);
    }
  }

  /** The meeting is stored: what is missing in the index is added when it is planned. */
  async function index(meeting: Meeting): Promise<void> {
    await agenda.follow(meeting).catch((error: unknown) => tolerated(error, undefined));
  }

  function tolerated<T>(error: unknown, instead: T): T {
    if (!(error instanceof StoreUnavailable)) throw error;
    log.warn({ err: error }, 'the agenda could not be read or written');
    return instead;
  }
}
