import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler, type RequestHandler, type Response, type Router } from 'express';
import type { Logger } from 'pino';
import { securityHeaders, sendSecurityHeaders } from '../door/headers.ts';
import { newReference } from '../log/reference.ts';
import { answerBrokenRequests } from './broken-requests.ts';
import { wrongMethods } from './wrong-methods.ts';

export interface HttpServer {
  readonly port: number;
  /** Takes no new connection and resolves when the requests under way are answered, or after `withinMs`. */
  close(withinMs: number): Promise<void>;
}

/** A slow sender must not hold a connection for ever. */
const REQUEST_TIMEOUT_MS = 10_000;
/** How often Node looks for such; by itself, every half a minute. */
const LOOK_FOR_SLOW_MS = 1_000;
/** The address of a request counts among its headers. */
const MOST_HEADER_BYTES = 16 * 1024;

/** One port for everything; `routes` are asked in order. @throws when the port cannot be listened on */
export async function startHttpServer(options: {
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string;
  readonly trustedProxyHops: number;
  readonly routes: readonly (Router | RequestHandler)[];
  readonly log: Pick<Logger, 'error'>;
}): Promise<HttpServer> {
  const { host, port, publicUrl, trustedProxyHops, routes, log } = options;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', trustedProxyHops);
  app.set('query parser', 'simple');
  // What may be kept are the built files, which have their own; everything else is made anew.
  app.set('etag', false);
  app.use(sendSecurityHeaders(publicUrl), wrongMethods, ...routes, nothingHere, answerFault(log));

  const timeouts = {
    requestTimeout: REQUEST_TIMEOUT_MS,
    headersTimeout: REQUEST_TIMEOUT_MS,
    connectionsCheckingInterval: LOOK_FOR_SLOW_MS,
  };
  const server = createServer({ ...timeouts, maxHeaderSize: MOST_HEADER_BYTES }, app);
  server.on('clientError', answerBrokenRequests(securityHeaders(publicUrl)));
  server.listen(port, host);
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, close: (withinMs) => closeServer(server, withinMs) };
}

async function closeServer(server: Server, withinMs: number): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), withinMs);
  await closed;
  clearTimeout(timer);
}

const NOTHING_HERE = 'There is nothing here.';

const nothingHere: RequestHandler = (_req, res) => {
  plain(res, 404, NOTHING_HERE);
};

function answerFault(log: Pick<Logger, 'error'>): ErrorRequestHandler {
  return (error, _req, res, next) => {
    // The router could not decode the address: nothing has such a one.
    if (error instanceof URIError) return void plain(res, 404, NOTHING_HERE);
    const reference = newReference();
    log.error({ reference, err: error }, 'a request failed');
    if (res.headersSent) return next(error);
    plain(res, 500, `Something broke on our side. Reference: ${reference}`);
  };
}

function plain(res: Response, status: number, text: string): void {
  res.status(status).set('Cache-Control', 'no-store').type('text').send(`${text}\n`);
}
