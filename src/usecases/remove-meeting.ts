import type { MeetingId } from '../domain/ids.ts';
import type { Clock } from '../ports/clock.ts';
import type { Agenda } from '../store/agenda.ts';
import type { Deliveries } from '../store/deliveries.ts';
import type { GuestCodeRows } from '../store/guest-codes.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Rooms } from '../store/rooms.ts';
import type { Seats } from '../store/seats.ts';
import type { Sessions } from '../store/sessions.ts';

/** False while somebody is bringing out a delivery of it, who would leave rows behind: then nothing is removed yet. */
export type RemoveMeeting = (id: MeetingId) => Promise<boolean>;

/**
 * Removes a meeting that is hidden, itself last, so that what a crash leaves of it is found again. Nothing adds to its
 * rows any more: whoever begins anything for it finds that it is not there.
 */
export function makeRemoveMeeting(deps: {
  readonly meetings: Pick<Meetings, 'remove'>;
  readonly seats: Pick<Seats, 'removeOf'>;
  readonly rooms: Pick<Rooms, 'removeOf'>;
  readonly sessions: Pick<Sessions, 'removeOf'>;
  readonly guestCodes: Pick<GuestCodeRows, 'removeOf'>;
  readonly agenda: Pick<Agenda, 'removeOf'>;
  readonly deliveries: Pick<Deliveries, 'isUnderWay' | 'removeOf'>;
  readonly clock: Clock;
}): RemoveMeeting {
  const { meetings, seats, rooms, sessions, guestCodes, agenda, deliveries, clock } = deps;

  return async (id) => {
    if (await deliveries.isUnderWay(id, clock.now())) return false;
    await deliveries.removeOf(id);
    await seats.removeOf(id);
    await guestCodes.removeOf(id);
    // Without its room nobody writes of its sessions any more.
    await rooms.removeOf(id);
    await agenda.removeOf(id);
    await sessions.removeOf(id);
    await meetings.remove(id);
    return true;
  };
}
