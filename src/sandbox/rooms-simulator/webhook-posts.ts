import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Happening } from './happenings.ts';
import { noticeOf } from './notices.ts';
import type { SigningKey } from './signing-key.ts';
import type { State, Webhook } from './state.ts';

/** One report to one webhook. */
export interface WebhookPost {
  /** The same at each repetition. */
  readonly uuid: string;
  readonly event: Happening['event'];
  readonly webhook: Webhook;
  readonly body: string;
  readonly signature: string;
  /** The status of each answer; 0 where there was none. */
  readonly answers: number[];
}

/** How tests see and meddle with what the webhooks are told. */
export interface WebhookTraffic {
  /** Everything there was to tell, oldest first. */
  posts(): readonly WebhookPost[];
  /** From now on nothing is posted, and what happens is kept. */
  holdPosts(): void;
  /** Posts what was kept, in this order; what is left out is lost, and what stands in it twice is posted twice. */
  releasePosts(arrange?: (held: readonly WebhookPost[]) => readonly WebhookPost[]): Promise<void>;
  /** Resolves when everything is posted that is not held. */
  postsSettled(): Promise<void>;
  /** From now on another key is published, and signed with. */
  changeKey(): void;
}

const HEADER_PREFIX = { dyte: 'dyte', realtimekit: 'rtk' } as const;
/** Dyte documents five tries at any answer but a 2xx; RealtimeKit repeats only after a 5xx or none. */
const MOST_TRIES = 5;
const MUST_ANSWER_WITHIN_MS = 3_000;

export function makeWebhookPosts(state: State, key: SigningKey, retryAfterMs: number) {
  const posts: WebhookPost[] = [];
  const stopping = new AbortController();
  let held: WebhookPost[] | null = null;
  let lastPosted: Promise<void> = Promise.resolve();

  /** One after the other, so that they arrive in order unless a test arranges them otherwise. */
  function enqueue(post: WebhookPost): void {
    lastPosted = lastPosted.then(() => deliver(post));
  }

  async function deliver(post: WebhookPost): Promise<void> {
    for (let left = MOST_TRIES; left > 0 && !stopping.signal.aborted; left -= 1) {
      const status = await postOnce(post);
      post.answers.push(status);
      const isRefused = post.webhook.dialect === 'realtimekit' && status > 0 && status < 500;
      if ((status >= 200 && status < 300) || isRefused) return;
      await sleep(retryAfterMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  async function postOnce({ uuid, webhook, body, signature }: WebhookPost): Promise<number> {
    const prefix = HEADER_PREFIX[webhook.dialect];
    const giveUp = new AbortController();
    const abort = () => giveUp.abort();
    const timer = setTimeout(abort, MUST_ANSWER_WITHIN_MS);
    stopping.signal.addEventListener('abort', abort);
    try {
      const headers = {
        'content-type': 'application/json',
        [`${prefix}-signature`]: signature,
        [`${prefix}-uuid`]: uuid,
        [`${prefix}-webhook-id`]: webhook.id,
      };
      const signal = giveUp.signal;
      const response = await fetch(webhook.url, { method: 'POST', headers, body, redirect: 'manual', signal });
      await response.arrayBuffer();
      return response.status;
    } catch {
      return 0;
    } finally {
      clearTimeout(timer);
      stopping.signal.removeEventListener('abort', abort);
    }
  }

  const traffic: WebhookTraffic = {
    posts: () => [...posts],
    holdPosts: () => {
      held ??= [];
    },
    releasePosts: async (arrange = (all) => all) => {
      const released = arrange(held ?? []);
      held = null;
      for (const post of released) enqueue(post);
      await traffic.postsSettled();
    },
    postsSettled: async () => {
      for (let seen: Promise<void> | null = null; seen !== lastPosted; ) {
        seen = lastPosted;
        await seen;
      }
    },
    changeKey: () => key.change(),
  };

  return {
    traffic,
    announce(happening: Happening): void {
      const room = state.rooms.get(happening.session.roomId);
      const told = [...state.webhooks.values()].filter((one) => one.enabled && one.events.includes(happening.event));
      if (!room) return;
      for (const webhook of told) {
        const body = JSON.stringify(noticeOf(happening, room, webhook.dialect));
        const signature = key.sign(body);
        const post = { uuid: randomUUID(), event: happening.event, webhook, body, signature, answers: [] };
        posts.push(post);
        if (held) held.push(post);
        else enqueue(post);
      }
    },
    async stop(): Promise<void> {
      stopping.abort();
      await traffic.postsSettled();
    },
  };
}
