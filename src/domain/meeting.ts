import { DateTime, type Duration } from 'luxon';
import type { Question } from './draft.ts';
import type { EarlierStart } from './earlier-starts.ts';
import { checkGuests, type TooManyGuests } from './guest-limit.ts';
import { type InviteeId, inviteeIdFor, type MeetingId, type SlackUserId, type WorkspaceId } from './ids.ts';
import type { Invitee } from './invitee.ts';
import type { Recurrence } from './recurrence.ts';
import { ok, type Result, refuse } from './result.ts';
import { planSlot, type SlotProblem } from './slot.ts';

export const LONGEST_TITLE = 150;
export const LONGEST_NOTES = 3_000;
export const MOST_INVITEES = 500;
export const MOST_CHANNELS = 10;

/** What was agreed. Everything else (rooms, messages, files, tokens) is derived from it. */
export interface Meeting {
  readonly id: MeetingId;
  readonly workspace: WorkspaceId;
  /** The workspace as its people know it, shown on the join page. */
  readonly workspaceName: string;
  readonly title: string;
  readonly notes: string | null;
  /** Of the first occurrence; in the organizer's zone, which is the meeting's. */
  readonly startsAt: DateTime;
  readonly endsAt: DateTime;
  readonly earlierStarts: readonly EarlierStart[];
  readonly series: Series | null;
  /** `public`: whoever has the shared link may come in as a guest. */
  readonly access: 'invited' | 'public';
  /** Guests wait until a host has come in; null where the installation's setting decides. */
  readonly waitForHost: boolean | null;
  readonly organizer: SlackUserId;
  /** That the organizer took it over from somebody who left; null where a person decided who is in charge. */
  readonly takenOver: TakenOver | null;
  /** The organizer is one of them. */
  readonly invitees: readonly Invitee[];
  /** Who was taken off again: they are told, and their links are dead. */
  readonly former: readonly Invitee[];
  /** Channels that have a card with "Get my link" for their members. */
  readonly channels: readonly Channel[];
  /** Ids of the user groups whose members are invited. */
  readonly groups: readonly string[];
  /** RFC 5545 SEQUENCE: one more at each change that calendars must follow. */
  readonly sequence: number;
  /** Who made the last such change; null before the first, and where nobody did it by hand. */
  readonly changedBy: InviteeId | null;
  /** Nothing is planned from a draft, nothing is left of a discarded one, and what a withdrawn one sent is taken back. */
  readonly status: 'draft' | 'discarded' | 'scheduled' | 'cancelled' | 'withdrawn';
  /** Why it was cancelled, in the organizer's words. */
  readonly reason: string | null;
  /** What a draft still asks its organizer. */
  readonly questions: readonly Question[];
  readonly createdAt: DateTime;
  readonly changedAt: DateTime;
  /** Nothing leaves before, so that a large meeting can be undone. */
  readonly sendsAt: DateTime;
}

export interface TakenOver {
  readonly from: SlackUserId;
  readonly at: DateTime;
  /** Of those taken over in the same go by the same person: with it they are told. */
  readonly first: MeetingId;
}

export interface Series {
  /** The meeting's own start is the first occurrence. */
  readonly rule: Recurrence;
  /** What became of single occurrences; at most one for each. */
  readonly changes: readonly OccurrenceChange[];
  /** Why it was ended before its time, in the words of who did so, where they gave any. */
  readonly whyEnded?: string;
}

export type OccurrenceChange =
  | {
      readonly key: string;
      readonly kind: 'cancelled';
      /** In the words of who cancelled it, where they gave any. */
      readonly reason?: string;
    }
  | { readonly key: string; readonly kind: 'moved'; readonly startsAt: DateTime; readonly endsAt: DateTime };

export interface Channel {
  /** Slack's channel id. */
  readonly id: string;
  /** The seat under which its card is kept. */
  readonly seat: InviteeId;
}

export interface MeetingRequest {
  readonly id: MeetingId;
  readonly workspace: WorkspaceId;
  readonly workspaceName: string;
  readonly organizer: PersonToInvite;
  /** Without the organizer and without repetition. */
  readonly people: readonly PersonToInvite[];
  readonly channels?: readonly string[];
  readonly groups?: readonly string[];
  /** One clean line. */
  readonly title: string;
  readonly notes?: string | null;
  readonly startsAt: DateTime;
  readonly length: Duration;
  /** Its first occurrence is the start. */
  readonly rule?: Recurrence | null;
  readonly access?: Meeting['access'];
  readonly waitForHost?: boolean | null;
  /** With any of these it becomes a draft. */
  readonly questions: readonly Question[];
}

/** One of the two is given. */
export interface PersonToInvite {
  readonly user: SlackUserId | null;
  readonly email?: string | null;
  readonly name: string | null;
  readonly role?: Invitee['role'];
  readonly via?: string | null;
}

export type MeetingProblem =
  | SlotProblem
  | TooManyGuests
  | { readonly kind: 'title-too-long'; readonly length: number; readonly longest: number }
  | { readonly kind: 'notes-too-long'; readonly length: number; readonly longest: number }
  | { readonly kind: 'too-many-people'; readonly count: number; readonly most: number }
  | { readonly kind: 'too-many-channels'; readonly count: number; readonly most: number }
  | { readonly kind: 'nobody-invited' };

/** Agrees on a meeting, or on a draft of one: the organizer hosts, everybody else is a guest unless said otherwise. */
export function agreeOnMeeting(request: MeetingRequest, now: DateTime): Result<Meeting, MeetingProblem> {
  const { id, workspace, workspaceName, organizer, people, title, startsAt, length, questions } = request;
  const { channels = [], groups = [], notes = null, rule = null, access = 'invited', waitForHost = null } = request;
  if (!organizer.user) throw new Error('An organizer is somebody in Slack');
  const wording = checkWording(title, notes);
  if (!wording.ok) return wording;
  const isForSomebody = people.length > 0 || channels.length > 0 || groups.length > 0 || access === 'public';
  if (!isForSomebody) return refuse({ kind: 'nobody-invited' });
  if (people.length > MOST_INVITEES)
    return refuse({ kind: 'too-many-people', count: people.length, most: MOST_INVITEES });
  const guests = checkGuests(people);
  if (!guests.ok) return guests;
  if (channels.length > MOST_CHANNELS)
    return refuse({ kind: 'too-many-channels', count: channels.length, most: MOST_CHANNELS });
  // A draft may ask what to do about a start that is past, so only its length has to be right.
  const mayBePast = questions.some(({ kind }) => kind === 'past');
  const slot = planSlot(startsAt, length, mayBePast ? DateTime.min(now, startsAt) : now);
  if (!slot.ok) return slot;

  return ok({
    id,
    workspace,
    workspaceName,
    title,
    notes,
    startsAt: slot.value.start,
    endsAt: slot.value.end,
    earlierStarts: [],
    series: rule && { rule, changes: [] },
    access,
    waitForHost,
    organizer: organizer.user,
    takenOver: null,
    invitees: [newInvitee(id, { ...organizer, role: 'host' }), ...people.map((person) => newInvitee(id, person))],
    former: [],
    channels: channels.map((channel) => ({ id: channel, seat: inviteeIdFor(id, channel) })),
    groups,
    sequence: 0,
    changedBy: null,
    status: questions.length > 0 ? 'draft' : 'scheduled',
    reason: null,
    questions,
    createdAt: now,
    changedAt: now,
    sendsAt: now,
  });
}

export function newInvitee(
  meeting: MeetingId,
  { user, email = null, name, role = 'guest', via = null }: PersonToInvite,
): Invitee {
  const contact = user ?? email;
  if (!contact) throw new Error('Somebody is invited in Slack or by mail');
  return { id: inviteeIdFor(meeting, contact), user, email: user ? null : email, name, role, linkVersion: 1, via };
}

export function checkWording(title: string, notes: string | null): Result<null, MeetingProblem> {
  const titleLength = [...title].length;
  if (titleLength > LONGEST_TITLE)
    return refuse({ kind: 'title-too-long', length: titleLength, longest: LONGEST_TITLE });
  const notesLength = [...(notes ?? '')].length;
  if (notesLength > LONGEST_NOTES)
    return refuse({ kind: 'notes-too-long', length: notesLength, longest: LONGEST_NOTES });
  return ok(null);
}

export function inviteeOf(meeting: Meeting, id: InviteeId): Invitee | null {
  return meeting.invitees.find((invitee) => invitee.id === id) ?? null;
}

/** Somebody who is invited, by who they are in Slack. */
export function inviteeByUser(meeting: Meeting, user: SlackUserId): Invitee | null {
  return meeting.invitees.find((invitee) => invitee.user === user) ?? null;
}

export function organizerOf(meeting: Meeting): Invitee {
  const organizer = inviteeByUser(meeting, meeting.organizer);
  if (!organizer) throw new Error(`meeting ${meeting.id} has lost its organizer`);
  return organizer;
}
