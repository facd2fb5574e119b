import type { AppAnswer, SignedRequest } from '../simulator.ts';

/** Slack waits this long for an answer, in real time. */
export const PATIENCE_MS = 3_000;

/** Sends a request to the app. Status 0 says that no answer came: `body` is then `timeout` or `connection failed`. */
export async function send({ url, headers, body }: SignedRequest): Promise<AppAnswer> {
  const startedAt = performance.now();
  const elapsed = () => Math.round(performance.now() - startedAt);
  const patience = AbortSignal.timeout(PATIENCE_MS);
  try {
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal: patience });
    const text = await response.text();
    return { status: response.status, ackMs: elapsed(), body: readBody(text, response.headers.get('content-type')) };
  } catch {
    // Whatever went wrong on the wire, the person sees one of two things.
    return { status: 0, ackMs: elapsed(), body: patience.aborted ? 'timeout' : 'connection failed' };
  }
}

function readBody(text: string, contentType: string | null): unknown {
  if (!contentType?.includes('json')) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Slack's word for an answer that it cannot use, or null for one that it can. */
export function failureOf({ status, body }: AppAnswer): string | null {
  if (status === 200) return null;
  if (status === 0) return body === 'timeout' ? 'operation_timeout' : 'dispatch_failed';
  return status >= 500 ? 'http_service_error' : 'http_client_error';
}
