import { Duration } from 'luxon';
import type { Logger } from 'pino';
import { meetingIdFor, type SlackUserId, type WorkspaceId } from '../domain/ids.ts';
import { agreeOnMeeting, type Meeting, type MeetingProblem } from '../domain/meeting.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { readRequest } from '../language/read-request.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory, Person } from '../ports/directory.ts';
import { Duplicate } from '../ports/documents.ts';
import type { Meetings } from '../store/meetings.ts';
import { askedPeople, type NotInvited, type PeopleProblem } from './asked-people.ts';
import { USUAL_LOCALE } from './locale-of.ts';
import { lookingUpPeople } from './look-up-people.ts';
import type { SettingsOf } from './personal-settings.ts';
import { questionsOf, type ReadingProblem, understandReading } from './understand-reading.ts';

export const LONGEST_TEXT = 8_000;

/** How long the people are looked up before the meeting is stored without knowing them; they are looked at again later. */
const LOOKUP_MS = 1_500;

const ASSUMED_ZONE = 'UTC';

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
  /** Neither Slack nor the text said a zone, so the time was read in UTC. */
  readonly isZoneAssumed: boolean;
}

export type ScheduleProblem =
  | MeetingProblem
  | ReadingProblem
  | PeopleProblem
  | { readonly kind: 'text-too-long'; readonly length: number; readonly longest: number }
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
  readonly settingsOf: SettingsOf;
  /** From this many people on, nothing is sent before the organizer has seen a preview. */
  readonly confirmFromPeople: number;
  /** Told that something is due. */
  readonly wake: () => void;
  readonly log: Pick<Logger, 'warn'>;
}): ScheduleMeeting {
  const { meetings, directory, clock, settingsOf, confirmFromPeople, wake, log } = deps;

  return async ({ workspace, workspaceName, organizer, triggerId, text, signal }) => {
    if (text.length > LONGEST_TEXT)
      return refuse({ kind: 'text-too-long', length: text.length, longest: LONGEST_TEXT });
    const now = clock.now();
    const id = meetingIdFor(workspace, triggerId);
    const lookUp = lookingUpPeople(directory, workspace, LOOKUP_MS, log);

    const writer = await lookUp(organizer);
    const isKnown = writer !== null && writer !== 'unanswered';
    const locale = (isKnown && writer.locale) || USUAL_LOCALE;
    const stored = await meetings.get(workspace, id);
    if (stored)
      return ok({ meeting: stored, left: [], locale, isZoneAssumed: isKnown && isZoneAssumed(stored, writer) });
    if (!isKnown) return refuse({ kind: 'zone-unknown' });

    const reading = readRequest(text, { now, zone: writer.zone ?? ASSUMED_ZONE, locale });
    const understood = understandReading(reading);
    if (!understood.ok) return understood;
    const asked = await askedPeople(reading.people, organizer, lookUp);
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
        length:
          reading.length ?? Duration.fromObject({ minutes: (await settingsOf(workspace, organizer)).lengthMinutes }),
        questions: questionsOf(reading, people.length, confirmFromPeople),
      },
      now,
    );
    if (!agreed.ok) return agreed;

    signal.throwIfAborted();
    const meeting = await addOnce(agreed.value);
    wake();
    return ok({ meeting, left, locale, isZoneAssumed: isZoneAssumed(meeting, writer) });
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

function isZoneAssumed({ startsAt }: Meeting, writer: Person): boolean {
  return writer.zone === null && startsAt.zoneName === ASSUMED_ZONE;
}
