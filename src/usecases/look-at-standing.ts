import type { DoorRules } from '../domain/access.ts';
import type { Delivery } from '../domain/delivery.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { AgendaPlace, ButtonPlace, Seat } from '../domain/seat.ts';
import { whySpent, whyStale } from '../domain/spent.ts';
import type { Clock } from '../ports/clock.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Rooms } from '../store/rooms.ts';
import type { Seats } from '../store/seats.ts';

/** What stands in a person's conversation of one run beside the card and has nothing left to say, as things are now. */
export interface StandingLook {
  readonly meeting: Meeting;
  readonly seat: Seat;
  readonly spentReminders: readonly ButtonPlace[];
  readonly staleAgendas: readonly AgendaPlace[];
}

/** Null when the meeting is gone. */
export type LookAtStanding = (of: Pick<Delivery, 'meeting' | 'occurrence' | 'invitee'>) => Promise<StandingLook | null>;

export function makeLookAtStanding(deps: {
  readonly meetings: Pick<Meetings, 'find'>;
  readonly seats: Pick<Seats, 'get'>;
  readonly rooms: Pick<Rooms, 'get'>;
  readonly rules: DoorRules;
  readonly clock: Clock;
}): LookAtStanding {
  const { meetings, seats, rooms, rules, clock } = deps;

  return async ({ meeting: id, occurrence, invitee }) => {
    const meeting = await meetings.find(id);
    if (!meeting || !invitee) return null;
    const [seat, room] = await Promise.all([seats.get(id, occurrence, invitee), rooms.get(id, occurrence)]);
    const present = { meeting, seat, room, now: clock.now() };
    return {
      meeting,
      seat,
      spentReminders: seat.reminders.filter((reminder) => whySpent(present, reminder, rules)),
      staleAgendas: seat.agendas.filter((agenda) => whyStale(present, agenda, rules)),
    };
  };
}
