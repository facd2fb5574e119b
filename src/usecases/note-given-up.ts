import { addresseeOf } from '../domain/addressee.ts';
import { cardOccurrence } from '../domain/answers.ts';
import type { Delivery, DeliveryKind } from '../domain/delivery.ts';
import { inviteeIdFor } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Seat, Unreached } from '../domain/seat.ts';
import type { Clock } from '../ports/clock.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Rooms } from '../store/rooms.ts';
import type { Seats } from '../store/seats.ts';

/**
 * Notes for the organizer what was given up by a fault of ours, as what others refuse is noted. Resolves to the reference that
 * they are told, to be found in the log.
 */
export type NoteGivenUp = (delivery: Delivery) => Promise<string>;

/** What somebody lacks then. Of the rest nobody hears: it is for the organizer themselves, or of the moment. */
const LACKS: Readonly<Partial<Record<DeliveryKind, (seat: Seat) => Unreached['what']>>> = {
  invitation: ({ card }) => (card ? 'calendar file' : 'invitation'),
  'channel-card': () => 'invitation',
  'channel-edit': () => 'card',
  'expand-group': () => 'group',
  card: () => 'card',
  notice: () => 'notice',
  mail: () => 'mail',
  'mail-reminder': () => 'reminder',
  'guest-code': () => 'code',
};

export function makeNoteGivenUp(deps: {
  readonly meetings: Pick<Meetings, 'find' | 'replan'>;
  readonly seats: Pick<Seats, 'change'>;
  readonly rooms: Pick<Rooms, 'change'>;
  readonly clock: Clock;
  readonly newReference: () => string;
}): NoteGivenUp {
  const { meetings, seats, rooms, clock, newReference } = deps;

  return async (delivery) => {
    const reference = newReference();
    const meeting = await meetings.find(delivery.meeting);
    if (!meeting) return reference;
    return delivery.kind === 'room' ? noteRoom(delivery, reference) : noteSeats(meeting, delivery, reference);
  };

  async function noteSeats(meeting: Meeting, { kind, occurrence, invitee }: Delivery, reference: string) {
    const lacks = LACKS[kind];
    if (!lacks) return reference;
    const at = clock.now();
    const places = invitee
      ? [{ occurrence, invitee }]
      : meeting.groups.map((group) => ({
          occurrence: cardOccurrence(meeting),
          invitee: inviteeIdFor(meeting.id, group),
        }));
    for (const place of places) {
      if (!addresseeOf(meeting, place.invitee)) continue;
      await seats.change(meeting.id, place.occurrence, place.invitee, (seat) => {
        if (seat.unreached?.final) return {};
        return { unreached: { what: lacks(seat), reason: ourFault(reference), at, final: true, told: false } };
      });
    }
    await meetings.replan(meeting.id, at);
    return reference;
  }

  /** The organizer is told the room's own reference. */
  async function noteRoom({ meeting, occurrence }: Delivery, reference: string) {
    const since = clock.now();
    const room = await rooms.change(meeting, occurrence, ({ trouble }) => ({
      trouble: trouble ?? { reason: ourFault(reference), since, told: false },
    }));
    await meetings.replan(meeting, since);
    return room?.code ?? reference;
  }
}

/** As it is kept for a reason. */
function ourFault(reference: string): string {
  return `our-fault ${reference}`;
}
