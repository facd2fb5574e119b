import type { Channel, Meeting } from '../domain/meeting.ts';
import { nextOccurrence } from '../domain/occurrence.ts';
import { ChatFault } from '../ports/chat-fault.ts';
import type { Clock } from '../ports/clock.ts';
import type { ChannelCardMessage, Messenger } from '../ports/messenger.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Seats } from '../store/seats.ts';
import { afterFault } from './after-fault.ts';
import type { PerformDelivery } from './perform-delivery.ts';
import { postIn } from './post-once.ts';

/** Puts the one message of a meeting into a channel. Where the app is not in it, its organizer is told what to do, and it is tried further. */
export function makeSendChannelCard(deps: {
  readonly meetings: Pick<Meetings, 'find' | 'replan'>;
  readonly seats: Pick<Seats, 'get' | 'change'>;
  readonly messenger: Messenger;
  readonly clock: Clock;
}): PerformDelivery {
  const { meetings, seats, messenger, clock } = deps;

  return async (delivery, stillMine) => {
    const meeting = await meetings.find(delivery.meeting);
    const channel = meeting?.channels.find(({ seat }) => seat === delivery.invitee);
    const next = meeting && nextOccurrence(meeting, clock.now());
    if (!meeting || !channel || !next || meeting.status !== 'scheduled')
      return { kind: 'dropped', reason: 'no longer wanted' };
    const { card } = await seats.get(meeting.id, delivery.occurrence, channel.seat);
    if (card) return { kind: 'done' };
    try {
      const posted = await postIn(messenger, delivery, channel.id, cardOf(meeting), stillMine);
      await seats.change(meeting.id, delivery.occurrence, channel.seat, () => ({ card: posted.at, unreached: null }));
      return { kind: 'done' };
    } catch (error) {
      if (!(error instanceof ChatFault)) throw error;
      // Somebody may invite the app at any time.
      const mayBeMended = error.code === 'not_in_channel' || error.retryable;
      if (!error.retryable) await noteUnreached(meeting, delivery.occurrence, channel, error.code, !mayBeMended);
      if (error.code === 'not_in_channel') {
        return { kind: 'again', reason: error.code, throttledForSeconds: null, ambiguous: false };
      }
      return afterFault(error);
    }
  };

  async function noteUnreached(
    { id }: Meeting,
    occurrence: string,
    { seat }: Channel,
    reason: string,
    final: boolean,
  ): Promise<void> {
    const at = clock.now();
    await seats.change(id, occurrence, seat, ({ unreached }) => ({
      unreached: unreached ?? { what: 'invitation', reason, at, final, told: false },
    }));
    await meetings.replan(id, at);
  }
}

function cardOf({ id, title, startsAt, endsAt, series, organizer }: Meeting): ChannelCardMessage {
  return { kind: 'channel-card', meeting: id, title, startsAt, endsAt, rule: series?.rule ?? null, organizer };
}
