import { DateTime, Duration } from 'luxon';
import type { MeetingId, SlackUserId, WorkspaceId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { OpenMeetings } from '../domain/open-meetings.ts';
import type { Result } from '../domain/result.ts';
import type { DocumentStore, Documents } from '../ports/documents.ts';
import { every } from './every.ts';
import { MEETINGS, type MeetingDocument, toDocument, toMeeting } from './meeting-document.ts';
import { mutate } from './mutate.ts';

/** The most that LEASE_SECONDS may say. */
const LONGEST_LEASE = Duration.fromObject({ hours: 1 });

const MOST_DRAFTS = 500;

/** What is to be removed comes before everything that is merely old. */
const LONG_AGO = new Date(0);

/** The meetings: what was agreed, and the only thing that is committed on behalf of a person. */
export type Meetings = Awaited<ReturnType<typeof openMeetings>>;

export async function openMeetings(store: DocumentStore) {
  const documents: Documents<MeetingDocument> = await store.collection(MEETINGS);

  return {
    /** Stores a new meeting and makes it due for planning. @throws Duplicate when it is there already */
    async add(meeting: Meeting): Promise<void> {
      await documents.insert(meeting.id, toDocument(meeting, meeting.createdAt));
    },

    /**
     * Changes a meeting of this workspace and makes it due for planning; null when there is none.
     * @param change pure; run again on the fresh meeting when somebody else was faster
     */
    async change<P>(
      workspace: WorkspaceId,
      id: MeetingId,
      now: DateTime,
      change: (meeting: Meeting) => Result<Meeting, P>,
    ): Promise<Result<Meeting, P> | null> {
      let outcome: Result<Meeting, P> | null = null;
      await mutate(documents, id, (value) => {
        if (value.workspace !== workspace || value.isGone) return null;
        const meeting = toMeeting({ id, version: 0, value });
        outcome = change(meeting);
        return outcome.ok && outcome.value !== meeting ? toDocument(outcome.value, now, value) : null;
      });
      return outcome;
    },

    /** Null also for a meeting of another workspace. */
    async get(workspace: WorkspaceId, id: MeetingId): Promise<Meeting | null> {
      const meeting = await this.find(id);
      return meeting?.workspace === workspace ? meeting : null;
    },

    /** The drafts of a workspace for a time from this one on, the first ones first. */
    async draftsOf(workspace: WorkspaceId, from: DateTime): Promise<Meeting[]> {
      const drafts = await documents.list('start', [workspace, 'draft'], { from: from.toJSDate(), limit: MOST_DRAFTS });
      return drafts.filter(({ value }) => !value.isGone).map(toMeeting);
    },

    /** Those of this workspace, in no particular order; what is not there is left out. */
    async many(workspace: WorkspaceId, ids: readonly MeetingId[]): Promise<Meeting[]> {
      const found = (await documents.getMany(ids)).filter(
        ({ value }) => value.workspace === workspace && !value.isGone,
      );
      return found.map(toMeeting);
    },

    /** For the worker and the door, which take the workspace from the meeting itself. */
    async find(id: MeetingId): Promise<Meeting | null> {
      const stored = await documents.get(id);
      return stored && !stored.value.isGone ? toMeeting(stored) : null;
    },

    /** All of a workspace's, by id. */
    async *ofWorkspace(workspace: WorkspaceId): AsyncGenerator<Meeting> {
      for await (const stored of every(documents)) {
        if (stored.value.workspace === workspace && !stored.value.isGone) yield toMeeting(stored);
      }
    },

    /** How many of a workspace, and of those that this person organizes, are to come or under way. */
    async countOpen(workspace: WorkspaceId, organizer: SlackUserId, now: DateTime): Promise<OpenMeetings> {
      const bounds = { from: now.toJSDate() };
      const [ofOrganizer, ofWorkspace] = await Promise.all([
        documents.count('openOf', [workspace, organizer], bounds),
        documents.count('open', [workspace], bounds),
      ]);
      return { ofOrganizer, ofWorkspace };
    },

    /** Claims the first meeting that is due for planning; it is due again at `leaseEndsAt` unless `planned` is told. */
    async takeDue(now: DateTime, leaseEndsAt: DateTime): Promise<Meeting | null> {
      const taken = await documents.take('plan', [], now.toJSDate(), { set: { planAt: leaseEndsAt.toJSDate() } });
      return taken && toMeeting(taken);
    },

    /**
     * Ends a claim, unless the meeting was changed in the meantime and is due anew. False when it is not there any more.
     *
     * @param nextAt when it is due again though nobody changes it; null for never
     */
    async planned(id: MeetingId, leaseEndsAt: DateTime, nextAt: DateTime | null): Promise<boolean> {
      const found = await mutate(documents, id, (document) =>
        document.planAt?.getTime() === leaseEndsAt.toMillis()
          ? { ...document, planAt: nextAt?.toJSDate() ?? null }
          : null,
      );
      return found !== null && !found.value.isGone;
    },

    /** Makes everything due that a process which is known to be gone had begun to plan; planning again does no harm. */
    async releaseClaims(now: DateTime): Promise<number> {
      const leases = { from: now.toJSDate(), to: now.plus(LONGEST_LEASE).toJSDate() };
      const claimed = await documents.list('plan', [], leases);
      for (const { id, version, value } of claimed) {
        await documents.replace(id, version, { ...value, planAt: now.toJSDate() });
      }
      return claimed.length;
    },

    /** Makes a meeting due for planning, since something it plans from has changed. */
    async replan(id: MeetingId, now: DateTime): Promise<void> {
      await mutate(documents, id, (document) => (document.isGone ? null : { ...document, planAt: now.toJSDate() }));
    },

    async nextDueAt(): Promise<DateTime | null> {
      const [first] = await documents.list('plan', [], { limit: 1 });
      return first?.value.planAt ? DateTime.fromJSDate(first.value.planAt) : null;
    },

    /** Since when the one has to be kept that is kept longest. */
    async oldestAgesFrom(): Promise<DateTime | null> {
      const [oldest] = await documents.list('age', [], { limit: 1 });
      return oldest?.value.agesFrom ? DateTime.fromJSDate(oldest.value.agesFrom) : null;
    },

    /** The oldest meeting of at least this age, hidden already or not. */
    async firstOfAge(before: DateTime): Promise<MeetingId | null> {
      const [oldest] = await documents.list('age', [], { to: before.toJSDate(), limit: 1 });
      return oldest ? (oldest.id as MeetingId) : null;
    },

    /** The series of which something may be kept of runs that were over by this moment: the one with the oldest. */
    async firstWithRunsFrom(by: DateTime): Promise<Meeting | null> {
      const [oldest] = await documents.list('runs', [], { to: by.toJSDate(), limit: 1 });
      return oldest ? toMeeting(oldest) : null;
    },

    async noteRunsKeptFrom(id: MeetingId, from: DateTime): Promise<void> {
      await mutate(documents, id, (document) =>
        document.isGone ? null : { ...document, runsKeptFrom: from.toJSDate() },
      );
    },

    /**
     * In one write a meeting is there for nobody any more and its links are nobody's. What was begun for it may still
     * write, so its rows are removed afterwards, and it last of all.
     *
     * @param may asked of the meeting as it is in that write
     * @returns whether it is hidden now
     */
    async hide(id: MeetingId, may: (meeting: Meeting) => boolean): Promise<boolean> {
      const found = await mutate(documents, id, (value): MeetingDocument | null => {
        if (value.isGone || !may(toMeeting({ id, version: 0, value }))) return null;
        return {
          ...value,
          status: 'discarded',
          planAt: null,
          agesFrom: LONG_AGO,
          openUntil: null,
          runsKeptFrom: null,
          isGone: true,
        };
      });
      return found?.value.isGone ?? false;
    },

    /** For one that is hidden and of which nothing else is left. */
    async remove(id: MeetingId): Promise<void> {
      await documents.remove(id);
    },
  };
}
