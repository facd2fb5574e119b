import type { Meeting } from '../../src/domain/meeting.ts';
import { makeCloseRoom } from '../../src/usecases/close-room.ts';
import { makeEnsureRoom } from '../../src/usecases/ensure-room.ts';
import { makePrepareRoom } from '../../src/usecases/prepare-room.ts';
import { aDelivery, mine, setStageWithMeeting } from './stage.ts';

/** The standup, and what is done about its room. */
export async function setRoomStage(changes: Partial<Meeting> = {}) {
  const stage = await setStageWithMeeting(changes);
  const { meeting, rooms } = stage;
  const ensureRoom = makeEnsureRoom(stage);
  const prepare = makePrepareRoom({ ...stage, ensureRoom });
  const close = makeCloseRoom(stage);
  return {
    ...stage,
    ensure: () => ensureRoom(meeting, 'once'),
    /** As another process would, which shares nothing but the store and the service. */
    ensureElsewhere: () => makeEnsureRoom(stage)(meeting, 'once'),
    prepare: (of = meeting) => prepare(aDelivery(of, 'room', null), mine),
    close: (end = meeting.endsAt) =>
      close(aDelivery(meeting, 'close-room', null, { cause: String(end.toMillis()) }), mine),
    room: () => rooms.get(meeting.id, 'once'),
  };
}
