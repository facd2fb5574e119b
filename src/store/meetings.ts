import { DateTime } from 'luxon';
import type { Question } from '../domain/draft.ts';
import type { MeetingId, SlackUserId, WorkspaceId } from '../domain/ids.ts';
import type { Invitee } from '../domain/invitee.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Result } from '../domain/result.ts';
import type { CollectionSpec, DocumentStore, Documents, Stored } from '../ports/documents.ts';
import { mutate } from './mutate.ts';

interface MeetingDocument {
  readonly workspace: string;
  readonly workspaceName: string;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly zone: string;
  readonly organizer: string;
  readonly invitees: readonly Invitee[];
  readonly sequence: number;
  readonly status: Meeting['status'];
  readonly questions: readonly QuestionDocument[];
  readonly createdAt: Date;
  /** When the worker has to look at this meeting next; null when nothing is left to plan. */
  readonly planAt: Date | null;
}

type WithDates<Q> = Q extends { alternatives: readonly DateTime[] }
  ? Omit<Q, 'alternatives'> & { readonly alternatives: readonly Date[] }
  : Q;
type QuestionDocument = WithDates<Question>;

export const MEETINGS: CollectionSpec = {
  name: 'meetings',
  fields: { workspace: 'string', status: 'string', planAt: 'date', startsAt: 'date' },
  indexes: [
    { name: 'plan', on: ['planAt'] },
    { name: 'start', on: ['workspace', 'status', 'startsAt'] },
  ],
};

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
        const meeting = toMeeting({ id, version: 0, value });
        if (meeting.workspace !== workspace) return null;
        outcome = change(meeting);
        return outcome.ok && outcome.value !== meeting ? toDocument(outcome.value, now) : null;
      });
      return outcome;
    },

    /** Null also for a meeting of another workspace. */
    async get(workspace: WorkspaceId, id: MeetingId): Promise<Meeting | null> {
      const meeting = await this.find(id);
      return meeting?.workspace === workspace ? meeting : null;
    },

    /** For the worker and the door, which take the workspace from the meeting itself. */
    async find(id: MeetingId): Promise<Meeting | null> {
      const stored = await documents.get(id);
      return stored && toMeeting(stored);
    },

    /** The meeting of this workspace that starts next. */
    async nextOf(workspace: WorkspaceId, now: DateTime): Promise<Meeting | null> {
      const [stored] = await documents.list('start', [workspace, 'scheduled'], { from: now.toJSDate(), limit: 1 });
      return stored ? toMeeting(stored) : null;
    },

    /** Claims the first meeting that is due for planning; it is due again at `leaseEndsAt` unless `planned` is told. */
    async takeDue(now: DateTime, leaseEndsAt: DateTime): Promise<Meeting | null> {
      const taken = await documents.take('plan', [], now.toJSDate(), { set: { planAt: leaseEndsAt.toJSDate() } });
      return taken && toMeeting(taken);
    },

    /** Ends a claim, unless the meeting was changed in the meantime and is due anew. */
    async planned(id: MeetingId, leaseEndsAt: DateTime): Promise<void> {
      await mutate(documents, id, (document) =>
        document.planAt?.getTime() === leaseEndsAt.toMillis() ? { ...document, planAt: null } : null,
      );
    },

    /** Makes everything due that a process which is known to be gone had begun to plan; planning again does no harm. */
    async releaseClaims(now: DateTime): Promise<number> {
      const claimed = await documents.list('plan', [], { from: now.toJSDate() });
      for (const { id, version, value } of claimed) {
        await documents.replace(id, version, { ...value, planAt: now.toJSDate() });
      }
      return claimed.length;
    },

    /** Makes a meeting due for planning, since something it plans from has changed. */
    async replan(id: MeetingId, now: DateTime): Promise<void> {
      await mutate(documents, id, (document) => ({ ...document, planAt: now.toJSDate() }));
    },

    async nextDueAt(): Promise<DateTime | null> {
      const [first] = await documents.list('plan', [], { limit: 1 });
      return first?.value.planAt ? DateTime.fromJSDate(first.value.planAt) : null;
    },
  };
}

function toDocument(meeting: Meeting, planAt: DateTime): MeetingDocument {
  const { id: _, startsAt, endsAt, createdAt, questions, ...rest } = meeting;
  return {
    ...rest,
    questions: questions.map((question) =>
      'alternatives' in question
        ? { ...question, alternatives: question.alternatives.map((at) => at.toJSDate()) }
        : question,
    ),
    startsAt: startsAt.toJSDate(),
    endsAt: endsAt.toJSDate(),
    zone: startsAt.zoneName,
    createdAt: createdAt.toJSDate(),
    planAt: planAt.toJSDate(),
  };
}

function toMeeting({ id, value }: Stored<MeetingDocument>): Meeting {
  const { zone, planAt: _, ...rest } = value;
  return {
    ...rest,
    id: id as MeetingId,
    workspace: value.workspace as WorkspaceId,
    organizer: value.organizer as SlackUserId,
    startsAt: DateTime.fromJSDate(value.startsAt, { zone }),
    endsAt: DateTime.fromJSDate(value.endsAt, { zone }),
    createdAt: DateTime.fromJSDate(value.createdAt, { zone: 'utc' }),
    questions: value.questions.map((question) =>
      'alternatives' in question
        ? { ...question, alternatives: question.alternatives.map((at) => DateTime.fromJSDate(at, { zone })) }
        : question,
    ),
  };
}
