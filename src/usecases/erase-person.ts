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
export type ErasePerson = (workspace: WorkspaceId, user: SlackUserId, dryRun: boolean) => Promise<Erased>;

/** Makes one person disappear from what is stored of a workspace, also beside a process that serves. Repeating it is harmless. */
export function makeErasePerson(deps: {
  readonly meetings: Pick<Meetings, 'ofWorkspace' | 'change' | 'hide'>;
  readonly seats: Pick<Seats, 'removeOfInvitee'>;
  readonly agenda: Pick<Agenda, 'removeOfPerson'>;
  readonly sessions: Pick<Sessions, 'forget'>;
  readonly deliveries: Pick<Deliveries, 'isUnderWay' | 'removeOf' | 'removeOfInvitee'>;
  readonly mornings: Pick<Mornings, 'remove'>;
  readonly settings: Pick<Settings, 'remove'>;
  readonly removeMeeting: RemoveMeeting;
  readonly clock: Clock;
  /** Gives what is under way time to end. */
  readonly pause: () => Promise<void>;
}): ErasePerson {
  const { meetings, seats, sessions, agenda, deliveries, mornings, settings, removeMeeting, clock, pause } = deps;

  return async (workspace, user, dryRun) => {
    const found = await look(workspace, user);
    const refused = found.filter(({ kind }) => kind === 'refuse').map(({ id }) => id);
    const erases = !dryRun && refused.length === 0;
    if (erases) {
      for (const { id, kind } of found) await erase(workspace, user, id, kind);
      await mornings.remove(workspace, user);
      await deliveries.removeOf(personalIdFor(workspace, user));
      await agenda.removeOfPerson(workspace, user);
      await settings.remove(workspace, user);
    }
    const remaining = erases ? (await look(workspace, user)).filter(({ kind }) => kind !== 'none').length : 0;
    const count = (kind: Erasure['kind']) => found.filter((one) => one.kind === kind).length;
    return { left: count('leave'), removed: count('remove'), refused, remaining };
  };

  async function look(workspace: WorkspaceId, user: SlackUserId) {
    const found: { readonly id: MeetingId; readonly kind: Erasure['kind'] }[] = [];
    for await (const meeting of meetings.ofWorkspace(workspace)) {
      found.push({ id: meeting.id, kind: erasureOf(meeting, user, clock.now()).kind });
    }
    return found;
  }

  async function erase(workspace: WorkspaceId, user: SlackUserId, id: MeetingId, kind: Erasure['kind']): Promise<void> {
    if (kind === 'remove') await remove(id, user);
    if (kind === 'leave') await leave(workspace, id, user);
    // Also where they are in it no more: an earlier run may have been cut short before it came to the rows.
    await clear(id, inviteeIdFor(id, user));
  }

  async function leave(workspace: WorkspaceId, id: MeetingId, user: SlackUserId): Promise<void> {
    await meetings.change(workspace, id, clock.now(), (meeting) => {
      const erasure = erasureOf(meeting, user, clock.now());
      return ok(erasure.kind === 'leave' ? erasure.meeting : meeting);
    });
  }

  async function remove(id: MeetingId, user: SlackUserId): Promise<void> {
    const isTheirs = (meeting: Meeting) => erasureOf(meeting, user, clock.now()).kind === 'remove';
    if (!(await meetings.hide(id, isTheirs))) return;
    while (!(await removeMeeting(id))) await pause();
  }

  /** What is on its way to them writes down where it arrived, so its end is waited for. */
  async function clear(id: MeetingId, invitee: InviteeId): Promise<void> {
    while (await deliveries.isUnderWay(id, clock.now(), invitee)) await pause();
    await deliveries.removeOfInvitee(id, invitee);
    await seats.removeOfInvitee(id, invitee);
    await sessions.forget(id, invitee);
  }
}
