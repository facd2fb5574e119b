import type { DateTime } from 'luxon';
import type { Logger } from 'pino';
import type { Clock } from '../ports/clock.ts';
import type { Hold } from '../store/hold.ts';

/** Whether nothing may be sent from the store. */
export type IsHeld = () => Promise<boolean>;

const SAY_AGAIN_MINUTES = 10;

/** Looks each time as long as it is held; once it is not, it stays so until the next start. */
export function makeIsHeld(deps: {
  readonly hold: Pick<Hold, 'get'>;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'error' | 'info'>;
}): IsHeld {
  const { hold, clock, log } = deps;
  let isFree = false;
  let saidAt: DateTime | null = null;

  return async () => {
    if (isFree) return false;
    const held = await hold.get();
    if (held) {
      say(held.why);
      return true;
    }
    isFree = true;
    if (saidAt) log.info('this store is released: what waits is sent');
    return false;
  };

  function say(why: keyof typeof WORDS): void {
    const now = clock.now();
    if (saidAt && now < saidAt.plus({ minutes: SAY_AGAIN_MINUTES })) return;
    saidAt = now;
    log.error(WORDS[why]);
  }
}

const WORDS = {
  restored:
    'NOTHING IS SENT: this store was restored from a backup. When no other process serves the newer one, run: npm run release',
  moving: 'NOTHING IS SENT: this store is an incomplete copy. Stop this process and run move-store to its end',
} as const;
