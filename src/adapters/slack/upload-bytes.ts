import { ChatFault } from '../../ports/chat-fault.ts';
import { makeLightFetch } from './light-fetch.ts';

/** @throws ChatFault */
export type UploadBytes = (url: string, bytes: Uint8Array) => Promise<void>;

const SLACK_FILE_HOSTS = new Set(['files.slack.com', 'files.slack-gov.com']);

/**
 * Sends a file's bytes to the address that `files.getUploadURLExternal` named, if that is Slack's own: https at
 * Slack's file hosts, or the origin of the API where another one is configured.
 */
export function makeUploadBytes(apiUrl: string, timeoutMs: number): UploadBytes {
  const apiOrigin = new URL(apiUrl).origin;
  const fetch = makeLightFetch(timeoutMs);

  return async (url, bytes) => {
    if (!isSlacksOwn(url)) throw new ChatFault('refused', 'foreign_upload_address');
    const answer = await fetch(url, {
      method: 'POST',
      body: bytes,
      headers: { 'content-type': 'application/octet-stream' },
    }).catch((cause: unknown) => {
      throw new ChatFault('unavailable', 'no_answer', { cause });
    });
    if (answer.status === 429) {
      throw new ChatFault('throttled', 'ratelimited', {
        retryAfterSeconds: Number(answer.headers.get('retry-after')) || 1,
      });
    }
    if (!answer.ok) throw new ChatFault(answer.status >= 500 ? 'unavailable' : 'refused', `http_${answer.status}`);
  };

  function isSlacksOwn(text: string): boolean {
    if (!URL.canParse(text)) return false;
    const url = new URL(text);
    if (url.username || url.password) return false;
    const isDefault = apiOrigin === 'https://slack.com' || apiOrigin === 'https://slack-gov.com';
    return isDefault
      ? url.protocol === 'https:' && url.port === '' && SLACK_FILE_HOSTS.has(url.hostname)
      : url.origin === apiOrigin;
  }
}
