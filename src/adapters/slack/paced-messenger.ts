import { LRUCache } from 'lru-cache';
import type { DateTime } from 'luxon';
import { type Pace, takeToken } from '../../domain/bucket.ts';
import { ChatFault } from '../../ports/chat-fault.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Messenger } from '../../ports/messenger.ts';

/** A message a second in each channel, a direct message being one; short bursts pass (docs.slack.dev/apis/web-api/rate-limits). */
const SLACKS_PACE: Pace = { burst: 3, intervalMs: 1_000 };
const MOST_CHANNELS = 10_000;

/** Posts no faster into one conversation than Slack likes, so that one of them does not get the whole method limited. */
export function pacedMessenger(messenger: Messenger, clock: Clock): Messenger {
  const buckets = new LRUCache<string, DateTime>({ max: MOST_CHANNELS });

  return {
    ...messenger,
    async post(workspace, channel, message, key) {
      const conversation = `${workspace}/${channel}`;
      const taken = takeToken(buckets.get(conversation) ?? null, clock.now(), SLACKS_PACE);
      if ('waitMs' in taken) {
        throw new ChatFault('throttled', 'channel_pace', { retryAfterSeconds: taken.waitMs / 1_000 });
      }
      buckets.set(conversation, taken.fullAt);
      return messenger.post(workspace, channel, message, key);
    },
  };
}
