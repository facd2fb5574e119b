import { type Contact, isContactOf, isMailContact } from '../domain/contact.ts';
import { type Erasure, erasureOf } from '../domain/erasure.ts';
import {
  type InviteeId,
  inviteeIdFor,
  type MeetingId,
  personalIdFor,
  type SlackUserId,
  type WorkspaceId,
} from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import { ok } from '../domain/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { Agenda } from '../store/agenda.ts';
import type { Deliveries } from '../store/deliveries.ts';
import type { GuestCodeRows } from '../store/guest-codes.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Mornings } from '../store/mornings.ts';
import type { Seats } from '../store/seats.ts';
import type { Sessions } from '../store/sessions.ts';
import type { Settings } from '../store/settings.ts';
import type { RemoveMeeting } from './remove-meeting.ts';

export interface Erased {
  /** Meetings that go on without them. */
  readonly left: number;
  /** Meetings that were theirs and are gone. */
  readonly removed: number;
  /** Meetings that are theirs and still to come. With any of these nothing is erased. */
  readonly refused: readonly MeetingId[];
  /** Meetings they are in again, or still, since somebody changed them at the same time. */
  readonly remaining: number;
}

/** @param dryRun tells what would be done, and does nothing */
export type ErasePerson = (workspace: WorkspaceId, contact: Contact, dryRun: boolean) => Promise<Erased>;

/** Makes one person disappear from what is stored of a workspace, also beside a process that serves. Repeating it is harmless. */
export function makeErasePerson(deps: {
  readonly meetings: Pick<Meetings, 'ofWorkspace' | 'change' | 'hide'>;
  readonly seats: Pick<Seats, 'removeOfInvitee'>;
  readonly agenda: Pick<Agenda, 'removeOfPerson'>;
  readonly sessions: Pick<Sessions, 'forget'>;
  readonly guestCodes: Pick<GuestCodeRows, 'removeOfInvitee'>;
  readonly deliveries: Pick<Deliveries, 'isUnderWay' | 'removeOf' | 'removeOfInvitee'>;
  readonly mornings: Pick<Mornings, 'remove'>;
  readonly settings: Pick<Settings, 'remove'>;
  readonly removeMeeting: RemoveMeeting;
  readonly clock: Clock;
  /** Gives what is under way time to end. */
  readonly pause: () => Promise<void>;
}): ErasePerson {
  const { meetings, seats, sessions, guestCodes, agenda, deliveries, mornings, settings } = deps;
  const { removeMeeting, clock, pause } = deps;

  return async (workspace, contact, dryRun) => {
    const found = await look(workspace, contact);
    const refused = found.filter(({ kind }) => kind === 'refuse').map(({ id }) => id);
    const erases = !dryRun && refused.length === 0;
    if (erases) {
      for (const { id, kind, invitees } of found) {
        if (kind === 'remove') await remove(id, contact);
        if (kind === 'leave') await leave(workspace, id, contact);
        // Also where they are in it no more: an earlier run may have been cut short before it came to the rows.
        for (const invitee of invitees) await clear(id, invitee);
      }
      if (!isMailContact(contact)) await eraseChosen(workspace, contact);
    }
    const remaining = erases ? (await look(workspace, contact)).filter(({ kind }) => kind !== 'none').length : 0;
    const count = (kind: Erasure['kind']) => found.filter((one) => one.kind === kind).length;
    return { left: count('leave'), removed: count('remove'), refused, remaining };
  };

  async function look(workspace: WorkspaceId, contact: Contact) {
    const found: {
      readonly id: MeetingId;
      readonly kind: Erasure['kind'];
      readonly invitees: ReadonlySet<InviteeId>;
    }[] = [];
    for await (const meeting of meetings.ofWorkspace(workspace)) {
      const { id, invitees, former } = meeting;
      const theirs = [...invitees, ...former].filter((one) => isContactOf(contact, one));
      found.push({
        id,
        kind: erasureOf(meeting, contact, clock.now()).kind,
        invitees: new Set([inviteeIdFor(id, contact), ...theirs.map((one) => one.id)]),
      });
    }
    return found;
  }

  async function leave(workspace: WorkspaceId, id: MeetingId, contact: Contact): Promise<void> {
    await meetings.change(workspace, id, clock.now(), (meeting) => {
      const erasure = erasureOf(meeting, contact, clock.now());
      return ok(erasure.kind === 'leave' ? erasure.meeting : meeting);
    });
  }

  async function remove(id: MeetingId, contact: Contact): Promise<void> {
    const isTheirs = (meeting: Meeting) => erasureOf(meeting, contact, clock.now()).kind === 'remove';
    if (!(await meetings.hide(id, isTheirs))) return;
    while (!(await removeMeeting(id))) await pause();
  }

  /** What is on its way to them writes down where it arrived, so its end is waited for. */
  async function clear(id: MeetingId, invitee: InviteeId): Promise<void> {
    while (await deliveries.isUnderWay(id, clock.now(), invitee)) await pause();
    await deliveries.removeOfInvitee(id, invitee);
    await seats.removeOfInvitee(id, invitee);
    await guestCodes.removeOfInvitee(id, invitee);
    await sessions.forget(id, invitee);
  }

  /** What is stored of somebody in Slack beside their meetings. */
  async function eraseChosen(workspace: WorkspaceId, user: SlackUserId): Promise<void> {
    await mornings.remove(workspace, user);
    await deliveries.removeOf(personalIdFor(workspace, user));
    await agenda.removeOfPerson(workspace, user);
    await settings.remove(workspace, user);
  }
}
