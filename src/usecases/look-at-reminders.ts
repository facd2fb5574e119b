import type { DoorRules } from '../domain/access.ts';
import type { Delivery } from '../domain/delivery.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Seat, SentReminder } from '../domain/seat.ts';
import { whySpent } from '../domain/spent-reminder.ts';
import type { Clock } from '../ports/clock.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Rooms } from '../store/rooms.ts';
import type { Seats } from '../store/seats.ts';

export interface RemindersLook {
  readonly meeting: Meeting;
  readonly seat: Seat;
  /** Those of the seat's that have nothing left to say, as things stand now. */
  readonly spent: readonly SentReminder[];
}

/** The reminders that stand in one person's conversation for one run; null when the meeting is gone. */
export type LookAtReminders = (
  of: Pick<Delivery, 'meeting' | 'occurrence' | 'invitee'>,
) => Promise<RemindersLook | null>;

export function makeLookAtReminders(deps: {
  readonly meetings: Pick<Meetings, 'find'>;
  readonly seats: Pick<Seats, 'get'>;
  readonly rooms: Pick<Rooms, 'get'>;
  readonly rules: DoorRules;
  readonly clock: Clock;
}): LookAtReminders {
  const { meetings, seats, rooms, rules, clock } = deps;

  return async ({ meeting: id, occurrence, invitee }) => {
    const meeting = await meetings.find(id);
    if (!meeting || !invitee) return null;
    const [seat, room] = await Promise.all([seats.get(id, occurrence, invitee), rooms.get(id, occurrence)]);
    const spent = seat.reminders.filter((reminder) => whySpent({ meeting, seat, room, reminder }, clock.now(), rules));
    return { meeting, seat, spent };
  };
}
