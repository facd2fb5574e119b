import type { SandboxState, StreamEvent } from '../../../src/sandbox/page/contract.ts';
import type { PageServer } from './page-server.ts';

/** What the page's script would ask, and what it is answered. */
export function pageClient({ origin }: PageServer) {
  return {
    async post(path: string, body: object): Promise<{ status: number; body: unknown }> {
      const headers = { 'content-type': 'application/json', origin };
      const response = await fetch(`${origin}/sandbox${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
      const text = await response.text();
      return { status: response.status, body: text === '' ? null : JSON.parse(text) };
    },

    async state(user: string): Promise<SandboxState> {
      const response = await fetch(`${origin}/sandbox/state?user=${user}`);
      return (await response.json()) as SandboxState;
    },

    get: (path: string) => fetch(`${origin}/sandbox${path}`),
  };
}

/** Everything that one person's stream says, from the moment it is open until `stop`. */
export async function listenAs(user: string, { origin }: PageServer): Promise<{ events: StreamEvent[]; stop(): void }> {
  const stopping = new AbortController();
  const response = await fetch(`${origin}/sandbox/stream?user=${user}`, { signal: stopping.signal });
  const events: StreamEvent[] = [];
  void collect(response, events).catch((error: unknown) => {
    if (!stopping.signal.aborted) throw error;
  });
  return { events, stop: () => stopping.abort() };
}

async function collect(response: Response, events: StreamEvent[]): Promise<void> {
  let rest = '';
  const text = response.body?.pipeThrough(new TextDecoderStream());
  for await (const chunk of text ?? []) {
    const parts = (rest + chunk).split('\n\n');
    rest = parts.pop() ?? '';
    for (const part of parts) if (part.startsWith('data: ')) events.push(JSON.parse(part.slice('data: '.length)));
  }
}

/** Resolves when the claim holds; the test's own time limit ends a wait in vain. */
export async function until(claim: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await claim())) await new Promise((resolve) => setTimeout(resolve, 10));
}
