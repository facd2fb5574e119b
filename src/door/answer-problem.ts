import type { Request, Response } from 'express';
import type { Assets } from './assets.ts';
import { noticePage } from './notice-page.ts';
import type { Problem } from './problem.ts';

/**
 * Answers with a page where a person looks at an address, and with `application/problem+json` where a script asked. The
 * problem's code is left in `res.locals.problem`.
 */
export function answerProblem(assets: Assets, req: Request, res: Response, problem: Problem): void {
  const { allow, retryAfterSeconds, action, ...members } = problem;
  res.status(problem.status);
  res.locals['problem'] = problem.code;
  if (allow !== undefined) res.set('Allow', allow);
  if (retryAfterSeconds !== undefined) res.set('Retry-After', String(retryAfterSeconds));
  // The rest of an oversized body is not waited for.
  if (problem.status === 413) res.set('Connection', 'close');
  if (isForPerson(req)) res.type('html').send(noticePage(assets, problem));
  else res.type('application/problem+json').send(JSON.stringify({ type: typeOf(problem), ...members }));
}

function isForPerson({ method, path }: Request): boolean {
  return (method === 'GET' || method === 'HEAD') && !path.endsWith('/state');
}

function typeOf({ code }: Problem): string {
  return `urn:convene:problem:${code}`;
}
