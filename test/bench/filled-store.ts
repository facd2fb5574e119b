import { DateTime } from 'luxon';
import { openSqliteStore } from '../../src/adapters/sqlite/documents.ts';
import { type Database, openDatabase } from '../../src/adapters/sqlite/shim.ts';
import { type DeliveryKind, deliveryKey, type PlannedDelivery } from '../../src/domain/delivery.ts';
import type { InviteeId, MeetingId } from '../../src/domain/ids.ts';
import type { DocumentStore } from '../../src/ports/documents.ts';
import {
  DELIVERIES,
  type DeliveryDocument,
  toDocument as toDeliveryDocument,
} from '../../src/store/delivery-document.ts';
import { MEETINGS, type MeetingDocument, toDocument as toMeetingDocument } from '../../src/store/meeting-document.ts';
import { aMeeting } from '../support/a-meeting.ts';
import { multiply } from './multiply.ts';

const FIRST = 'bench-meeting-00000000' as MeetingId;

/**
 * A store of so many meetings of the weeks to come whose three people have their invitations, and whose rooms wait to
 * be closed.
 */
export async function fillStore(directory: string, meetings: number): Promise<DocumentStore> {
  const opened: Database[] = [];
  const store = await openSqliteStore({
    directory,
    open: async (path) => {
      const database = await openDatabase(path);
      opened.push(database);
      return database;
    },
  });
  const meetingRows = await store.collection<MeetingDocument>(MEETINGS);
  const deliveryRows = await store.collection<DeliveryDocument>(DELIVERIES);
  const [database] = opened;
  if (meetings === 0 || !database) return store;

  const now = DateTime.utc();
  const startsAt = now.plus({ days: 1 });
  const meeting = aMeeting({ id: FIRST, startsAt, endsAt: startsAt.plus({ minutes: 30 }), createdAt: now });
  await meetingRows.insert(FIRST, { ...toMeetingDocument(meeting, now), planAt: null });
  const sent = meeting.invitees.map(({ user }) => planned(FIRST, 'invitation', `${FIRST}-${user}` as InviteeId, now));
  for (const each of sent) {
    await deliveryRows.insert(deliveryKey(each), { ...toDeliveryDocument(each, now), state: 'done', dueAt: null });
  }
  const closing = planned(FIRST, 'close-room', null, startsAt.plus({ hours: 3 }));
  await deliveryRows.insert(deliveryKey(closing), toDeliveryDocument(closing, now));

  // Only what is there matters, and not how it came.
  database.exec('PRAGMA synchronous = OFF');
  multiply(database, MEETINGS, FIRST, FIRST, meetings);
  for (const each of [...sent, closing]) multiply(database, DELIVERIES, deliveryKey(each), FIRST, meetings);
  database.exec('PRAGMA synchronous = FULL');
  return store;
}

export function planned(
  meeting: MeetingId,
  kind: DeliveryKind,
  invitee: InviteeId | null,
  dueAt: DateTime,
): PlannedDelivery {
  return { workspace: aMeeting().workspace, meeting, occurrence: '-', kind, invitee, cause: 'bench', dueAt };
}
