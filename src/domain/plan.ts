import { DateTime, type Duration } from 'luxon';
import type { PlannedDelivery } from './delivery.ts';
import { type Meeting, ONLY_OCCURRENCE, organizerOf } from './meeting.ts';
import type { Room } from './room.ts';
import type { Seat } from './seat.ts';

/** People who fail in the same burst are named in one message. */
const GATHER_UNREACHED_SECONDS = 3;

/**
 * Everything that a meeting calls for, as it stands now. Pure and repeatable: what was enqueued before has the same
 * key, so planning again after a crash adds only what is missing.
 *
 * @param returnFor how long after the end the room stays open
 */
export function plan(
  meeting: Meeting,
  seats: readonly Seat[],
  room: Room | null,
  returnFor: Duration,
): PlannedDelivery[] {
  if (meeting.status !== 'scheduled') return [];
  const { workspace, createdAt } = meeting;
  const common = { workspace, meeting: meeting.id, occurrence: ONLY_OCCURRENCE };
  const organizer = organizerOf(meeting);

  const deliveries: PlannedDelivery[] = [
    { ...common, kind: 'room', invitee: null, cause: 'scheduled', dueAt: createdAt },
    { ...common, kind: 'close-room', invitee: null, cause: endOf(meeting), dueAt: meeting.endsAt.plus(returnFor) },
    ...meeting.invitees.map(
      ({ id }): PlannedDelivery => ({ ...common, kind: 'invitation', invitee: id, cause: 'card', dueAt: createdAt }),
    ),
  ];

  const untold = seats.flatMap(({ unreached }) => (unreached && !unreached.told ? [unreached.at] : []));
  if (untold.length > 0) {
    const first = DateTime.min(...untold) as DateTime;
    const dueAt = first.plus({ seconds: GATHER_UNREACHED_SECONDS });
    deliveries.push({ ...common, kind: 'unreached', invitee: organizer.id, cause: String(first.toMillis()), dueAt });
  }
  if (room?.trouble && !room.trouble.told) {
    deliveries.push({
      ...common,
      kind: 'room-trouble',
      invitee: organizer.id,
      cause: String(room.trouble.since.toMillis()),
      dueAt: room.trouble.since,
    });
  }
  return deliveries;
}

/** The cause for which a meeting's room is closed: another end calls for another closing. */
export function endOf({ endsAt }: Meeting): string {
  return String(endsAt.toMillis());
}
