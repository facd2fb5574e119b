import { DateTime } from 'luxon';
import {
  type InviteeId,
  inviteeIdFor,
  type MeetingId,
  type SlackUserId,
  type WorkspaceId,
} from '../../src/domain/ids.ts';
import type { Invitee } from '../../src/domain/invitee.ts';
import { inviteeOf, type Meeting } from '../../src/domain/meeting.ts';

export const ACME = 'T0ACME000' as WorkspaceId;
export const ZENITH = 'T0ZENITH0' as WorkspaceId;
export const ALICE = 'U0ALICE00' as SlackUserId;
export const BOB = 'U0BOB0000' as SlackUserId;
export const CHEN = 'U0CHEN000' as SlackUserId;

/** Twenty-two letters, as the ids of meetings have. */
export const STANDUP = 'standup-with-bob-chen0' as MeetingId;

/** The day before, at ten in Berlin. */
export const AGREED_AT = DateTime.fromISO('2026-03-02T09:00:00Z', { zone: 'utc' });

export function berlin(iso: string): DateTime {
  return DateTime.fromISO(iso, { zone: 'Europe/Berlin' });
}

/** Alice's standup with Bob and Chen: Tuesday 3 March 2026, 09:00 to 09:30 in Berlin. */
export function aMeeting(changes: Partial<Meeting> = {}): Meeting {
  const id = changes.id ?? STANDUP;
  return {
    id,
    workspace: ACME,
    workspaceName: 'acme',
    title: 'Standup',
    notes: null,
    startsAt: berlin('2026-03-03T09:00'),
    endsAt: berlin('2026-03-03T09:30'),
    series: null,
    access: 'invited',
    waitForHost: null,
    organizer: ALICE,
    takenOver: null,
    earlierStarts: [],
    invitees: [
      anInvitee(id, ALICE, { name: 'Alice', role: 'host' }),
      anInvitee(id, BOB, { name: 'Bob' }),
      anInvitee(id, CHEN, { name: 'Chen' }),
    ],
    former: [],
    channels: [],
    groups: [],
    sequence: 0,
    changedBy: null,
    status: 'scheduled',
    reason: null,
    questions: [],
    createdAt: AGREED_AT,
    changedAt: AGREED_AT,
    sendsAt: AGREED_AT,
    ...changes,
  };
}

export function anInvitee(meeting: MeetingId, user: SlackUserId, changes: Partial<Invitee> = {}): Invitee {
  return {
    id: inviteeIdFor(meeting, user),
    user,
    email: null,
    name: user,
    role: 'guest',
    linkVersion: 1,
    via: null,
    ...changes,
  };
}

export function idOf(meeting: Meeting, user: SlackUserId): InviteeId {
  return inviteeIdFor(meeting.id, user);
}

export function inviteeNamed(meeting: Meeting, user: SlackUserId): Invitee {
  const invitee = inviteeOf(meeting, idOf(meeting, user));
  if (!invitee) throw new Error(`${user} is not invited`);
  return invitee;
}
