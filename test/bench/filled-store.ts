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

const AT_ONCE = 5_000;

/**
 * A store of so many meetings of the weeks to come whose three people have their invitations, and whose rooms wait to
 * be closed.
 */
export async function fillStore(directory: string, meetings: number): Promise<DocumentStore> {
  let file: Database | undefined;
  const open = async (path: string) => {
    file = await openDatabase(path);
    return file;
  };
  const store = await openSqliteStore({ directory, open });
  const meetingRows = await store.collection<MeetingDocument>(MEETINGS);
  const deliveryRows = await store.collection<DeliveryDocument>(DELIVERIES);
  const now = DateTime.utc();
  // Many to a commit, as only what is there matters and not how it came.
  for (let index = 0; index < meetings; index += 1) {
    if (index % AT_ONCE === 0) file?.exec('BEGIN');
    const id = `bench-meeting-${String(index).padStart(8, '0')}` as MeetingId;
    const startsAt = now.plus({ days: 1, minutes: index % 40_000 });
    const meeting = aMeeting({ id, startsAt, endsAt: startsAt.plus({ minutes: 30 }), createdAt: now });
    await meetingRows.insert(id, { ...toMeetingDocument(meeting, now), planAt: null });
    for (const { user } of meeting.invitees) {
      const sent = planned(id, 'invitation', `${id}-${user}` as InviteeId, now);
      await deliveryRows.insert(deliveryKey(sent), { ...toDeliveryDocument(sent, now), state: 'done', dueAt: null });
    }
    const closing = planned(id, 'close-room', null, startsAt.plus({ hours: 3 }));
    await deliveryRows.insert(deliveryKey(closing), toDeliveryDocument(closing, now));
    if (index % AT_ONCE === AT_ONCE - 1 || index === meetings - 1) file?.exec('COMMIT');
  }
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
