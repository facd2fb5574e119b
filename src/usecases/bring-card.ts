import type { Delivery } from '../domain/delivery.ts';
import { type Invitee, partyOf } from '../domain/invitee.ts';
import type { JoinLinks } from '../domain/join-links.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Person } from '../ports/directory.ts';
import type { InvitationMessage, Messenger } from '../ports/messenger.ts';
import type { Seats } from '../store/seats.ts';
import type { StillMine } from './hold-claim.ts';
import { type Posted, postOnce } from './post-once.ts';

/** @throws ChatFault, ClaimLost */
export type BringCard = (
  meeting: Meeting,
  invitee: Invitee,
  person: Person,
  delivery: Delivery,
  stillMine: StillMine,
) => Promise<Posted>;

/** Puts the one message that a person has of a meeting into their conversation with the app, and records where. */
export function makeBringCard(deps: {
  readonly seats: Seats;
  readonly messenger: Messenger;
  readonly links: JoinLinks;
}): BringCard {
  const { seats, messenger, links } = deps;

  return async (meeting, invitee, person, delivery, stillMine) => {
    const card = await postOnce(messenger, delivery, person.user, invitation(meeting, invitee, person), stillMine);
    await seats.change(meeting.id, delivery.occurrence, invitee.id, () => ({ card, name: person.name }));
    return card;
  };

  function invitation(meeting: Meeting, invitee: Invitee, person: Person): InvitationMessage {
    return {
      kind: 'invitation',
      title: meeting.title,
      startsAt: meeting.startsAt,
      endsAt: meeting.endsAt,
      reader: { role: invitee.role, zone: person.zone ?? meeting.startsAt.zoneName, locale: person.locale ?? 'en-US' },
      organizer: meeting.organizer,
      invitees: meeting.invitees.map(partyOf),
      joinUrl: links.urlFor(meeting, invitee),
    };
  }
}
