/**
 * The `Retry-After` header in whole seconds, or null. A date counts from the answer's own `Date`, so that our clock
 * need not agree with theirs (RFC 9110, 10.2.3).
 */
export function retryAfterSeconds(headers: Headers): number | null {
  const text = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const waitMs = Date.parse(text) - Date.parse(headers.get('date') ?? '');
  return Number.isNaN(waitMs) ? null : Math.max(0, Math.ceil(waitMs / 1000));
}
