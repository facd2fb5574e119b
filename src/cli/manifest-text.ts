const SAMPLE_URL = 'https://meet.example.com';
/** Addresses that Slack sends to, which over a socket it does not. */
const REQUEST_URL = /^ *(?:url|request_url): .*\n/gm;

/**
 * The manifest for one installation, with its reasons still in it.
 *
 * @param source of manifest.yml
 * @param url an origin
 */
export function manifestText(
  source: string,
  { url, isSocket, rotates }: { readonly url: string; readonly isSocket: boolean; readonly rotates: boolean },
): string {
  const firstLine = source.indexOf('_metadata:');
  let text = source.slice(firstLine).replaceAll(SAMPLE_URL, url);
  if (isSocket) text = text.replace(REQUEST_URL, '').replace('socket_mode_enabled: false', 'socket_mode_enabled: true');
  if (rotates) text = text.replace('token_rotation_enabled: false', 'token_rotation_enabled: true');
  return text.trimEnd();
}
