import type { Outcome } from '../domain/delivery.ts';
import type { Shown } from '../domain/seat.ts';
import type { Clock } from '../ports/clock.ts';
import type { Messenger } from '../ports/messenger.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Seats } from '../store/seats.ts';
import type { CardLook, Cards } from './look-at-card.ts';
import type { PerformDelivery } from './perform-delivery.ts';
import type { ReachPerson } from './reach-person.ts';

/**
 * Makes a person's card show what is so now: read anew, whatever called for it, so that a burst of changes is one edit.
 * Each look is counted, also one that found nothing to change, since the next edit is asked for under the next number.
 */
export function makeShowCard(deps: {
  readonly meetings: Pick<Meetings, 'replan'>;
  readonly seats: Seats;
  readonly messenger: Messenger;
  readonly cards: Cards;
  readonly reachPerson: ReachPerson;
  readonly clock: Clock;
}): PerformDelivery {
  const { meetings, seats, messenger, cards, reachPerson, clock } = deps;

  return async (delivery, stillMine) => {
    const look = delivery.invitee && (await cards.look(delivery.meeting, delivery.invitee));
    if (!look) return NO_CARD;
    const { meeting, seat, face } = look;
    const { card, shown } = seat;
    if (!card || !shown) return NO_CARD;
    if (shown.face === face) {
      await record(look, shown);
      return { kind: 'dropped', reason: 'shows it already' };
    }
    const outcome = await reachPerson({
      meeting,
      seat,
      delivery,
      lacking: () => 'card',
      bring: async (person) => {
        await stillMine();
        await messenger.update(meeting.workspace, card, cards.messageOf(look, person));
        if (seat.unreached?.what === 'card') {
          await seats.change(meeting.id, seat.occurrence, seat.invitee, () => ({ unreached: null }));
          await meetings.replan(meeting.id, clock.now());
        }
        return { kind: 'done' };
      },
    });
    // What cannot be edited any more is not asked for again; another face is.
    if (outcome.kind !== 'again') await record(look, shown);
    return outcome;
  };

  async function record({ meeting, invitee, seat, face }: CardLook, { count }: Shown): Promise<void> {
    const shown = { face, count: count + 1, at: clock.now() };
    await seats.change(meeting.id, seat.occurrence, invitee.id, () => ({ shown }));
    await cards.follow(meeting.id, invitee.id, face);
  }
}

const NO_CARD: Outcome = { kind: 'dropped', reason: 'there is no card' };
