/**
 * Where the video services keep files: Cloudflare's and Dyte's own storage, and the storages that a recording can be
 * sent to instead (docs.dyte.io/guides/capabilities/recording; developers.cloudflare.com/realtime/realtimekit/recording-guide).
 */
const HOSTS = [
  'r2.cloudflarestorage.com',
  'realtime.cloudflare.com',
  'dyte.io',
  'amazonaws.com',
  'blob.core.windows.net',
  'digitaloceanspaces.com',
  'storage.googleapis.com',
];

/**
 * Whether people may be sent to this address.
 *
 * @param ownOrigin of the video service's API, where that is none of the public ones
 */
export function isRecordingUrl(text: string, ownOrigin: string | null): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, origin, username, password } = new URL(text);
  if (username !== '' || password !== '') return false;
  if (origin === ownOrigin) return true;
  return protocol === 'https:' && HOSTS.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}
