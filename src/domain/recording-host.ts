/**
 * Where recordings are: RealtimeKit keeps them in Cloudflare's R2, Dyte in Amazon's S3, and both can bring them to a
 * storage at Cloudflare, Amazon, Microsoft, DigitalOcean or Google instead
 * (developers.cloudflare.com/realtime/realtimekit/recording-guide/configure-realtimekit-bucket-config and …/custom-cloud-storage,
 * docs.dyte.io/guides/recording/custom-cloud-storage). The services' own addresses are among them in case that they hand files out there.
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
