import type { InviteeId, MeetingId } from '../domain/ids.ts';
import type { OldRuns } from '../domain/retention.ts';
import { freshSession, type Session, without } from '../domain/session.ts';
import type { CollectionSpec, DocumentStore, Documents, Stored } from '../ports/documents.ts';
import { changeOrAdd } from './change-or-add.ts';
import { removeOldRuns } from './of-old-runs.ts';
import { type Plain, plain, revivedDocument } from './plain.ts';
import { removeListed } from './remove-listed.ts';

type SessionDocument = Omit<Plain<Session>, 'meeting'> & { readonly meeting: string };

const SPEC: CollectionSpec = {
  name: 'sessions',
  fields: { meeting: 'string' },
  indexes: [{ name: 'meeting', on: ['meeting'] }],
};

/** What happened in the room of each occurrence. */
export type Sessions = Awaited<ReturnType<typeof openSessions>>;

export async function openSessions(store: DocumentStore) {
  const documents: Documents<SessionDocument> = await store.collection(SPEC);

  return {
    /** One in which nothing has happened where there is none. */
    async get(meeting: MeetingId, occurrence: string): Promise<Session> {
      const stored = await documents.get(idOf(meeting, occurrence));
      return stored ? toSession(stored) : freshSession(meeting, occurrence);
    },

    async ofMeeting(meeting: MeetingId): Promise<Session[]> {
      return (await documents.list('meeting', [meeting])).map(toSession);
    },

    /**
     * @param change pure; run again on the fresh session when somebody else was faster; the same object for no change
     * @returns whether there was anything to write
     */
    async change(meeting: MeetingId, occurrence: string, change: (session: Session) => Session): Promise<boolean> {
      const id = idOf(meeting, occurrence);
      let isNews = false;
      await changeOrAdd(documents, id, (value) => {
        const session = value ? toSession({ id, version: 0, value }) : freshSession(meeting, occurrence);
        const after = change(session);
        isNews = after !== session;
        return isNews ? toDocument(after) : null;
      });
      return isNews;
    },

    /** Forgets that this person was there. */
    async forget(meeting: MeetingId, person: InviteeId): Promise<void> {
      for (const session of await this.ofMeeting(meeting)) {
        await this.change(meeting, session.occurrence, (fresh) => without(fresh, person));
      }
    },

    async removeRuns(meeting: MeetingId, runs: OldRuns): Promise<void> {
      await removeOldRuns(documents, meeting, runs);
    },

    async removeOf(meeting: MeetingId): Promise<void> {
      await removeListed(documents, 'meeting', [meeting]);
    },
  };
}

function idOf(meeting: MeetingId, occurrence: string): string {
  return `${meeting}/${occurrence}`;
}

function toDocument(session: Session): SessionDocument {
  return plain(session) as SessionDocument;
}

function toSession({ value }: Stored<SessionDocument>): Session {
  return revivedDocument(value) as Session;
}
