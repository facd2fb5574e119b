import type { NextFunction, Request, Response } from 'express';
import { sendProblem } from './problems.ts';

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Refuses a request that reached us under a foreign name, as a page does whose DNS was rebound to this machine. */
export function requireLoopbackHost(req: Request, res: Response, next: NextFunction): void {
  if (LOOPBACK_NAMES.has(hostnameOf(req.headers.host))) next();
  else sendProblem(res, 'wrong_host');
}

/** Refuses what another site makes a browser ask for, except to open the page itself. */
export function requireOwnSite(req: Request, res: Response, next: NextFunction): void {
  const site = req.headers['sec-fetch-site'];
  const isForeign = site === 'cross-site' || site === 'same-site';
  if (isForeign && req.headers['sec-fetch-mode'] !== 'navigate') sendProblem(res, 'wrong_origin');
  else next();
}

/** Refuses a change asked for by a page of another origin. To be used behind `requireLoopbackHost`. */
export function requireSameOrigin(req: Request, res: Response, next: NextFunction): void {
  const { origin, host } = req.headers;
  const isOurs =
    origin === undefined
      ? req.headers['sec-fetch-site'] === 'same-origin'
      : hostOfOrigin(origin) === host?.toLowerCase();
  if (isOurs) next();
  else sendProblem(res, 'wrong_origin');
}

function hostnameOf(host: string | undefined): string {
  return /^(\[[^\]]*\]|[^:]*)(:\d+)?$/.exec(host ?? '')?.[1]?.toLowerCase() ?? '';
}

function hostOfOrigin(origin: string): string | null {
  return /^https?:\/\/([^/]+)$/i.exec(origin)?.[1]?.toLowerCase() ?? null;
}
