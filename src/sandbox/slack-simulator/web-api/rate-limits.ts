import type { Workspace } from '../state/workspace.ts';
import type { World } from '../state/world.ts';
import type { Args } from './arguments.ts';
import type { Refusal } from './refusal.ts';
import type { Answer } from './reply.ts';

/** How much a team may ask for, on the simulated clock. Nothing is limited that is not named. */
export interface RateLimits {
  /** Calls per minute by method. */
  readonly perMinute?: Readonly<Record<string, number>>;
  /** New messages per second in one conversation. */
  readonly messagesPerSecond?: number;
  /** What a 429 says; how long it really takes, unless given. */
  readonly retryAfterSeconds?: number;
}

/** Slack's published tiers for the methods that it is worth knowing them of. */
export const SLACK_LIMITS: RateLimits = {
  perMinute: {
    'auth.teams.list': 20,
    'chat.postMessage': 300,
    'chat.update': 50,
    'chat.delete': 50,
    'chat.postEphemeral': 100,
    'conversations.open': 50,
    'conversations.members': 100,
    'conversations.history': 50,
    'files.completeUploadExternal': 100,
    'files.getUploadURLExternal': 100,
    'users.info': 100,
    'users.list': 20,
    'users.lookupByEmail': 50,
    'usergroups.list': 20,
    'usergroups.users.list': 20,
  },
  messagesPerSecond: 1,
};

export interface RateLimiter {
  /** The 429 that this call gets, or null when it may go on. */
  answer(workspace: Workspace | null, method: string, args: Args | Refusal): (Answer & { body: object }) | null;
}

export function makeRateLimiter(world: World, limits: RateLimits): RateLimiter {
  const seen = new Map<string, number[]>();

  /** Milliseconds to wait until this key has room again; 0 counts the call. */
  function waitMs(key: string, count: number, windowMs: number): number {
    const now = world.clock();
    const recent = (seen.get(key) ?? []).filter((at) => at > now - windowMs);
    const oldest = recent[recent.length - count];
    if (oldest !== undefined) return oldest + windowMs - now;
    seen.set(key, [...recent, now]);
    return 0;
  }

  return {
    answer(workspace, method, args) {
      if (!workspace) return null;
      const perMinute = limits.perMinute?.[method];
      const methodWaitMs = perMinute ? waitMs(`${workspace.id} ${method}`, perMinute, 60_000) : 0;
      const channel = method === 'chat.postMessage' && 'channel' in args ? bucketOf(workspace, args['channel']) : null;
      const channelWaitMs =
        channel && limits.messagesPerSecond && methodWaitMs === 0
          ? waitMs(`${workspace.id} ${channel}`, limits.messagesPerSecond, 1_000)
          : 0;
      const seconds = Math.ceil(Math.max(methodWaitMs, channelWaitMs) / 1_000);
      if (seconds === 0) return null;
      const retryAfter = String(limits.retryAfterSeconds ?? seconds);
      return { status: 429, headers: { 'retry-after': retryAfter }, body: { ok: false, error: 'ratelimited' } };
    },
  };
}

/** A direct message is one channel, whether it is named by its own id or the person's. */
function bucketOf(workspace: Workspace, channel: unknown): string {
  const conversation = workspace.conversations.get(String(channel));
  const person = [...(conversation?.members ?? [])].find((id) => id !== workspace.botUserId);
  return conversation?.kind === 'im' && person ? person : String(channel);
}
