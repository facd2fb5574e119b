import { DateTime } from 'luxon';
import type { InviteeId, MeetingId } from '../domain/ids.ts';
import { freshSession, type Peer, type Recording, type Run, type Session, without } from '../domain/session.ts';
import { type CollectionSpec, type DocumentStore, type Documents, Duplicate, type Stored } from '../ports/documents.ts';
import { mutate } from './mutate.ts';
import { removeListed } from './remove-listed.ts';

/** The same with its instants as dates. */
type Dated<T> = {
  readonly [field in keyof T]: T[field] extends readonly DateTime[]
    ? readonly Date[]
    : T[field] extends DateTime | null
      ? Date | null
      : T[field];
};

interface SessionDocument {
  readonly meeting: string;
  readonly occurrence: string;
  readonly runs: readonly Dated<Run>[];
  readonly peers: readonly Dated<Peer>[];
  readonly recordings: readonly Dated<Recording>[];
}

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
      const next = (session: Session) => {
        const after = change(session);
        isNews = after !== session;
        return isNews ? toDocument(after) : null;
      };
      const apply = () => mutate(documents, id, (value) => next(toSession({ id, version: 0, value })));
      if (await apply()) return isNews;
      const first = next(freshSession(meeting, occurrence));
      if (!first) return false;
      await documents.insert(id, first).catch(async (error: unknown) => {
        if (!(error instanceof Duplicate)) throw error;
        await apply();
      });
      return isNews;
    },

    /** Forgets that this person was there. */
    async forget(meeting: MeetingId, person: InviteeId): Promise<void> {
      for (const session of await this.ofMeeting(meeting)) {
        await this.change(meeting, session.occurrence, (fresh) => without(fresh, person));
      }
    },

    async removeOf(meeting: MeetingId): Promise<void> {
      await removeListed(documents, 'meeting', [meeting]);
    },
  };
}

function idOf(meeting: MeetingId, occurrence: string): string {
  return `${meeting}/${occurrence}`;
}

function toDocument({ runs, peers, recordings, ...key }: Session): SessionDocument {
  const date = (at: DateTime | null) => at?.toJSDate() ?? null;
  const dates = (all: readonly DateTime[]) => all.map((at) => at.toJSDate());
  return {
    ...key,
    runs: runs.map((run) => ({ ...run, startedAt: date(run.startedAt), endedAt: date(run.endedAt) })),
    peers: peers.map((peer) => ({ ...peer, joinedAt: dates(peer.joinedAt), leftAt: dates(peer.leftAt) })),
    recordings: recordings.map((one) => ({ ...one, startedAt: date(one.startedAt), stoppedAt: date(one.stoppedAt) })),
  };
}

function toSession({ value: { meeting, occurrence, runs, peers, recordings } }: Stored<SessionDocument>): Session {
  const instant = (at: Date) => DateTime.fromJSDate(at, { zone: 'utc' });
  const maybe = (at: Date | null) => at && instant(at);
  return {
    meeting: meeting as MeetingId,
    occurrence,
    runs: runs.map((run) => ({ ...run, startedAt: maybe(run.startedAt), endedAt: maybe(run.endedAt) })),
    peers: peers.map((peer) => ({ ...peer, joinedAt: peer.joinedAt.map(instant), leftAt: peer.leftAt.map(instant) })),
    recordings: recordings.map((one) => ({ ...one, startedAt: maybe(one.startedAt), stoppedAt: maybe(one.stoppedAt) })),
  };
}
