import type { Delivery } from '../domain/delivery.ts';
import { lastEnd } from '../domain/occurrence.ts';
import { ChatFault } from '../ports/chat-fault.ts';
import type { Clock } from '../ports/clock.ts';
import type { Messenger } from '../ports/messenger.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Seats } from '../store/seats.ts';
import { afterFault } from './after-fault.ts';
import { type BringCard, UNKNOWN_FACE } from './bring-card.ts';
import type { BringFile } from './bring-file.ts';
import { type Cards, personOf } from './look-at-card.ts';
import type { PerformDelivery } from './perform-delivery.ts';
import { findLost } from './post-once.ts';
import type { ReachPerson } from './reach-person.ts';

/** Brings one person the card and then the calendar file; a repeated attempt goes on where the last one stopped. */
export function makeSendInvitation(deps: {
  readonly meetings: Meetings;
  readonly seats: Seats;
  readonly messenger: Messenger;
  readonly cards: Cards;
  readonly bringCard: BringCard;
  readonly bringFile: BringFile;
  readonly reachPerson: ReachPerson;
  readonly clock: Clock;
}): PerformDelivery {
  const { meetings, seats, messenger, cards, bringCard, bringFile, reachPerson, clock } = deps;

  return async (delivery, stillMine) => {
    const look = delivery.invitee ? await cards.look(delivery.meeting, delivery.invitee) : null;
    if (look?.meeting.status !== 'scheduled' || look.card.state === 'taken-off') {
      return (await adoptLost(delivery)) ?? { kind: 'dropped', reason: 'no longer wanted' };
    }
    const { meeting, invitee, seat } = look;
    // Somebody who was told that they are out of it is told first that they are back.
    if (seat.card && seat.knows?.isCancelled) return { kind: 'dropped', reason: 'is told otherwise' };
    let { card } = seat;
    const errand = { meeting, seat, delivery, lacking: () => (card ? 'calendar file' : 'invitation') } as const;
    const end = lastEnd(meeting);
    if (end && clock.now() >= end) {
      await reachPerson.note(errand, 'too-late', true);
      return { kind: 'dropped', reason: 'the meeting is over' };
    }
    const outcome = await reachPerson({
      ...errand,
      bring: async (person) => {
        card ??= await bringCard(look, person, delivery, stillMine);
        await bringFile(meeting, invitee, seat, card.channel, delivery, stillMine);
        if (seat.unreached) {
          await seats.change(meeting.id, seat.occurrence, invitee.id, () => ({ unreached: null }));
          await meetings.replan(meeting.id, clock.now());
        }
        return { kind: 'done' };
      },
    });
    return outcome.kind === 'again' && card ? { ...outcome, needs: 'file' } : outcome;
  };

  /** A card that arrived unseen, before the meeting was called off, must not stay as it is: it is recorded, and changed. */
  async function adoptLost(delivery: Delivery) {
    const meeting = await meetings.find(delivery.meeting);
    const person = meeting && delivery.invitee && personOf(meeting, delivery.invitee);
    if (!delivery.isAmbiguous || !meeting || !person?.user) return null;
    const { occurrence } = delivery;
    const { card } = await seats.get(meeting.id, occurrence, person.id);
    if (card) return null;
    try {
      const { channel } = await messenger.openConversation(meeting.workspace, person.user);
      const found = await findLost(messenger, delivery, channel);
      if (!found) return null;
      const shown = { face: UNKNOWN_FACE, count: 1, at: clock.now() };
      const knows = { startsAt: meeting.startsAt, isCancelled: false, until: meeting.series?.rule.until ?? null };
      await seats.change(meeting.id, occurrence, person.id, () => ({ card: found, shown, knows }));
      await meetings.replan(meeting.id, clock.now());
      return null;
    } catch (error) {
      if (!(error instanceof ChatFault)) throw error;
      return afterFault(error);
    }
  }
}
