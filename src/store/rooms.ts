import type { MeetingId } from '../domain/ids.ts';
import type { OldRuns } from '../domain/retention.ts';
import type { Room } from '../domain/room.ts';
import { type CollectionSpec, type DocumentStore, type Documents, Duplicate, type Stored } from '../ports/documents.ts';
import { mutate } from './mutate.ts';
import { removeOldRuns } from './of-old-runs.ts';
import { type Plain, plain, revivedDocument } from './plain.ts';
import { removeListed } from './remove-listed.ts';

type RoomDocument = Omit<Plain<Room>, 'meeting'> & { readonly meeting: string };

const SPEC: CollectionSpec = {
  name: 'rooms',
  fields: { meeting: 'string', roomId: 'string' },
  indexes: [
    { name: 'meeting', on: ['meeting'] },
    { name: 'service', on: ['roomId'] },
  ],
};

/** One room per occurrence of a meeting: whoever stores its id first has made it. */
export type Rooms = Awaited<ReturnType<typeof openRooms>>;

export async function openRooms(store: DocumentStore) {
  const documents: Documents<RoomDocument> = await store.collection(SPEC);
  const idOf = ({ meeting, occurrence }: { meeting: MeetingId; occurrence: string }) => `${meeting}/${occurrence}`;

  return {
    async get(meeting: MeetingId, occurrence: string): Promise<Room | null> {
      const stored = await documents.get(idOf({ meeting, occurrence }));
      return stored && toRoom(stored);
    },

    /** The room that the service calls so; null where it is none of ours. */
    async ofService(roomId: string): Promise<Room | null> {
      const [stored] = await documents.list('service', [roomId], { limit: 1 });
      return stored ? toRoom(stored) : null;
    },

    async ofMeeting(meeting: MeetingId): Promise<Room[]> {
      return (await documents.list('meeting', [meeting])).map(toRoom);
    },

    /** Notes that a room is about to be made. False when that was noted before: it may be there already. */
    async begin(room: Room): Promise<boolean> {
      try {
        await documents.insert(idOf(room), toDocument(room));
        return true;
      } catch (error) {
        if (error instanceof Duplicate) return false;
        throw error;
      }
    },

    async removeRuns(meeting: MeetingId, runs: OldRuns): Promise<void> {
      await removeOldRuns(documents, meeting, runs);
    },

    async removeOf(meeting: MeetingId): Promise<void> {
      await removeListed(documents, 'meeting', [meeting]);
    },

    /** Changes a room that was begun. @param change must bear being run again on the fresh room */
    async change(meeting: MeetingId, occurrence: string, change: (room: Room) => Partial<Room>): Promise<Room | null> {
      const id = idOf({ meeting, occurrence });
      const changed = await mutate(documents, id, (value) => {
        const room = toRoom({ id, version: 0, value });
        return toDocument({ ...room, ...change(room) });
      });
      return changed && toRoom(changed);
    },
  };
}

function toDocument(room: Room): RoomDocument {
  return plain(room) as RoomDocument;
}

function toRoom({ value }: Stored<RoomDocument>): Room {
  return revivedDocument(value) as Room;
}
