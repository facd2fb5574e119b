import type { DateTime } from 'luxon';
import type { MeetingId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import { openUntil } from '../domain/open-meetings.ts';
import { agesFrom } from '../domain/retention.ts';
import type { CollectionSpec, Stored } from '../ports/documents.ts';
import { type Plain, plain, revived } from './plain.ts';

export interface MeetingDocument extends Omit<Plain<Meeting>, 'id'> {
  readonly zone: string;
  /** When the worker has to look at this meeting next; null when nothing is left to plan. */
  readonly planAt: Date | null;
  /** From when the time counts that it is kept; null while that is not known. */
  readonly agesFrom: Date | null;
  /** Of a series: nothing is kept any more of the runs that were over by then. */
  readonly runsKeptFrom: Date | null;
  /** Until when it is to come or under way; null where it never takes place. */
  readonly openUntil: Date | null;
  /** For everybody it is not there any more; its rows are about to be removed. */
  readonly isGone?: true;
}

export const MEETINGS: CollectionSpec = {
  name: 'meetings',
  fields: {
    workspace: 'string',
    status: 'string',
    organizer: 'string',
    planAt: 'date',
    startsAt: 'date',
    agesFrom: 'date',
    openUntil: 'date',
    runsKeptFrom: 'date',
  },
  indexes: [
    { name: 'plan', on: ['planAt'] },
    { name: 'start', on: ['workspace', 'status', 'startsAt'] },
    { name: 'age', on: ['agesFrom'] },
    { name: 'runs', on: ['runsKeptFrom'] },
    { name: 'open', on: ['workspace', 'openUntil'] },
    { name: 'openOf', on: ['workspace', 'organizer', 'openUntil'] },
  ],
};

/** @param before what is stored of it */
export function toDocument(meeting: Meeting, planAt: DateTime, before: MeetingDocument | null = null): MeetingDocument {
  const { id: _, ...rest } = meeting;
  return {
    ...(plain(rest) as Plain<Omit<Meeting, 'id'>>),
    zone: meeting.startsAt.zoneName,
    planAt: planAt.toJSDate(),
    agesFrom: agesFrom(meeting)?.toJSDate() ?? null,
    runsKeptFrom: meeting.series && (before?.runsKeptFrom ?? meeting.startsAt.toJSDate()),
    openUntil: openUntil(meeting)?.toJSDate() ?? null,
  };
}

/** A store may hand out one and the same document many times, and its times are costly to bring into their zone. */
const known = new WeakMap<MeetingDocument, Meeting>();

export function toMeeting(stored: Stored<MeetingDocument>): Meeting {
  const meeting = known.get(stored.value) ?? readMeeting(stored);
  known.set(stored.value, meeting);
  return meeting;
}

function readMeeting({ id, value }: Stored<MeetingDocument>): Meeting {
  const {
    zone,
    planAt: _planAt,
    agesFrom: _agesFrom,
    openUntil: _openUntil,
    runsKeptFrom: _runsKeptFrom,
    isGone: _isGone,
    ...rest
  } = value;
  const meeting = { ...(revived(rest) as Omit<Meeting, 'id'>), id: id as MeetingId };
  const local = (at: DateTime) => at.setZone(zone);
  return {
    ...meeting,
    startsAt: local(meeting.startsAt),
    endsAt: local(meeting.endsAt),
    earlierStarts: (meeting.earlierStarts ?? []).map((one) => ({ ...one, startsAt: local(one.startsAt) })),
    series: meeting.series && {
      ...meeting.series,
      changes: meeting.series.changes.map((change) =>
        change.kind === 'moved'
          ? { ...change, startsAt: local(change.startsAt), endsAt: local(change.endsAt) }
          : change,
      ),
    },
    questions: meeting.questions.map((question) =>
      'alternatives' in question ? { ...question, alternatives: question.alternatives.map(local) } : question,
    ),
  };
}
