import { addresseeOf } from '../domain/addressee.ts';
import type { Messenger } from '../ports/messenger.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Seats } from '../store/seats.ts';
import type { PerformDelivery } from './perform-delivery.ts';
import { tellingOrganizer } from './tell-organizer.ts';

/** Tells the organizer, in one message, about everybody who could not be reached and was not named before. */
export function makeTellUnreached(deps: {
  readonly meetings: Meetings;
  readonly seats: Seats;
  readonly messenger: Messenger;
}): PerformDelivery {
  const { seats } = deps;

  return tellingOrganizer(deps, async (meeting) => {
    const unreached = (await seats.ofMeeting(meeting.id)).flatMap((seat) => {
      const who = addresseeOf(meeting, seat.invitee);
      return who && seat.unreached && !seat.unreached.told ? [{ seat, who, unreached: seat.unreached }] : [];
    });
    if (unreached.length === 0) return null;
    return {
      message: {
        kind: 'unreached',
        title: meeting.title,
        people: unreached.map(({ who, unreached }) => ({ who, unreached })),
      },
      told: async () => {
        for (const { seat, unreached: named } of unreached) {
          await seats.change(seat.meeting, seat.occurrence, seat.invitee, ({ unreached }) => ({
            unreached: unreached?.at.equals(named.at) ? { ...unreached, told: true } : unreached,
          }));
        }
      },
    };
  });
}
