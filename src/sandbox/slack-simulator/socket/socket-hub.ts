import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { PATIENCE_MS } from '../dispatch/send.ts';
import type { AppAnswer, SignedRequest } from '../simulator.ts';
import type { Journal } from '../state/journal.ts';
import { accept, type Connection } from './connection.ts';
import type { SocketVerbs } from './socket-verbs.ts';

/** Slack's end of Socket Mode: https://docs.slack.dev/apis/events-api/using-socket-mode */
export interface SocketHub extends SocketVerbs {
  /** A ticket to open one socket with. */
  makeTicket(): string;
  upgrade(request: IncomingMessage, socket: Duplex): void;
  deliver(request: SignedRequest): Promise<AppAnswer>;
}

export function makeSocketHub(journal: Journal): SocketHub {
  const connections = new Set<Connection>();
  const tickets = new Set<string>();
  const waiting = new Map<string, (payload: unknown) => void>();
  let count = 0;

  function onMessage(message: unknown): void {
    const { envelope_id: id = '', payload } = message as { envelope_id?: string; payload?: unknown };
    const answer = waiting.get(id);
    if (!answer) journal.violation(`an answer over the socket is for no request: ${id}`);
    waiting.delete(id);
    answer?.(payload);
  }

  return {
    sockets: () => connections.size,
    refreshSockets: () => {
      for (const connection of connections) connection.send({ type: 'disconnect', reason: 'refresh_requested' });
    },
    cutSockets: () => {
      for (const connection of connections) connection.cut();
    },
    makeTicket() {
      count += 1;
      tickets.add(`ticket-${count}`);
      return `ticket-${count}`;
    },
    upgrade(request, socket) {
      const { searchParams } = new URL(request.url ?? '/', 'http://simulator');
      if (!tickets.delete(searchParams.get('ticket') ?? '')) {
        journal.violation('a socket was opened without a ticket of its own');
        socket.destroy();
        return;
      }
      const end = () => void connections.delete(connection);
      const connection = accept(request, socket, { message: onMessage, end });
      connections.add(connection);
      connection.send({ type: 'hello', num_connections: connections.size });
    },
    async deliver(request) {
      const [connection] = connections;
      if (!connection) return { status: 0, ackMs: 0, body: 'connection failed' };
      count += 1;
      const id = `envelope-${count}`;
      const beganAt = performance.now();
      const answered = new Promise<unknown>((resolve) => waiting.set(id, resolve));
      connection.send({ envelope_id: id, ...envelopeOf(request) });
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise<'timeout'>((resolve) => {
        timer = setTimeout(resolve, PATIENCE_MS, 'timeout');
      });
      const payload = await Promise.race([answered, patience]);
      clearTimeout(timer);
      const ackMs = Math.round(performance.now() - beganAt);
      if (payload === 'timeout') return { status: 0, ackMs, body: 'timeout' };
      const isEmpty = typeof payload !== 'object' || payload === null || Object.keys(payload).length === 0;
      return { status: 200, ackMs, body: isEmpty ? '' : payload };
    },
  };
}

/** The same request as it is sent over a socket, where nothing is signed. */
function envelopeOf({ headers, body }: SignedRequest): object {
  if (headers['content-type'] === 'application/json') {
    return { type: 'events_api', payload: JSON.parse(body), accepts_response_payload: false };
  }
  const fields = Object.fromEntries(new URLSearchParams(body));
  const { payload } = fields;
  return payload === undefined
    ? { type: 'slash_commands', payload: fields, accepts_response_payload: true }
    : { type: 'interactive', payload: JSON.parse(payload), accepts_response_payload: true };
}
