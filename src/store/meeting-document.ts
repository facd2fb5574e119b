import { DateTime } from 'luxon';
import type { Question } from '../domain/draft.ts';
import type { MeetingId, SlackUserId, WorkspaceId } from '../domain/ids.ts';
import type { Invitee } from '../domain/invitee.ts';
import type { Meeting } from '../domain/meeting.ts';
import { agesFrom } from '../domain/retention.ts';
import type { CollectionSpec, Stored } from '../ports/documents.ts';

export interface MeetingDocument {
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
  /** From when the time counts that it is kept. */
  readonly agesFrom: Date;
  /** For everybody it is not there any more; its rows are about to be removed. */
  readonly isGone?: true;
}

type WithDates<Q> = Q extends { alternatives: readonly DateTime[] }
  ? Omit<Q, 'alternatives'> & { readonly alternatives: readonly Date[] }
  : Q;
type QuestionDocument = WithDates<Question>;

export const MEETINGS: CollectionSpec = {
  name: 'meetings',
  fields: { workspace: 'string', status: 'string', planAt: 'date', startsAt: 'date', agesFrom: 'date' },
  indexes: [
    { name: 'plan', on: ['planAt'] },
    { name: 'start', on: ['workspace', 'status', 'startsAt'] },
    { name: 'age', on: ['agesFrom'] },
  ],
};

export function toDocument(meeting: Meeting, planAt: DateTime): MeetingDocument {
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
    agesFrom: agesFrom(meeting).toJSDate(),
  };
}

export function toMeeting({ id, value }: Stored<MeetingDocument>): Meeting {
  const { zone, planAt: _planAt, agesFrom: _agesFrom, isGone: _isGone, ...rest } = value;
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
