import type { Response } from 'express';
import type { StreamEvent } from './contract.ts';
import type { Viewer } from './viewer.ts';

const MOST_STREAMS = 64;
const HEARTBEAT_MS = 15_000;
const RECONNECT_MS = 1_000;

interface EventStream {
  readonly viewer: Viewer;
  send(event: StreamEvent): void;
}

/** The open pages. Each is a stream of server-sent events for one person. */
export class EventStreams {
  readonly #open = new Set<EventStream>();

  get isFull(): boolean {
    return this.#open.size >= MOST_STREAMS;
  }

  /** Keeps the answer open until the page goes away. */
  open(res: Response, viewer: Viewer): void {
    res.writeHead(200, { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' });
    res.write(`retry: ${RECONNECT_MS}\n\n`);
    const stream: EventStream = { viewer, send: (event) => res.write(`data: ${JSON.stringify(event)}\n\n`) };
    const heartbeat = setInterval(() => res.write(': still here\n\n'), HEARTBEAT_MS);
    this.#open.add(stream);
    res.on('close', () => {
      clearInterval(heartbeat);
      this.#open.delete(stream);
    });
  }

  /** Sends each page what `eventFor` makes of it for its person; null is not sent. */
  send(eventFor: (viewer: Viewer) => StreamEvent | null): void {
    for (const stream of this.#open) {
      const event = eventFor(stream.viewer);
      if (event !== null) stream.send(event);
    }
  }
}
