import { ChatFault } from '../ports/chat-fault.ts';
import type { Messenger } from '../ports/messenger.ts';
import { afterFault } from './after-fault.ts';
import type { ChannelCards } from './look-at-channel-card.ts';
import type { PerformDelivery } from './perform-delivery.ts';

/**
 * Makes a channel's card show what is so now: read anew, so that a burst of changes is one edit. Each look is counted,
 * since the next edit is asked for under the next number.
 */
export function makeShowChannelCard(deps: {
  readonly channelCards: ChannelCards;
  readonly messenger: Messenger;
}): PerformDelivery {
  const { channelCards, messenger } = deps;

  return async (delivery, stillMine) => {
    const look = delivery.invitee && (await channelCards.look(delivery.meeting, delivery.invitee));
    if (!look?.seat.card || !look.seat.shown) return { kind: 'dropped', reason: 'there is no card' };
    const { meeting, seat, face } = look;
    const { count } = look.seat.shown;
    if (look.seat.shown.face === face) {
      await channelCards.record(look, { face, count: count + 1 });
      return { kind: 'dropped', reason: 'shows it already' };
    }
    try {
      const message = await channelCards.messageOf(look);
      await stillMine();
      await messenger.update(meeting.workspace, look.seat.card, message);
      const mended = seat.unreached?.what === 'card' ? { unreached: null } : {};
      await channelCards.record(look, { face, count: count + 1 }, mended);
      return { kind: 'done' };
    } catch (error) {
      if (!(error instanceof ChatFault)) throw error;
      const outcome = afterFault(error);
      if (outcome.kind === 'again') return outcome;
      await channelCards.noteUnreached(look, { what: 'card', reason: error.code, final: true });
      // What cannot be edited any more is not asked for again; another face is.
      await channelCards.record(look, { face, count: count + 1 });
      return outcome;
    }
  };
}
