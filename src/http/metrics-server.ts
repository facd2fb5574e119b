import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';

export interface MetricsServer {
  readonly port: number;
  close(): Promise<void>;
}

/** `GET /metrics` on a port of its own, which nobody outside needs to reach. @throws when it cannot be listened on */
export async function startMetricsServer(options: {
  readonly host: string;
  readonly port: number;
  /** @throws when they cannot be told */
  readonly expose: () => Promise<{ readonly type: string; readonly text: string }>;
  readonly log: Pick<Logger, 'info' | 'error'>;
}): Promise<MetricsServer> {
  const { host, port: wanted, expose, log } = options;
  const server = createServer(async ({ method, url }, response) => {
    const isGet = method === 'GET' || method === 'HEAD';
    if (url !== '/metrics') return void response.writeHead(404).end();
    if (!isGet) return void response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    try {
      const { type, text } = await expose();
      response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(text);
    } catch (error) {
      log.error({ err: error }, 'the metrics could not be told');
      response.writeHead(500).end();
    }
  });
  server.listen(wanted, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  log.info({ port }, 'metrics are told');
  return {
    port,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
