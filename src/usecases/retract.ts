import type { DoorRules } from '../domain/access.ts';
import { cardOf } from '../domain/card.ts';
import { showingOf } from '../domain/card-occurrence.ts';
import { channelCardOf } from '../domain/channel-card.ts';
import type { InviteeId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import { hasAnything } from '../domain/plan/retractions.ts';
import type { PostedMessage, Seat } from '../domain/seat.ts';
import { ChatFault } from '../ports/chat-fault.ts';
import type { Clock } from '../ports/clock.ts';
import type { Message, Messenger } from '../ports/messenger.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Seats } from '../store/seats.ts';
import { afterFault } from './after-fault.ts';
import type { StillMine } from './hold-claim.ts';
import { personOf, readerOf } from './look-at-card.ts';
import type { PerformDelivery } from './perform-delivery.ts';

/**
 * Removes what one person was sent of a meeting that was taken back, the card with its join button first. Each step is
 * recorded, and what is not there any more is as good as removed. What Slack keeps is left where it is, and the rest
 * goes nevertheless.
 */
export function makeRetract(deps: {
  readonly meetings: Pick<Meetings, 'find'>;
  readonly seats: Seats;
  readonly messenger: Messenger;
  readonly rules: DoorRules;
  readonly clock: Clock;
}): PerformDelivery {
  const { meetings, seats, messenger, rules, clock } = deps;

  return async (delivery, stillMine) => {
    const meeting = await meetings.find(delivery.meeting);
    const { invitee, occurrence } = delivery;
    if (!invitee || meeting?.status !== 'withdrawn') return { kind: 'dropped', reason: 'not taken back' };
    const seat = await seats.get(meeting.id, occurrence, invitee);
    if (!hasAnything(seat)) return { kind: 'dropped', reason: 'nothing is there' };
    const kept: string[] = [];
    try {
      for (const { remove, without } of stepsOf(meeting, seat)) {
        await step(remove, stillMine, kept);
        await seats.change(meeting.id, occurrence, invitee, without);
      }
    } catch (error) {
      if (!(error instanceof ChatFault)) throw error;
      return afterFault(error);
    }
    return kept.length > 0 ? { kind: 'parked', reason: kept.join(', ') } : { kind: 'done' };
  };

  function stepsOf(meeting: Meeting, seat: Seat): Step[] {
    const { workspace } = meeting;
    const { card, file, earlier } = seat;
    const files = [...(file ? [file.id] : []), ...earlier.files];
    return [
      ...(card
        ? [{ remove: () => removeCard(meeting, seat, card), without: () => ({ card: null, shown: null }) }]
        : []),
      ...earlier.notices.map((notice) => ({
        remove: () => messenger.remove(workspace, notice),
        without: (now: Seat) => ({
          earlier: { ...now.earlier, notices: now.earlier.notices.filter(({ ts }) => ts !== notice.ts) },
        }),
      })),
      ...files.map((id) => ({
        remove: () => messenger.removeFile(workspace, id),
        without: (now: Seat) => ({
          file: now.file?.id === id ? null : now.file,
          earlier: { ...now.earlier, files: now.earlier.files.filter((one) => one !== id) },
        }),
      })),
    ];
  }

  /** Where it cannot be removed, it loses at least its button. */
  async function removeCard(meeting: Meeting, { invitee }: Seat, card: PostedMessage): Promise<void> {
    try {
      await messenger.remove(meeting.workspace, card);
    } catch (error) {
      if (!(error instanceof ChatFault) || error.kind !== 'refused') throw error;
      await messenger.update(meeting.workspace, card, emptied(meeting, invitee));
      throw error;
    }
  }

  function emptied(meeting: Meeting, invitee: InviteeId): Message {
    const showing = { meeting, ...showingOf(meeting, [], clock.now(), rules), state: 'withdrawn' } as const;
    const reader = personOf(meeting, invitee);
    if (!reader)
      return { kind: 'channel-card', card: channelCardOf(showing, invitee), reader: readerOf(null, meeting) };
    return {
      kind: 'card',
      card: cardOf({ ...showing, seats: [] }, reader),
      reader: readerOf(null, meeting),
      joinUrl: null,
      recordingUrls: [],
    };
  }
}

interface Step {
  /** @throws ChatFault */
  readonly remove: () => Promise<void>;
  readonly without: (seat: Seat) => Partial<Seat>;
}

/** @throws ChatFault for what may work later, ClaimLost */
async function step(remove: () => Promise<void>, stillMine: StillMine, kept: string[]): Promise<void> {
  await stillMine();
  try {
    await remove();
  } catch (error) {
    const isFinal = error instanceof ChatFault && (error.kind === 'refused' || error.kind === 'unreachable');
    if (!isFinal) throw error;
    kept.push(error.code);
  }
}
