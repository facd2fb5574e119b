import type { ApiCall } from '../calls.ts';
import type { Change, ViewChange } from '../changes.ts';

/** What happened: the ledger of calls, what a real Slack would have refused, and who is told of changes. */
export interface Journal {
  /** Enters a call in the order of arrival and answers the way to write down its outcome. */
  enter(call: Omit<ApiCall, 'outcome'>): (outcome: string) => void;
  calls(): readonly ApiCall[];
  /** @param text says what was wrong, never a link or a token */
  violation(text: string): void;
  violations(): readonly string[];
  tell(change: Change): void;
  watch(listener: (change: Change) => void): () => void;
  tellViews(change: ViewChange): void;
  watchViews(listener: (change: ViewChange) => void): () => void;
}

export function makeJournal(): Journal {
  const calls: ApiCall[] = [];
  const violations: string[] = [];
  const messages = makeAnnouncer<Change>();
  const views = makeAnnouncer<ViewChange>();
  return {
    enter(call) {
      const index = calls.push({ ...call, outcome: 'pending' }) - 1;
      return (outcome) => {
        calls[index] = { ...call, outcome };
      };
    },
    calls: () => [...calls],
    violation: (text) => {
      violations.push(text);
    },
    violations: () => [...violations],
    tell: messages.tell,
    watch: messages.watch,
    tellViews: views.tell,
    watchViews: views.watch,
  };
}

function makeAnnouncer<T>(): {
  tell: (change: T) => void;
  watch: (listener: (change: T) => void) => () => void;
} {
  const listeners = new Set<(change: T) => void>();
  return {
    tell: (change) => {
      for (const listener of listeners) listener(change);
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
