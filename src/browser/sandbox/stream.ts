import type { StreamEvent } from '../../sandbox/page/contract.ts';

const RETRY_MS = 2_000;

export interface StreamListener {
  /** The stream is there, for the first time or again: what was missed must be asked for. */
  connected(): void;
  lost(): void;
  event(event: StreamEvent): void;
}

/** Follows what happens for one person, over broken connections too. Returns the way to stop. */
export function followStream(user: string, listener: StreamListener): () => void {
  let source: EventSource;
  let retry: ReturnType<typeof setTimeout>;
  connect();
  return () => {
    clearTimeout(retry);
    source.close();
  };

  function connect(): void {
    source = new EventSource(`/sandbox/stream?user=${encodeURIComponent(user)}`);
    source.addEventListener('open', () => listener.connected());
    source.addEventListener('message', ({ data }) => listener.event(JSON.parse(data) as StreamEvent));
    source.addEventListener('error', () => {
      listener.lost();
      // A refused stream is closed for good and is not retried by the browser.
      if (source.readyState === EventSource.CLOSED) retry = setTimeout(connect, RETRY_MS);
    });
  }
}
