import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Duration } from 'luxon';
import { type Collections, openCollections } from '../../src/composition/collections.ts';
import type { MeetingId } from '../../src/domain/ids.ts';
import { makePurgeRemoved, nextRemovedPurgeAt } from '../../src/usecases/purge-removed.ts';
import { makeRemoveMeeting } from '../../src/usecases/remove-meeting.ts';
import { ACME, AGREED_AT, aMeeting, STANDUP, ZENITH } from '../support/a-meeting.ts';
import { anInstallation } from '../support/an-installation.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { openTemporaryStore, type TemporaryStore } from '../support/temporary-store.ts';

const KEEP_FOR = Duration.fromObject({ days: 30 });
const THEIRS = 'meeting-of-zenith-0000' as MeetingId;
let temporary: TemporaryStore;
let collections: Collections;
let clock: ReturnType<typeof fakeClock>;
let forgotten: string[];
let purgeNext: () => Promise<boolean>;

beforeEach(async () => {
  temporary = await openTemporaryStore();
  collections = await openCollections(temporary.store);
  clock = fakeClock(AGREED_AT.toISO() ?? '');
  forgotten = [];
  const { installations, meetings } = collections;
  const removeMeeting = makeRemoveMeeting({ ...collections, clock });
  const alsoRemove = [async (workspace: string) => void forgotten.push(workspace)];
  purgeNext = makePurgeRemoved({ installations, meetings, removeMeeting, alsoRemove, clock, keepFor: KEEP_FOR });
  for (const workspace of [ACME, ZENITH]) await installations.put(anInstallation({ workspace }));
  await meetings.add(aMeeting());
  await meetings.add(aMeeting({ id: THEIRS, workspace: ZENITH }));
  await installations.markRemoved(ACME, AGREED_AT, AGREED_AT);
});
afterEach(() => temporary.close());

const kept = async () => {
  const found = await Promise.all([collections.meetings.find(STANDUP), collections.meetings.find(THEIRS)]);
  return found.map((meeting) => meeting !== null);
};

test('what is stored of a workspace goes when its time is over, and not before', async () => {
  clock.advance({ days: 29, hours: 23 });
  expect([await purgeNext(), await kept()]).toEqual([false, [true, true]]);

  clock.advance({ hours: 1 });
  expect([await purgeNext(), await purgeNext(), await kept()]).toEqual([true, false, [false, true]]);
  expect(forgotten).toEqual([ACME]);
  expect(await collections.installations.removed()).toEqual([]);
});

test('what is stored of a workspace that installed the app again stays', async () => {
  await collections.installations.put(anInstallation({ installedAt: AGREED_AT.plus({ days: 1 }) }));
  clock.advance({ days: 60 });

  expect([await purgeNext(), await kept(), forgotten]).toEqual([false, [true, true], []]);
});

test('the worker is told when the next one is due', async () => {
  expect(await nextRemovedPurgeAt(collections.installations, KEEP_FOR)).toEqual(AGREED_AT.plus(KEEP_FOR));
});
