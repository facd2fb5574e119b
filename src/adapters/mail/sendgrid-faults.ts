import { MailFault, type MailFaultKind } from '../../ports/mailer.ts';

/** The connection was never made, so nothing can have been taken on. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/**
 * The fault behind an answer that is no success, by its status and the field that it complains of, never by its words.
 *
 * @param body what was answered, parsed; anything at all
 */
export function faultOfStatus({ status, headers }: Response, body: unknown): MailFault {
  const field = status === 400 ? fieldIn(body) : '';
  const kind = kindOf(status, field);
  return new MailFault(kind, ['HTTP', status, field].filter(Boolean).join(' '), {
    ambiguous: status >= 500,
    retryAfterSeconds: kind === 'throttled' ? secondsUntilReset(headers) : null,
  });
}

/** No answer: the connection failed, broke, or the time was up. */
export function faultOfSilence(cause: unknown): MailFault {
  const code = codeOf(cause);
  return new MailFault('unavailable', code, { ambiguous: !NEVER_SENT.has(code), cause });
}

function kindOf(status: number, field: string): MailFaultKind {
  if (status >= 500 || status === 408) return 'unavailable';
  if (status === 429) return 'throttled';
  // 403 is also the answer to a sender's address that was not verified.
  if (status === 401 || status === 403 || /^from\b/.test(field)) return 'unauthorized';
  return /^personalizations\.\d+\.to\b/.test(field) ? 'refused-address' : 'refused';
}

/** The first field named in `{ errors: [{ field }] }`, such as `personalizations.0.to.0.email`. */
function fieldIn(body: unknown): string {
  const errors = propertyOf(body, 'errors');
  const field = propertyOf(Array.isArray(errors) ? errors[0] : null, 'field');
  return typeof field === 'string' && /^[\w.-]{1,100}$/.test(field) ? field : '';
}

/** `X-RateLimit-Reset` is in seconds since 1970, and counts from the answer's own date, whatever our clock says. */
function secondsUntilReset(headers: Headers): number | null {
  const reset = headers.get('x-ratelimit-reset') ?? '';
  const answeredAtMs = Date.parse(headers.get('date') ?? '');
  if (!/^\d{9,11}$/.test(reset) || Number.isNaN(answeredAtMs)) return null;
  return Math.max(1, Math.ceil(Number(reset) - answeredAtMs / 1000));
}

/** The first code in the chain of causes: fetch wraps the socket's own error. */
function codeOf(error: unknown): string {
  const [code, cause] = [propertyOf(error, 'code'), propertyOf(error, 'cause')];
  if (typeof code === 'string') return code;
  return cause === undefined ? String(propertyOf(error, 'name')) : codeOf(cause);
}

function propertyOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
