import type { IncomingHttpHeaders } from 'node:http';

/** True when a page of ours sent this: `Origin` says so or, where a browser leaves it out, `Sec-Fetch-Site` does. */
export function isSameOrigin(headers: IncomingHttpHeaders, ownOrigin: string): boolean {
  if (headers.origin !== undefined) return headers.origin === ownOrigin;
  return headers['sec-fetch-site'] === 'same-origin';
}
