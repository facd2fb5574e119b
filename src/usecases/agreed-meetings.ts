import type { DateTime } from 'luxon';
import { type GuestMails, givenBack, guestMailsOf, NO_MAILS, type TooManyGuestMails } from '../domain/guest-mails.ts';
import type { MeetingId, WorkspaceId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import { mayOpenOneMore, type OpenMeetings, type TooManyOpenMeetings } from '../domain/open-meetings.ts';
import { ok, type Result } from '../domain/result.ts';
import { Duplicate } from '../ports/documents.ts';
import type { GuestMailCounts } from '../store/guest-mails.ts';
import type { Meetings } from '../store/meetings.ts';

export interface Limits {
  readonly open: OpenMeetings;
  /** Invitations by mail of one workspace in one UTC day, and as many mails of changes. */
  readonly guestMailsPerDay: number;
}

export type LimitProblem = TooManyOpenMeetings | TooManyGuestMails;

/** @typeParam L what a change may be refused for besides */
export interface ChangesMeetings<L> {
  /** As in the store. */
  change<P>(
    workspace: WorkspaceId,
    id: MeetingId,
    now: DateTime,
    change: (meeting: Meeting) => Result<Meeting, P>,
  ): Promise<Result<Meeting, P | L> | null>;
}

/** What people agree on, stored as long as it stays within the limits: refused up front rather than not sent later. */
export interface AgreedMeetings extends ChangesMeetings<LimitProblem> {
  /**
   * A draft is refused too if it could not be sent now.
   *
   * @param signal aborted when nothing may be stored any more
   * @throws Duplicate
   */
  add(meeting: Meeting, signal?: AbortSignal): Promise<Result<null, LimitProblem>>;
  /** @param signal aborted when nothing may be stored any more */
  change<P>(
    workspace: WorkspaceId,
    id: MeetingId,
    now: DateTime,
    change: (meeting: Meeting) => Result<Meeting, P>,
    signal?: AbortSignal,
  ): Promise<Result<Meeting, P | LimitProblem> | null>;
}

/** What a change takes of what is limited. */
interface Demand {
  readonly opens: boolean;
  readonly mails: GuestMails;
}

const NOTHING: Demand = { opens: false, mails: NO_MAILS };

/**
 * Mails are counted before the meeting is stored, and given back where it is not. A crash in between leaves some counted
 * that nobody gets; never the reverse. Of those who open a meeting at the same instant, some may pass the limit together.
 */
export function makeAgreedMeetings(deps: {
  readonly meetings: Pick<Meetings, 'add' | 'change' | 'countOpen'>;
  readonly guestMails: Pick<GuestMailCounts, 'spend' | 'giveBack' | 'fits'>;
  readonly limits: Limits;
}): AgreedMeetings {
  const { meetings, guestMails, limits } = deps;

  async function mayOpen({ workspace, organizer }: Meeting, now: DateTime): Promise<Result<null, LimitProblem>> {
    return mayOpenOneMore(await meetings.countOpen(workspace, organizer, now), limits.open);
  }

  async function grant(meeting: Meeting, { opens, mails }: Demand, now: DateTime): Promise<Result<null, LimitProblem>> {
    const open = opens ? await mayOpen(meeting, now) : ok(null);
    if (!open.ok || isNone(mails)) return open;
    return guestMails.spend(meeting.workspace, mails, limits.guestMailsPerDay, now);
  }

  async function giveBack(workspace: WorkspaceId, mails: GuestMails, at: DateTime): Promise<void> {
    if (!isNone(mails)) await guestMails.giveBack(workspace, mails, at);
  }

  return {
    async add(meeting, signal) {
      const { workspace, createdAt: now } = meeting;
      const sent: Meeting = { ...meeting, status: 'scheduled' };
      const demand = demandOf(null, sent);
      const isDraft = meeting.status === 'draft';
      const granted = await (isDraft ? couldBeGranted(sent, demand, now) : grant(sent, demand, now));
      if (!granted.ok) return granted;
      const spent = isDraft ? NO_MAILS : demand.mails;
      if (signal?.aborted) await giveBack(workspace, spent, now);
      signal?.throwIfAborted();
      try {
        await meetings.add(meeting);
      } catch (error) {
        if (error instanceof Duplicate) await giveBack(workspace, spent, now);
        throw error;
      }
      return ok(null);
    },

    async change(workspace, id, now, change, signal) {
      const inTime = (meeting: Meeting) => {
        signal?.throwIfAborted();
        return change(meeting);
      };
      for (let granted = NOTHING; ; ) {
        const [outcome, demand] = await attempt(workspace, id, now, inTime, granted).catch(async (error: unknown) => {
          if (signal?.aborted && error === signal.reason) await giveBack(workspace, granted.mails, now);
          throw error;
        });
        const isCovered = covers(granted, demand);
        const used = isCovered && outcome?.ok ? demand.mails : NO_MAILS;
        await giveBack(workspace, givenBack(granted.mails, used), now);
        if (isCovered || !outcome?.ok) return outcome;
        const next = await grant(outcome.value, demand, now);
        if (!next.ok) return next;
        granted = demand;
      }
    },
  };

  async function couldBeGranted(
    meeting: Meeting,
    { mails }: Demand,
    now: DateTime,
  ): Promise<Result<null, LimitProblem>> {
    const open = await mayOpen(meeting, now);
    if (!open.ok || isNone(mails)) return open;
    return guestMails.fits(meeting.workspace, mails, limits.guestMailsPerDay, now);
  }

  /** Leaves the meeting as it is where the change takes more than was granted. */
  async function attempt<P>(
    workspace: WorkspaceId,
    id: MeetingId,
    now: DateTime,
    change: (meeting: Meeting) => Result<Meeting, P>,
    granted: Demand,
  ): Promise<readonly [Result<Meeting, P> | null, Demand]> {
    let demand = NOTHING;
    const outcome = await meetings.change(workspace, id, now, (meeting) => {
      const changed = change(meeting);
      demand = changed.ok ? demandOf(meeting, changed.value) : NOTHING;
      return covers(granted, demand) ? changed : ok(meeting);
    });
    return [outcome, demand];
  }
}

function demandOf(before: Meeting | null, after: Meeting): Demand {
  const opens = after.status === 'scheduled' && before?.status !== 'scheduled';
  return { opens, mails: guestMailsOf(before, after) };
}

function covers({ opens, mails }: Demand, demand: Demand): boolean {
  const { invitations, changes } = demand.mails;
  return (opens || !demand.opens) && mails.invitations >= invitations && mails.changes >= changes;
}

function isNone({ invitations, changes }: GuestMails): boolean {
  return invitations + changes === 0;
}
