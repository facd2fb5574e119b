import { RoomServiceFault } from '../../ports/rooms.ts';
import type { Ask } from './ask.ts';
import type { Endpoint } from './endpoint.ts';
import { faultOfNonsense, faultOfSilence, faultOfStatus } from './faults.ts';
import { fieldsOf } from './fields.ts';
import { reasonIn } from './reason.ts';

/** A success, taken out of its envelope. */
export interface Answer {
  readonly data: unknown;
  /** How many rows a list has over all pages, where the service says so. */
  readonly totalCount: number | null;
}

/** Sends one call once. Throws `RoomServiceFault` and nothing else. */
export type Request = (ask: Ask, deadline: AbortSignal) => Promise<Answer>;

/** A page of fifty rows is about 30 KB; whatever is larger than this is not the API. */
const LARGEST_ANSWER_BYTES = 1024 * 1024;

export function makeRequest(
  { baseUrl, authorization }: Pick<Endpoint, 'baseUrl' | 'authorization'>,
  fetch: typeof globalThis.fetch,
): Request {
  return async (ask, deadline) => {
    const { response, text } = await send(ask, deadline);
    if (response.status === 204) return { data: null, totalCount: null };
    const body = parsed(text);
    const reason = reasonIn(body, response.statusText, authorization);
    if (!response.ok) throw faultOfStatus(ask, response, reason);
    if (body === undefined) throw faultOfNonsense(ask, 'JSON');
    return opened(ask, body, reason);
  };

  async function send(ask: Ask, signal: AbortSignal): Promise<{ response: Response; text: string }> {
    const query = new URLSearchParams(ask.query).toString();
    const url = `${baseUrl}/${ask.path.map(encodeURIComponent).join('/')}${query && `?${query}`}`;
    try {
      const response = await fetch(url, {
        method: ask.method,
        headers: {
          authorization,
          accept: 'application/json',
          ...(ask.body && { 'content-type': 'application/json' }),
        },
        body: ask.body ? JSON.stringify(ask.body) : null,
        // Credentials go to the configured host only.
        redirect: 'manual',
        signal,
      });
      return { response, text: await readAtMost(LARGEST_ANSWER_BYTES, response) };
    } catch (cause) {
      throw faultOfSilence(ask, cause);
    }
  }
}

async function readAtMost(largest: number, response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > largest) throw new RangeError('The answer is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The services say `data`; Cloudflare's gateway usually says `result`. */
function opened(ask: Ask, body: unknown, reason: string): Answer {
  const { success, data, result, paging } = fieldsOf(body);
  if (success === false) throw new RoomServiceFault('refused', `${ask.what}: refused (${reason})`);
  // Dyte has the paging of some lists inside the data.
  const total = fieldsOf(paging ?? fieldsOf(data)['paging'])['total_count'];
  return { data: data ?? result, totalCount: typeof total === 'number' ? total : null };
}
