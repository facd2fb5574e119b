import type { Ask } from './ask.ts';
import { pagesOf } from './pages.ts';
import type { Answer, Request } from './request.ts';

/** The calls that one method of the port makes, all within one deadline. */
export interface Attempt {
  send(ask: Ask): Promise<Answer>;
  /** All rows of a list, fetched as they are consumed. */
  rows(list: Ask): AsyncGenerator<Readonly<Record<string, unknown>>>;
}

export type Begin = () => Attempt;

export function makeBegin(request: Request, timeoutMs: number): Begin {
  return () => {
    const deadline = AbortSignal.timeout(timeoutMs);
    return { send: (ask) => request(ask, deadline), rows: (list) => pagesOf(request, list, deadline) };
  };
}

export function listing(what: string, path: readonly string[], query: Readonly<Record<string, string>> = {}): Ask {
  return { what, method: 'GET', path, query, repeatable: true };
}
