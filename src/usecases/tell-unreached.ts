import { type InviteeId, inviteeIdFor } from '../domain/ids.ts';
import { partyOf } from '../domain/invitee.ts';
import { inviteeOf, type Meeting } from '../domain/meeting.ts';
import type { Addressee, Messenger } from '../ports/messenger.ts';
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

function addresseeOf(meeting: Meeting, id: InviteeId): Addressee | null {
  const invitee = inviteeOf(meeting, id) ?? meeting.former.find((one) => one.hasLeft && one.id === id);
  if (invitee) return partyOf(invitee);
  const channel = meeting.channels.find(({ seat }) => seat === id);
  if (channel) return { channel: channel.id };
  const group = meeting.groups.find((one) => inviteeIdFor(meeting.id, one) === id);
  return group === undefined ? null : { group };
}
