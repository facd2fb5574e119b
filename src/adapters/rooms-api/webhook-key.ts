import { fieldsOf } from './fields.ts';

/** The service's public key in PEM, as it is now; null when it does not tell one. */
export type FetchWebhookKey = () => Promise<string | null>;

/** Webhooks are answered within three seconds, this included. */
const MAY_TAKE_MS = 2_000;
const LONGEST_KEY = 8_192;

export function makeFetchWebhookKey(
  keyUrl: string,
  fetch: typeof globalThis.fetch = globalThis.fetch,
): FetchWebhookKey {
  return async () => {
    try {
      const signal = AbortSignal.timeout(MAY_TAKE_MS);
      const response = await fetch(keyUrl, { redirect: 'error', headers: { accept: 'application/json' }, signal });
      const body: unknown = response.ok ? await response.json() : null;
      const key = fieldsOf(fieldsOf(body)['data'])['publicKey'] ?? fieldsOf(body)['publicKey'];
      return typeof key === 'string' && key.length <= LONGEST_KEY ? key : null;
    } catch {
      return null;
    }
  };
}
