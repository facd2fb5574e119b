import type { DateTime, Duration } from 'luxon';
import type { Logger } from 'pino';
import type { Question } from '../domain/draft.ts';
import { meetingIdFor, type SlackUserId, type WorkspaceId } from '../domain/ids.ts';
import {
  agreeOnMeeting,
  type Meeting,
  type MeetingProblem,
  MOST_INVITEES,
  type PersonToInvite,
} from '../domain/meeting.ts';
import { plainLine } from '../domain/plain-text.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { readRequest } from '../language/read-request.ts';
import type { Need, Reading } from '../language/reading.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import { Duplicate } from '../ports/documents.ts';
import type { Meetings } from '../store/meetings.ts';
import { USUAL_LOCALE } from './locale-of.ts';
import { type LookUpPerson, lookingUpPeople } from './look-up-people.ts';

export const LONGEST_TEXT = 8_000;

/** How long the people are looked up before the meeting is stored without knowing them; they are looked at again later. */
const LOOKUP_MS = 1_500;

/** More than these would only run into Slack's limit of about 100 such calls a minute (Web API tier 4). */
const LOOKED_UP_AT_ONCE = 40;

export interface ScheduleRequest {
  readonly workspace: WorkspaceId;
  readonly workspaceName: string;
  readonly organizer: SlackUserId;
  /** Slack's trigger id: the same one twice is the same request. */
  readonly triggerId: string;
  /** As Slack sends it, escaped. */
  readonly text: string;
  /** Aborted when the person has been answered already; nothing may be stored from then on. */
  readonly signal: AbortSignal;
}

export interface Scheduled {
  readonly meeting: Meeting;
  /** Named in the text, but not people who can be invited. */
  readonly left: readonly NotInvited[];
  /** The writer's own, for showing the time. */
  readonly locale: string;
}

export interface NotInvited {
  readonly user: SlackUserId;
  readonly why: 'unknown' | 'bot' | 'deactivated';
}

export type ScheduleProblem =
  | MeetingProblem
  | { readonly kind: 'text-too-long'; readonly length: number; readonly longest: number }
  | { readonly kind: 'needs'; readonly needs: readonly Need[]; readonly title: string | null }
  | { readonly kind: 'nobody-can-come'; readonly left: readonly NotInvited[] }
  | { readonly kind: 'unknown-names'; readonly names: readonly string[] }
  | { readonly kind: 'not-offered'; readonly what: 'repetition' | 'channels' | 'groups' | 'emails' | 'public' }
  | { readonly kind: 'zone-unknown' };

export type ScheduleMeeting = (request: ScheduleRequest) => Promise<Result<Scheduled, ScheduleProblem>>;

/**
 * Reads a command, stores the meeting it asks for, or a draft where something has to be asked first, and wakes the
 * worker. Resolves when it is durable.
 */
export function makeScheduleMeeting(deps: {
  readonly meetings: Meetings;
  readonly directory: Directory;
  readonly clock: Clock;
  readonly defaultLength: Duration;
  /** From this many people on, nothing is sent before the organizer has seen a preview. */
  readonly confirmFromPeople: number;
  /** Told that something is due. */
  readonly wake: () => void;
  readonly log: Pick<Logger, 'warn'>;
}): ScheduleMeeting {
  const { meetings, directory, clock, defaultLength, confirmFromPeople, wake, log } = deps;

  return async ({ workspace, workspaceName, organizer, triggerId, text, signal }) => {
    if (text.length > LONGEST_TEXT)
      return refuse({ kind: 'text-too-long', length: text.length, longest: LONGEST_TEXT });
    const now = clock.now();
    const id = meetingIdFor(workspace, triggerId);
    const timeIsUp = AbortSignal.any([signal, AbortSignal.timeout(LOOKUP_MS)]);
    const lookUp = lookingUpPeople(directory, workspace, timeIsUp, log);

    const writer = await lookUp(organizer);
    if (writer === null || writer === 'unanswered') return refuse({ kind: 'zone-unknown' });
    const locale = writer.locale ?? USUAL_LOCALE;
    const known = await meetings.get(workspace, id);
    if (known) return ok({ meeting: known, left: [], locale });

    const reading = readRequest(text, { now, zone: writer.zone ?? 'UTC', locale });
    const understood = understand(reading);
    if (!understood.ok) return understood;
    const asked = await askedPeople(reading, organizer, lookUp);
    if (!asked.ok) return asked;
    const { people, left } = asked.value;

    const agreed = agreeOnMeeting(
      {
        id,
        workspace,
        workspaceName,
        organizer: { user: organizer, name: writer.name },
        people,
        title: understood.value.title,
        startsAt: understood.value.startsAt,
        length: reading.length ?? defaultLength,
        questions: questionsOf(reading, people.length, confirmFromPeople),
      },
      now,
    );
    if (!agreed.ok) return agreed;

    signal.throwIfAborted();
    const meeting = await addOnce(agreed.value);
    wake();
    return ok({ meeting, left, locale });
  };

  /** The same request may be on its way twice at once: the first one stored is the meeting. */
  async function addOnce(meeting: Meeting): Promise<Meeting> {
    try {
      await meetings.add(meeting);
      return meeting;
    } catch (error) {
      if (!(error instanceof Duplicate)) throw error;
      return (await meetings.get(meeting.workspace, meeting.id)) ?? meeting;
    }
  }
}

/** A reading that says everything a meeting needs and nothing that is not offered. */
function understand(reading: Reading): Result<{ title: string; startsAt: DateTime }, ScheduleProblem> {
  const { people, start } = reading;
  const title = plainLine(reading.title ?? '', LONGEST_TEXT);
  const needs = title === '' && !reading.needs.includes('title') ? ['title' as const, ...reading.needs] : reading.needs;
  if (needs.length > 0 || !start || !('at' in start)) return refuse({ kind: 'needs', needs, title: title || null });
  if (reading.recurrence) return refuse({ kind: 'not-offered', what: 'repetition' });
  if (people.channels.length > 0 || people.everyone) return refuse({ kind: 'not-offered', what: 'channels' });
  if (people.groups.length > 0) return refuse({ kind: 'not-offered', what: 'groups' });
  if (people.emails.length > 0) return refuse({ kind: 'not-offered', what: 'emails' });
  if (reading.access === 'public') return refuse({ kind: 'not-offered', what: 'public' });
  return ok({ title, startsAt: start.at });
}

/** What leaves a doubt, or is too large to be sent unseen. */
function questionsOf({ doubts, people }: Reading, count: number, confirmFromPeople: number): Question[] {
  return [
    // A past time without another to offer is refused instead.
    ...doubts.filter(({ kind, alternatives }) => kind !== 'past' || alternatives.length > 0),
    ...(people.unresolved.length > 0 ? [{ kind: 'unknown-names' as const, names: people.unresolved }] : []),
    ...(count >= confirmFromPeople ? [{ kind: 'many-people' as const, count }] : []),
  ];
}

interface AskedPeople {
  readonly people: readonly PersonToInvite[];
  readonly left: readonly NotInvited[];
}

/** The people named besides the organizer; those who did not answer in time are asked, and looked at again later. */
async function askedPeople(
  { people }: Reading,
  organizer: SlackUserId,
  lookUp: LookUpPerson,
): Promise<Result<AskedPeople, ScheduleProblem>> {
  const named = people.users.filter((user) => user !== organizer) as SlackUserId[];
  if (named.length > MOST_INVITEES)
    return refuse({ kind: 'too-many-people', count: named.length, most: MOST_INVITEES });
  const looked = await Promise.all(
    named.map(async (user, index) => ({
      user,
      person: index < LOOKED_UP_AT_ONCE ? await lookUp(user) : ('unanswered' as const),
    })),
  );
  const left = looked.flatMap(({ user, person }): NotInvited[] => {
    if (person === null) return [{ user, why: 'unknown' }];
    return person === 'unanswered' || person.kind === 'person' ? [] : [{ user, why: person.kind }];
  });
  if (named.length === 0 && people.unresolved.length > 0) {
    return refuse({ kind: 'unknown-names', names: people.unresolved });
  }
  if (left.length > 0 && left.length === named.length) return refuse({ kind: 'nobody-can-come', left });
  const asked = looked.filter(({ user }) => !left.some((one) => one.user === user));
  return ok({
    left,
    people: asked.map(({ user, person }) => ({ user, name: person === 'unanswered' ? null : (person?.name ?? null) })),
  });
}
