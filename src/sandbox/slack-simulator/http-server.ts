import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Reply } from './web-api/reply.ts';

export interface ServerRequest {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** An HTTP server on loopback that can also lose connections and keep silent. */
export interface LoopbackServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** @param port 0 takes a free one */
export async function listen(
  port: number,
  answer: (request: ServerRequest) => Promise<Reply>,
  upgrade: (request: IncomingMessage, socket: Duplex) => void,
): Promise<LoopbackServer> {
  const server = createServer((request, response) => {
    void respond(request, response, answer);
  });
  const upgraded = new Set<Duplex>();
  server.on('upgrade', (request, socket) => {
    upgraded.add(socket);
    socket.once('close', () => upgraded.delete(socket));
    upgrade(request, socket);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${taken}`, close: () => close(server, upgraded) };
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (request: ServerRequest) => Promise<Reply>,
): Promise<void> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://simulator');
    write(response, await answer({ path, query, headers: request.headers, body: Buffer.concat(chunks) }));
  } catch (error) {
    // A fault of the simulator itself, or a client that went away: the client sees which, the process lives on.
    if (!response.headersSent) write(response, { status: 500, body: `simulator fault: ${String(error)}` });
  }
}

function write(response: ServerResponse, reply: Reply): void {
  if (reply === 'hang') return;
  if (reply === 'lost') {
    response.socket?.destroy();
    return;
  }
  const { status, headers = {}, body } = reply;
  const isRaw = typeof body === 'string' || body instanceof Uint8Array;
  response.writeHead(status, { 'content-type': isRaw ? 'text/plain; charset=utf-8' : 'application/json', ...headers });
  response.end(isRaw ? body : JSON.stringify(body));
}

async function close(server: Server, upgraded: ReadonlySet<Duplex>): Promise<void> {
  for (const socket of upgraded) socket.destroy();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
