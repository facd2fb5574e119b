import type { Logger } from 'pino';
import type { SlackUserId, WorkspaceId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory, Person } from '../ports/directory.ts';
import type { Meetings } from '../store/meetings.ts';
import { USUAL_LOCALE } from './locale-of.ts';
import { lookingUpGroups } from './look-up-groups.ts';
import { lookingUpPeople } from './look-up-people.ts';
import type { NoticeRepetition, TypedMeeting } from './notice-repetition.ts';
import { type ProposalProblem, type Proposed, type ProposeMeeting, proposalId } from './propose-meeting.ts';
import { type Lack, understandText } from './understand-reading.ts';
import type { Wishes } from './wishes.ts';

export const LONGEST_TEXT = 8_000;

/** How long the people are looked up before the meeting is stored without knowing them; they are looked at again later. */
const LOOKUP_MS = 1_500;

export const ASSUMED_ZONE = 'UTC';

export interface ScheduleRequest {
  readonly workspace: WorkspaceId;
  readonly workspaceName: string;
  readonly organizer: SlackUserId;
  /** Slack's trigger id: the same one twice is the same request. */
  readonly triggerId: string;
  /** As Slack sends it, escaped. */
  readonly text: string;
  /** The channel that it was typed in, which `@channel` means; null for a direct message. */
  readonly channel: string | null;
  /** Aborted when the person has been answered already; nothing may be stored from then on. */
  readonly signal: AbortSignal;
}

export interface Scheduled extends Proposed {
  /** The writer's own, for showing the time. */
  readonly locale: string;
  /** Neither Slack nor the text said a zone, so the time was read in UTC. */
  readonly isZoneAssumed: boolean;
}

export type ScheduleProblem =
  | Exclude<ProposalProblem, InThePast>
  | (InThePast & { readonly locale: string })
  /** What is lacking can be filled in, beginning with what was understood. */
  | { readonly kind: 'lacks'; readonly lacks: readonly Lack[]; readonly wishes: Wishes; readonly locale: string }
  | { readonly kind: 'text-too-long'; readonly length: number; readonly longest: number }
  | { readonly kind: 'zone-unknown' };

type InThePast = Extract<ProposalProblem, { kind: 'starts-in-the-past' }>;

export type ScheduleMeeting = (request: ScheduleRequest) => Promise<Result<Scheduled, ScheduleProblem>>;

/** Reads a command and proposes the meeting that it asks for. */
export function makeScheduleMeeting(deps: {
  readonly meetings: Pick<Meetings, 'get'>;
  readonly directory: Directory;
  readonly proposeMeeting: ProposeMeeting;
  readonly noticeRepetition: NoticeRepetition;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'warn'>;
}): ScheduleMeeting {
  const { meetings, directory, proposeMeeting, noticeRepetition, clock, log } = deps;

  return async (request) => {
    const { workspace, organizer, triggerId, text, channel } = request;
    if (text.length > LONGEST_TEXT)
      return refuse({ kind: 'text-too-long', length: text.length, longest: LONGEST_TEXT });
    const typed = { workspace, organizer, channel, text, meeting: proposalId({ workspace, request: triggerId }) };
    let isScheduled = false;
    try {
      const scheduled = await schedule(request, typed);
      isScheduled = scheduled.ok;
      return scheduled;
    } finally {
      if (!isScheduled) await noticeRepetition.forget(typed);
    }
  };

  async function schedule(
    { workspace, workspaceName, organizer, triggerId, text, channel, signal }: ScheduleRequest,
    typed: TypedMeeting,
  ): Promise<Result<Scheduled, ScheduleProblem>> {
    const now = clock.now();
    const lookUp = {
      person: lookingUpPeople(directory, workspace, LOOKUP_MS, log),
      group: lookingUpGroups(directory, workspace, LOOKUP_MS, log),
    };

    const [found, isRepeated] = await Promise.all([lookUp.person(organizer), noticeRepetition.notice(typed)]);
    const writer = found === 'unanswered' ? null : found;
    const locale = writer?.locale ?? USUAL_LOCALE;
    const stored = await meetings.get(workspace, typed.meeting);
    if (stored) return ok(again(stored, writer, locale));
    if (!writer) return refuse({ kind: 'zone-unknown' });

    const context = { now, zone: writer.zone ?? ASSUMED_ZONE, locale };
    const { wishes, startsAt, doubts, lacks } = understandText(text, context, channel);
    if (lacks.length > 0 || !startsAt || !wishes.title) return refuse({ kind: 'lacks', lacks, wishes, locale });
    const proposed = await proposeMeeting({
      workspace,
      workspaceName,
      request: triggerId,
      organizer: writer,
      title: wishes.title,
      startsAt,
      wishes,
      doubts: isRepeated ? [...doubts, { kind: 'repeated' }] : doubts,
      lookUp,
      signal,
    });
    if (!proposed.ok) {
      const { problem } = proposed;
      return refuse(problem.kind === 'starts-in-the-past' ? { ...problem, locale } : problem);
    }
    return ok({ ...proposed.value, locale, isZoneAssumed: isZoneAssumed(proposed.value.meeting, writer) });
  }
}

/** For a request that comes twice. */
function again(meeting: Meeting, writer: Person | null, locale: string): Scheduled {
  const isAssumed = writer !== null && isZoneAssumed(meeting, writer);
  return { meeting, left: [], conflicts: [], joinUrl: null, publicUrl: null, locale, isZoneAssumed: isAssumed };
}

function isZoneAssumed({ startsAt }: Meeting, writer: Person): boolean {
  return writer.zone === null && startsAt.zoneName === ASSUMED_ZONE;
}
