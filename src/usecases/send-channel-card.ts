import { canBeJoined } from '../domain/card-occurrence.ts';
import { ChatFault } from '../ports/chat-fault.ts';
import type { Messenger } from '../ports/messenger.ts';
import { afterFault } from './after-fault.ts';
import { UNKNOWN_FACE } from './bring-card.ts';
import type { ChannelCards, ChannelLook } from './look-at-channel-card.ts';
import type { PerformDelivery } from './perform-delivery.ts';
import { postIn } from './post-once.ts';

/** Slack does not tell a private channel that the app is not in from one that is not there. */
const ABSENT: ReadonlySet<string> = new Set(['not_in_channel', 'channel_not_found']);

/** Puts the one message of a meeting into a channel. Where the app is not in it, its organizer is told what to do, and it is tried further. */
export function makeSendChannelCard(deps: {
  readonly channelCards: ChannelCards;
  readonly messenger: Messenger;
}): PerformDelivery {
  const { channelCards, messenger } = deps;

  return async (delivery, stillMine) => {
    const look = delivery.invitee && (await channelCards.look(delivery.meeting, delivery.invitee));
    if (!look || !canBeJoined(look.card)) return { kind: 'dropped', reason: 'no longer wanted' };
    if (look.seat.card) return { kind: 'done' };
    try {
      const message = await channelCards.messageOf(look);
      const { at, isFound } = await postIn(messenger, delivery, look.channel, message, stillMine);
      const face = isFound ? UNKNOWN_FACE : look.face;
      await channelCards.record(look, { face, count: 1 }, { card: at, unreached: null });
      return { kind: 'done' };
    } catch (error) {
      if (!(error instanceof ChatFault)) throw error;
      return afterRefusal(look, error);
    }
  };

  async function afterRefusal(look: ChannelLook, fault: ChatFault) {
    // Somebody may invite the app at any time.
    const isAbsent = ABSENT.has(fault.code);
    const why = { what: 'invitation', reason: fault.code, final: !isAbsent } as const;
    if (!fault.retryable) await channelCards.noteUnreached(look, why);
    if (!isAbsent) return afterFault(fault);
    return { kind: 'again', reason: fault.code, throttledForSeconds: null, ambiguous: false } as const;
  }
}
