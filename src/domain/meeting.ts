import { DateTime, type Duration } from 'luxon';
import type { Question } from './draft.ts';
import { type InviteeId, inviteeIdFor, type MeetingId, type SlackUserId, type WorkspaceId } from './ids.ts';
import type { Invitee } from './invitee.ts';
import { ok, type Result, refuse } from './result.ts';
import { planSlot, type SlotProblem } from './slot.ts';

export const LONGEST_TITLE = 150;
export const MOST_INVITEES = 200;

/** What was agreed. Everything else (rooms, messages, files, tokens) is derived from it. */
export interface Meeting {
  readonly id: MeetingId;
  readonly workspace: WorkspaceId;
  /** The workspace as its people know it, shown on the join page. */
  readonly workspaceName: string;
  readonly title: string;
  /** In the organizer's zone, which is the meeting's. */
  readonly startsAt: DateTime;
  readonly endsAt: DateTime;
  readonly organizer: SlackUserId;
  /** The organizer is one of them. */
  readonly invitees: readonly Invitee[];
  /** RFC 5545 SEQUENCE: one more at each change that calendars must follow. */
  readonly sequence: number;
  /** Nothing is planned from a draft, and nothing is left of a discarded one. */
  readonly status: 'draft' | 'discarded' | 'scheduled' | 'cancelled';
  /** What a draft still asks its organizer. */
  readonly questions: readonly Question[];
  readonly createdAt: DateTime;
}

/** Which run of a meeting something belongs to. A meeting that does not repeat has this one. */
export const ONLY_OCCURRENCE = 'once';

export interface MeetingRequest {
  readonly id: MeetingId;
  readonly workspace: WorkspaceId;
  readonly workspaceName: string;
  readonly organizer: PersonToInvite;
  /** Without the organizer and without repetition. */
  readonly people: readonly PersonToInvite[];
  /** One clean line. */
  readonly title: string;
  readonly startsAt: DateTime;
  readonly length: Duration;
  /** With any of these it becomes a draft. */
  readonly questions: readonly Question[];
}

export interface PersonToInvite {
  readonly user: SlackUserId;
  readonly name: string | null;
}

export type MeetingProblem =
  | SlotProblem
  | { readonly kind: 'title-too-long'; readonly length: number; readonly longest: number }
  | { readonly kind: 'too-many-people'; readonly count: number; readonly most: number }
  | { readonly kind: 'nobody-invited' };

/** Agrees on a meeting, or on a draft of one: the organizer hosts, everybody else is a guest. */
export function agreeOnMeeting(request: MeetingRequest, now: DateTime): Result<Meeting, MeetingProblem> {
  const { id, workspace, workspaceName, organizer, people, title, startsAt, length, questions } = request;
  const titleLength = [...title].length;
  if (titleLength > LONGEST_TITLE)
    return refuse({ kind: 'title-too-long', length: titleLength, longest: LONGEST_TITLE });
  if (people.length === 0) return refuse({ kind: 'nobody-invited' });
  if (people.length > MOST_INVITEES)
    return refuse({ kind: 'too-many-people', count: people.length, most: MOST_INVITEES });
  // A draft may ask what to do about a start that is past, so only its length has to be right.
  const mayBePast = questions.some(({ kind }) => kind === 'past');
  const slot = planSlot(startsAt, length, mayBePast ? DateTime.min(now, startsAt) : now);
  if (!slot.ok) return slot;

  const invite = (person: PersonToInvite, role: Invitee['role']): Invitee => ({
    id: inviteeIdFor(id, person.user),
    ...person,
    role,
    linkVersion: 1,
  });
  return ok({
    id,
    workspace,
    workspaceName,
    title,
    startsAt: slot.value.start,
    endsAt: slot.value.end,
    organizer: organizer.user,
    invitees: [invite(organizer, 'host'), ...people.map((person) => invite(person, 'guest'))],
    sequence: 0,
    status: questions.length > 0 ? 'draft' : 'scheduled',
    questions,
    createdAt: now,
  });
}

export function inviteeOf(meeting: Meeting, id: InviteeId): Invitee | null {
  return meeting.invitees.find((invitee) => invitee.id === id) ?? null;
}

export function organizerOf(meeting: Meeting): Invitee {
  const organizer = meeting.invitees.find((invitee) => invitee.user === meeting.organizer);
  if (!organizer) throw new Error(`meeting ${meeting.id} has lost its organizer`);
  return organizer;
}
