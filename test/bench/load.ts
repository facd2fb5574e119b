import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * How many times a second an address is answered over so many connections, one request at a time on each. Of an answer
 * only its length is read, so that the load costs less than the server.
 */
export async function answersPerSecond(url: string, connections: number, seconds: number): Promise<number> {
  const { hostname, port, pathname, host } = new URL(url);
  const request = `GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\nAccept: text/html\r\n\r\n`;
  let answers = 0;
  const startedAt = performance.now();
  const sockets = Array.from({ length: connections }, () => {
    const socket = connect(Number(port), hostname);
    askAgainAndAgain(socket, request, () => {
      answers += 1;
    });
    return socket;
  });
  await sleep(seconds * 1_000);
  const tookSeconds = (performance.now() - startedAt) / 1_000;
  for (const socket of sockets) socket.destroy();
  return answers / tookSeconds;
}

function askAgainAndAgain(socket: Socket, request: string, onAnswer: () => void): void {
  let left = 0;
  socket.on('data', (chunk) => {
    left = (left === 0 ? lengthOfAnswer(chunk) : left) - chunk.length;
    if (left > 0) return;
    onAnswer();
    socket.write(request);
  });
  socket.write(request);
}

/** @throws for anything but a good answer whose head came in one piece and says its length */
function lengthOfAnswer(chunk: Buffer): number {
  const head = chunk.subarray(0, chunk.indexOf('\r\n\r\n') + 4).toString('latin1');
  const length = /^content-length: (\d+)\r$/im.exec(head)?.[1];
  if (!head.startsWith('HTTP/1.1 200 ') || length === undefined) throw new Error(`The load met ${head.slice(0, 50)}`);
  return head.length + Number(length);
}
