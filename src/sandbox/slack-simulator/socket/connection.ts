import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { decodeFrame, encodeFrame, OPCODE } from './frames.ts';

/** One open WebSocket, seen from the server. */
export interface Connection {
  send(message: object): void;
  /** Without a word, as when a cable is cut. */
  cut(): void;
}

/** What RFC 6455, 1.3 has both sides append to the client's key. */
const PROTOCOL_ID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** Answers the request to become a WebSocket, and reads what comes. */
export function accept(
  request: IncomingMessage,
  socket: Duplex,
  on: { readonly message: (message: unknown) => void; readonly end: () => void },
): Connection {
  const key = `${request.headers['sec-websocket-key']}${PROTOCOL_ID}`;
  const answer = createHash('sha1').update(key).digest('base64');
  socket.write(
    [
      'HTTP/1.1 101 Switching Protocols',
      'Upgrade: websocket',
      'Connection: Upgrade',
      `Sec-WebSocket-Accept: ${answer}`,
      '\r\n',
    ].join('\r\n'),
  );
  const frame = (opcode: number, payload: Buffer) => socket.writable && socket.write(encodeFrame(opcode, payload));
  let received = Buffer.alloc(0);
  let parts: Buffer[] = [];
  socket.on('data', (bytes: Buffer) => {
    received = Buffer.concat([received, bytes]);
    for (let next = decodeFrame(received); next; next = decodeFrame(received)) {
      received = Buffer.from(next.rest);
      take(next.frame);
    }
  });
  socket.once('close', on.end);
  socket.on('error', () => socket.destroy());

  function take({ opcode, isLast, payload }: { opcode: number; isLast: boolean; payload: Buffer }): void {
    if (opcode === OPCODE.ping) frame(OPCODE.pong, payload);
    if (opcode === OPCODE.close) {
      frame(OPCODE.close, payload);
      socket.end();
    }
    if (opcode !== OPCODE.text && opcode !== OPCODE.continuation) return;
    parts.push(payload);
    if (!isLast) return;
    const text = Buffer.concat(parts).toString('utf8');
    parts = [];
    on.message(JSON.parse(text));
  }

  return {
    send: (message) => void frame(OPCODE.text, Buffer.from(JSON.stringify(message))),
    cut: () => socket.destroy(),
  };
}
