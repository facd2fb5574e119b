import type { Delivery } from '../domain/delivery.ts';
import type { PostedMessage } from '../domain/seat.ts';
import { truthOf } from '../domain/told.ts';
import type { Clock } from '../ports/clock.ts';
import type { Person } from '../ports/directory.ts';
import type { Messenger } from '../ports/messenger.ts';
import type { StillMine } from './hold-claim.ts';
import type { CardLook, Cards } from './look-at-card.ts';
import { postOnce } from './post-once.ts';
import type { RecordKnowledge } from './record-knowledge.ts';

/** @throws ChatFault, ClaimLost */
export type BringCard = (
  look: CardLook,
  person: Person,
  delivery: Delivery,
  stillMine: StillMine,
) => Promise<PostedMessage>;

/** What a card shows that was found and not made: whatever was so then. */
export const UNKNOWN_FACE = '';

/** Puts the one message that a person has of a meeting into their conversation with the app, and records where. */
export function makeBringCard(deps: {
  readonly messenger: Messenger;
  readonly cards: Cards;
  readonly recordKnowledge: RecordKnowledge;
  readonly clock: Clock;
}): BringCard {
  const { messenger, cards, recordKnowledge, clock } = deps;

  return async (look, person, delivery, stillMine) => {
    const { meeting, invitee, seat, face } = look;
    const message = cards.messageOf(look, person);
    const { at: card, isFound } = await postOnce(messenger, delivery, person.user, message, stillMine);
    const shown = { face: isFound ? UNKNOWN_FACE : face, count: 1, at: clock.now() };
    const { occurrence } = seat;
    const truth = truthOf(meeting, invitee, occurrence);
    if (!truth) throw new Error(`meeting ${meeting.id} has no card at ${occurrence}`);
    await recordKnowledge({ meeting, invitee, occurrence, truth }, () => ({ card, shown, name: person.name }));
    await cards.follow(meeting.id, invitee.id, shown.face);
    return card;
  };
}
