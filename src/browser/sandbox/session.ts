import type { MessageView, SandboxState, StreamEvent } from '../../sandbox/page/contract.ts';
import { wordsFor } from './api.ts';
import { isNewConversation, withEvent } from './model.ts';
import type { StreamListener } from './stream.ts';

/** The server's side of a session. */
export interface SessionServer {
  loadState(user: string): Promise<SandboxState>;
  /** Returns the way to stop. */
  followStream(user: string, listener: StreamListener): () => void;
}

export interface SessionListener {
  changed(): void;
  /** A message is there, or is another now. */
  arrived(message: MessageView): void;
  lost(isLost: boolean): void;
  failed(words: string): void;
}

/** What one person sees, kept up to date by the server's stream; and the switch to another person. */
export function makeSession(initial: SandboxState, server: SessionServer, listener: SessionListener) {
  let state = initial;
  let clockReadAt = performance.now();
  /** Whom we are about to be, until their state is there. */
  let next: string | null = null;
  /** Events that came while the state was asked for; null while none is. */
  let waiting: StreamEvent[] | null = null;
  let stopStream = () => {};
  /** Only the answer to the latest question counts. */
  let question = 0;

  return {
    get state() {
      return state;
    },

    /** Who was chosen last: `state` is still another's until theirs is there. */
    get chosen() {
      return next ?? state.you.id;
    },

    /** The simulated present, in milliseconds since 1970. */
    now: () => state.clock.now + (performance.now() - clockReadAt),

    follow,

    /** Stops following until `follow` is called again. A browser has few connections for all its windows. */
    rest: () => stopStream(),

    /** @returns whether the switch was made */
    async become(user: string): Promise<boolean> {
      if (user === (next ?? state.you.id)) return false;
      next = user;
      waiting ??= [];
      question += 1;
      const mine = question;
      try {
        const fresh = await server.loadState(user);
        if (mine !== question) return false;
        next = null;
        stopStream();
        waiting = null;
        replaceState(fresh);
        follow();
        return true;
      } catch (problem) {
        if (mine !== question) return false;
        next = null;
        listener.failed(wordsFor(problem));
        await reload(state.you.id, waiting ?? []);
        return false;
      }
    },
  };

  function follow(): void {
    const user = state.you.id;
    stopStream = server.followStream(user, {
      connected() {
        listener.lost(false);
        void reload(user, []);
      },
      lost: () => listener.lost(true),
      event: takeIn,
    });
  }

  async function reload(user: string, first: StreamEvent[]): Promise<void> {
    if (next !== null) return;
    waiting = first;
    question += 1;
    const mine = question;
    try {
      const fresh = await server.loadState(user);
      if (mine !== question) return;
      replaceState(fresh);
    } catch (problem) {
      if (mine !== question) return;
      listener.failed(wordsFor(problem));
      state = withWaiting(state);
    }
    listener.changed();
  }

  function replaceState(fresh: SandboxState): void {
    clockReadAt = performance.now();
    state = withWaiting(fresh);
  }

  function withWaiting(known: SandboxState): SandboxState {
    const events = waiting ?? [];
    waiting = null;
    return events.reduce(withEvent, known);
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
