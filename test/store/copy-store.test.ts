import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { collectionSpecs } from '../../src/composition/collection-specs.ts';
import { openCollections } from '../../src/composition/collections.ts';
import type { DocumentStore } from '../../src/ports/documents.ts';
import { CopyDiffers, copyStore, TargetNotEmpty } from '../../src/store/copy-store.ts';
import { openHold } from '../../src/store/hold.ts';
import { openTemporaryDatabase } from '../adapters/mongo/temporary-database.ts';
import type { OpenedStore } from '../contracts/tasks.ts';
import { AGREED_AT, aMeeting, BOB, idOf } from '../support/a-meeting.ts';
import { aRoom, unreachedAt } from '../support/a-seat.ts';
import { findMongoServer } from '../support/mongo-server.ts';
import { countRows, rowsOf } from '../support/rows.ts';
import { takeAnyDue } from '../support/take-any-due.ts';
import { openTemporaryStore } from '../support/temporary-store.ts';

/** More than are read at once. */
const MANY = 230;
const FEW = 10;
const specs = await collectionSpecs();
const server = await findMongoServer();
const openDatabase = () => openTemporaryDatabase(server?.uri ?? '');
const pairs: [string, () => Promise<OpenedStore>, () => Promise<OpenedStore>][] = [
  ['file to file', openTemporaryStore, openTemporaryStore],
];
if (server) {
  afterAll(() => server.close());
  pairs.push(
    ['file to MongoDB', openTemporaryStore, openDatabase],
    ['MongoDB to file', openDatabase, openTemporaryStore],
  );
}

/** Each collection's documents without their versions, which begin anew. */
async function contents(store: DocumentStore) {
  const rows = Object.entries(await rowsOf(store));
  return Object.fromEntries(rows.map(([name, found]) => [name, found.map(({ id, value }) => [id, value])]));
}

/** So many meetings, and something in every other collection. */
async function fill(store: DocumentStore, count = FEW): Promise<void> {
  const { meetings, seats, rooms, deliveries } = await openCollections(store);
  const meeting = aMeeting({ title: 'Ünïcode “quotes” 👩🏽‍💻' });
  await meetings.add(meeting);
  for (let n = 1; n < count; n += 1) await meetings.add(aMeeting({ id: `meeting-${n}` as typeof meeting.id }));
  await rooms.begin(aRoom(meeting));
  await seats.change(meeting.id, 'once', idOf(meeting, BOB), () => ({ unreached: unreachedAt(AGREED_AT) }));
  const { workspace, id } = meeting;
  const room = { workspace, meeting: id, occurrence: 'once', kind: 'room', invitee: null, cause: 'scheduled' } as const;
  await deliveries.enqueue([{ ...room, dueAt: AGREED_AT }], AGREED_AT);
  await takeAnyDue(deliveries, AGREED_AT, AGREED_AT.plus({ seconds: 45 }), 'claim');
}

describe.each(pairs)('moving from %s', (_, openSource, openTarget) => {
  let source: OpenedStore;
  let target: OpenedStore;

  beforeEach(async () => {
    [source, target] = [await openSource(), await openTarget()];
  });
  afterEach(async () => {
    await source.close();
    await target.close();
  });

  const copy = (from = source.store, to = target.store) => copyStore(from, to, specs, AGREED_AT);

  test('copies every document as it is, and leaves what it was made of', async () => {
    await fill(source.store, MANY);
    const before = await contents(source.store);

    const counts = await copy();

    expect(Object.fromEntries(counts)).toMatchObject({ meetings: MANY, seats: 1, rooms: 1, deliveries: 1 });
    expect(await contents(target.store)).toEqual(before);
    expect(await contents(source.store)).toEqual(before);
  });

  test('what was copied works on, claims included', async () => {
    await fill(source.store);
    await copy();
    const { meetings, deliveries } = await openCollections(target.store);

    expect(await meetings.find(aMeeting().id)).toEqual(aMeeting({ title: 'Ünïcode “quotes” 👩🏽‍💻' }));
    expect(await takeAnyDue(deliveries, AGREED_AT, AGREED_AT.plus({ seconds: 45 }), 'another')).toBeNull();
    expect(await deliveries.nextDueAt()).toEqual(AGREED_AT.plus({ seconds: 45 }).toLocal());
  });

  test('touches nothing where there is something', async () => {
    await fill(source.store);
    const { meetings } = await openCollections(target.store);
    await meetings.add(aMeeting({ title: 'Theirs' }));
    const before = await contents(target.store);

    await expect(copy()).rejects.toBeInstanceOf(TargetNotEmpty);
    expect(await contents(target.store)).toEqual(before);
  });

  test('one that was cut short may send nothing, and is begun anew', async () => {
    await fill(source.store);
    let inserted = 0;
    const failing: DocumentStore = {
      ...target.store,
      async collection(spec) {
        const documents = await target.store.collection<object>(spec);
        const insert = documents.insert.bind(documents);
        documents.insert = async (id, value) => {
          inserted += 1;
          if (inserted > FEW / 2) throw new Error('the power is gone');
          return insert(id, value);
        };
        return documents as never;
      },
    };
    await expect(copy(source.store, failing)).rejects.toThrow('the power is gone');
    const hold = await openHold(target.store);
    expect([(await countRows(target.store))['meetings'], (await hold.get())?.why]).toEqual([FEW / 2 - 1, 'moving']);
    const { meetings } = await openCollections(source.store);
    await meetings.remove(aMeeting().id);

    await copy();

    expect(await contents(target.store)).toEqual(await contents(source.store));
    expect(await hold.get()).toBeNull();
  });

  test('a store that is held is held where it comes to', async () => {
    await (await openHold(source.store)).begin({ since: AGREED_AT, why: 'restored' });

    await copy();

    expect(await (await openHold(target.store)).get()).toEqual({ since: AGREED_AT.toLocal(), why: 'restored' });
  });

  test('notices what is written to it meanwhile', async () => {
    await fill(source.store);
    const { meetings } = await openCollections(target.store);
    const busy: DocumentStore = {
      ...source.store,
      async collection(spec) {
        const documents = await source.store.collection<object>(spec);
        const page = documents.page.bind(documents);
        documents.page = async (after, limit) => {
          if (spec.name === 'meetings' && after === null) {
            await meetings.add(aMeeting({ id: 'zz-of-somebody-else' as never })).catch(() => {});
          }
          return page(after, limit);
        };
        return documents as never;
      },
    };

    await expect(copy(busy)).rejects.toBeInstanceOf(CopyDiffers);
  });
});
