import type { WebProbe } from '../ports/probes.ts';

const MAY_TAKE_MS = 10_000;

export const webProbe: WebProbe = {
  get: (url) => statusOf(url, { method: 'GET' }),
  post: (url) => statusOf(url, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }),
};

async function statusOf(url: string, request: RequestInit): Promise<number | null> {
  try {
    const signal = AbortSignal.timeout(MAY_TAKE_MS);
    const response = await fetch(url, { ...request, redirect: 'manual', signal });
    await response.body?.cancel();
    return response.status;
  } catch {
    // No route, no certificate, no answer: the operator sees which with any browser.
    return null;
  }
}
