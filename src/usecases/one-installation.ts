import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { ChatFault } from '../ports/chat-fault.ts';
import type { Clock } from '../ports/clock.ts';
import type { TokenExchange } from '../ports/token-exchange.ts';
import type { Seen } from '../store/seen.ts';
import type { CloseRemoved } from './close-removed.ts';
import type { NoteRemoval } from './note-removal.ts';

/** Whether the app is still where its one token is from. */
export interface OneInstallation {
  isThere(): Promise<boolean>;
  readonly noteRemoval: NoteRemoval;
}

/** Nobody waits that long until they install again. */
const REMEMBER = { years: 10 };
/** What another process heard is noticed after that. */
const LOOK_EVERY = { seconds: 5 };

/**
 * The app in one workspace, whose token is in the settings. That it was removed is remembered of this token, so that a
 * restart does not open any door, and another token does.
 */
export function makeOneInstallation(deps: {
  readonly botToken: string;
  readonly seen: Pick<Seen, 'has' | 'note'>;
  readonly exchange: Pick<TokenExchange, 'isAlive'>;
  readonly closeRemoved: CloseRemoved;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'info' | 'error'>;
}): OneInstallation {
  const { botToken, seen, exchange, closeRemoved, clock, log } = deps;
  const mark = createHash('sha256').update(`removed ${botToken}`).digest('hex');
  let known = { isGone: false, until: clock.now() };

  return {
    async isThere() {
      const now = clock.now();
      // Once gone, only another token brings it back.
      if (known.isGone || now < known.until) return !known.isGone;
      known = { isGone: await seen.has('removals', mark), until: now.plus(LOOK_EVERY) };
      return !known.isGone;
    },

    async noteRemoval({ workspace, bots }) {
      if (bots?.length === 0) return;
      if (await isAlive()) {
        log.info({ workspace }, 'the removal of an earlier installation was told late');
        return;
      }
      await seen.note('removals', mark, clock.now().plus(REMEMBER));
      known = { ...known, isGone: true };
      log.error({ workspace }, 'the app was removed: install it again and set the new SLACK_BOT_TOKEN');
      await closeRemoved(workspace);
    },
  };

  /** Where Slack cannot be asked, its word of the removal is believed. */
  async function isAlive(): Promise<boolean> {
    try {
      return await exchange.isAlive(botToken);
    } catch (error) {
      if (!(error instanceof ChatFault)) throw error;
      return false;
    }
  }
}
