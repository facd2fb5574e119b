import type { DateTime } from 'luxon';
import type { MeetingId, SlackUserId, WorkspaceId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import { openUntil } from '../domain/open-meetings.ts';
import { type CollectionSpec, type DocumentStore, type Documents, Duplicate } from '../ports/documents.ts';
import { removeListed } from './remove-listed.ts';

interface AgendaDocument {
  /** Workspace and user. */
  readonly person: string;
  readonly meeting: string;
  /** When its last run ends. */
  readonly endsAt: Date;
}

const SPEC: CollectionSpec = {
  name: 'agenda',
  fields: { person: 'string', meeting: 'string', endsAt: 'date' },
  indexes: [
    { name: 'person', on: ['person', 'endsAt'] },
    { name: 'meeting', on: ['meeting'] },
  ],
};

const MOST_MEETINGS = 500;

/** Which meetings somebody in Slack has: an index only, so whoever reads it loads the meeting and looks for themselves. */
export type Agenda = Awaited<ReturnType<typeof openAgenda>>;

export async function openAgenda(store: DocumentStore) {
  const documents: Documents<AgendaDocument> = await store.collection(SPEC);

  return {
    /** Brings the rows of a meeting into line with it. Repeating it is harmless. */
    async follow(meeting: Meeting): Promise<void> {
      const wanted = new Map(rowsOf(meeting).map((row) => [rowId(row), row]));
      const known = await documents.list('meeting', [meeting.id]);
      // In place, since a row that is gone for a moment is a meeting that somebody does not see.
      await Promise.all(
        known.map(({ id, version, value }) => {
          const row = wanted.get(id);
          if (!row) return documents.remove(id);
          const isRight = row.endsAt.getTime() === value.endsAt.getTime();
          return isRight ? null : documents.replace(id, version, row);
        }),
      );
      const right = new Set(known.map(({ id }) => id));
      await Promise.all([...wanted].filter(([id]) => !right.has(id)).map(([id, row]) => add(id, row)));
    },

    /** The meetings of somebody that are not over at this moment, as far as the index knows. */
    async meetingsOf(workspace: WorkspaceId, user: SlackUserId, from: DateTime): Promise<MeetingId[]> {
      const range = { from: from.toJSDate(), limit: MOST_MEETINGS };
      const rows = await documents.list('person', [personOf(workspace, user)], range);
      return rows.map(({ value }) => value.meeting as MeetingId);
    },

    async removeOf(meeting: MeetingId): Promise<void> {
      await removeListed(documents, 'meeting', [meeting]);
    },

    async removeOfPerson(workspace: WorkspaceId, user: SlackUserId): Promise<void> {
      await removeListed(documents, 'person', [personOf(workspace, user)]);
    },
  };

  async function add(id: string, row: AgendaDocument): Promise<void> {
    await documents.insert(id, row).catch((error: unknown) => {
      if (!(error instanceof Duplicate)) throw error;
    });
  }
}

function rowsOf(meeting: Meeting): AgendaDocument[] {
  const endsAt = openUntil(meeting)?.toJSDate();
  if (!endsAt) return [];
  return meeting.invitees.flatMap(({ user }) =>
    user ? [{ person: personOf(meeting.workspace, user), meeting: meeting.id, endsAt }] : [],
  );
}

function rowId({ person, meeting }: AgendaDocument): string {
  return `${meeting}/${person}`;
}

function personOf(workspace: WorkspaceId, user: SlackUserId): string {
  return `${workspace}/${user}`;
}
