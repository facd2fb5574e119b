import type { Outcome } from '../domain/delivery.ts';
import type { WorkspaceId } from '../domain/ids.ts';
import type { PostedMessage, Seat } from '../domain/seat.ts';
import { ChatFault } from '../ports/chat-fault.ts';
import type { Message, Messenger } from '../ports/messenger.ts';
import type { Seats } from '../store/seats.ts';
import { afterFault } from './after-fault.ts';
import type { StillMine } from './hold-claim.ts';

/** One thing that is taken out of somebody's conversation. */
export interface Removal {
  /** What is not there any more is as good as removed. @throws ChatFault */
  readonly remove: () => Promise<void>;
  /** The seat after it. */
  readonly without: (seat: Seat) => Partial<Seat>;
}

/**
 * Takes one thing after the other out of a person's conversation and records each, so that a repeated attempt goes on
 * where the last one stopped. What Slack keeps is left where it is, and the rest goes nevertheless.
 *
 * @throws ClaimLost
 */
export type TakeOut = (seat: Seat, removals: readonly Removal[], stillMine: StillMine) => Promise<Outcome>;

export function makeTakeOut({ seats }: { readonly seats: Pick<Seats, 'change'> }): TakeOut {
  return async ({ meeting, occurrence, invitee }, removals, stillMine) => {
    const kept: string[] = [];
    try {
      for (const { remove, without } of removals) {
        await stillMine();
        const code = await keptBy(remove);
        if (code) kept.push(code);
        await seats.change(meeting, occurrence, invitee, without);
      }
    } catch (error) {
      if (!(error instanceof ChatFault)) throw error;
      return afterFault(error);
    }
    return kept.length > 0 ? { kind: 'parked', reason: kept.join(', ') } : { kind: 'done' };
  };
}

/** Removes a message; where it cannot be removed, it loses at least its buttons. @throws ChatFault */
export async function removeOrEmpty(
  messenger: Pick<Messenger, 'remove' | 'update'>,
  workspace: WorkspaceId,
  at: PostedMessage,
  emptied: () => Message,
): Promise<void> {
  try {
    await messenger.remove(workspace, at);
  } catch (error) {
    if (!(error instanceof ChatFault) || error.kind !== 'refused') throw error;
    await messenger.update(workspace, at, emptied());
    throw error;
  }
}

/** Why this cannot be removed for good; null once it is. @throws ChatFault for what may work later */
async function keptBy(remove: () => Promise<void>): Promise<string | null> {
  try {
    await remove();
    return null;
  } catch (error) {
    const isFinal = error instanceof ChatFault && (error.kind === 'refused' || error.kind === 'unreachable');
    if (!isFinal) throw error;
    return error.code;
  }
}
