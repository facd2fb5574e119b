import type { Format } from './settings-reader.ts';

/** A URL whose bytes are protected on the way: https, or http that does not leave this machine. */
function protectedUrl(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return null;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url)) ? url : null;
}

export function isLoopback(url: URL): boolean {
  return /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname);
}

/** Without a slash at the end. */
export const publicOrigin: Format<string> = {
  expected: 'an https address without a path (http only on this machine: browsers give no camera to other pages)',
  parse: (text) => {
    const url = protectedUrl(text);
    return url?.pathname === '/' ? url.origin : null;
  },
};

/** With a slash at the end, as method names are appended to it. */
export const apiFolder: Format<string> = {
  expected: 'an https address that ends in / (http only on this machine)',
  parse: (text) => (text.endsWith('/') ? (protectedUrl(text)?.href ?? null) : null),
};

/** Without a slash at the end, as paths are appended to it. */
export const apiBase: Format<string> = {
  expected: 'an https address (http only on this machine)',
  parse: (text) => protectedUrl(text)?.href.replace(/\/+$/, '') ?? null,
};
