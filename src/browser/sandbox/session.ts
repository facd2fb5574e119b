import type { MessageView, SandboxState, StreamEvent } from '../../sandbox/page/contract.ts';
import { loadState, wordsFor } from './api.ts';
import { isNewConversation, withEvent } from './model.ts';
import { followStream } from './stream.ts';

export interface SessionListener {
  changed(): void;
  /** A message is there, or is another now. */
  arrived(message: MessageView): void;
  lost(isLost: boolean): void;
  failed(words: string): void;
}

/** What one person sees, kept up to date by the server's stream; and the switch to another person. */
export function makeSession(initial: SandboxState, listener: SessionListener) {
  let state = initial;
  let clockReadAt = performance.now();
  /** Events that came while the state was asked for; null while none is. */
  let waiting: StreamEvent[] | null = null;
  let stopStream = () => {};
  /** Only the answer to the latest question counts. */
  let question = 0;

  return {
    get state() {
      return state;
    },

    /** The simulated present, in milliseconds since 1970. */
    now: () => state.clock.now + (performance.now() - clockReadAt),

    follow,

    /** @returns whether the switch was made */
    async become(user: string): Promise<boolean> {
      if (user === state.you.id) return false;
      question += 1;
      const mine = question;
      try {
        const fresh = await loadState(user);
        if (mine !== question) return false;
        stopStream();
        waiting = null;
        replaceState(fresh);
        follow();
        return true;
      } catch (problem) {
        listener.failed(wordsFor(problem));
        listener.changed();
        return false;
      }
    },
  };

  function follow(): void {
    const user = state.you.id;
    stopStream = followStream(user, {
      connected() {
        listener.lost(false);
        void reload(user, []);
      },
      lost: () => listener.lost(true),
      event: takeIn,
    });
  }

  async function reload(user: string, first: StreamEvent[]): Promise<void> {
    waiting = first;
    question += 1;
    const mine = question;
    try {
      const fresh = await loadState(user);
      if (mine !== question) return;
      replaceState(fresh);
    } catch (problem) {
      listener.failed(wordsFor(problem));
    }
    listener.changed();
  }

  function replaceState(fresh: SandboxState): void {
    const events = waiting ?? [];
    waiting = null;
    clockReadAt = performance.now();
    state = events.reduce(withEvent, fresh);
  }

  function takeIn(event: StreamEvent): void {
    if (event.kind === 'message') listener.arrived(event.message);
    if (waiting !== null) {
      waiting.push(event);
    } else if (isNewConversation(state, event)) {
      void reload(state.you.id, [event]);
    } else {
      if (event.kind === 'clock') clockReadAt = performance.now();
      state = withEvent(state, event);
      listener.changed();
    }
  }
}
