import type { RequestHandler } from 'express';

/** The addresses with one fixed path; what is under `/j` and `/assets` says for itself which methods there are. */
const METHODS: Readonly<Record<string, string>> = {
  '/healthz': 'GET, HEAD',
  '/readyz': 'GET, HEAD',
  '/slack/events': 'POST',
};

/** Answers 405 with `Allow` where an address is asked in a way that it does not know (RFC 9110, 15.5.6). */
export const wrongMethods: RequestHandler = (req, res, next) => {
  const methods = Object.hasOwn(METHODS, req.path) ? METHODS[req.path] : undefined;
  if (methods === undefined || methods.split(', ').includes(req.method)) return next();
  res.status(405).set({ Allow: methods, 'Cache-Control': 'no-store' }).type('text').send('Method not allowed\n');
};
