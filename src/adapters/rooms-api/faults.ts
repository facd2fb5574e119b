import { type RoomFaultKind, RoomServiceFault } from '../../ports/rooms.ts';
import type { Ask } from './ask.ts';
import { fieldsOf } from './fields.ts';
import { retryAfterSeconds } from './retry-after.ts';

/** The connection was never made, so the service cannot have done anything. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/** The fault behind an answer that is no success. Its kind follows from the status alone, never from the words. */
export function faultOfStatus(ask: Ask, response: Response, reason: string): RoomServiceFault {
  const kind = kindOf(response.status, ask);
  return new RoomServiceFault(kind, `${ask.what}: answered ${response.status}${reason && ` (${reason})`}`, {
    ambiguous: kind === 'unavailable' && !ask.repeatable,
    retryAfterSeconds: retryAfterSeconds(response.headers),
  });
}

/** No answer: the connection failed, broke, or the time was up. */
export function faultOfSilence(ask: Ask, cause: unknown): RoomServiceFault {
  const code = codeOf(cause);
  return new RoomServiceFault('unavailable', `${ask.what}: no answer (${code})`, {
    ambiguous: !ask.repeatable && !NEVER_SENT.has(code),
    cause,
  });
}

/** A success that does not say what it has to say. */
export function faultOfNonsense(ask: Ask, lacking: string): RoomServiceFault {
  return new RoomServiceFault('unavailable', `${ask.what}: the answer lacks ${lacking}`, {
    ambiguous: !ask.repeatable,
  });
}

function kindOf(status: number, ask: Ask): RoomFaultKind {
  if (status >= 500 || status === 408) return 'unavailable';
  if (status === 429) return 'throttled';
  if (status === 401 || status === 403) return 'unauthorized';
  // A path without a room exists in every app: where it is missing, the app or account in the base URL is wrong.
  if (status === 404) return ask.path.length > 1 ? 'not-found' : 'unauthorized';
  if (status === 409) return 'conflict';
  return 'refused';
}

/** The first code in the chain of causes: fetch wraps the socket's own error. */
function codeOf(error: unknown): string {
  const { code, cause, name } = fieldsOf(error);
  if (typeof code === 'string') return code;
  return cause === undefined ? String(name) : codeOf(cause);
}
