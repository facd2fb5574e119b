import { createHash } from 'node:crypto';

/**
 * The Message-ID of a delivery without its angle brackets: the same at every try, and nothing of the key can be read
 * from it.
 *
 * @param host of PUBLIC_URL, such as `meet.example.com`
 */
export function messageIdFor(deliveryKey: string, host: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify(['message', deliveryKey]))
    .digest('base64url');
  return `${digest.slice(0, 27)}@${host.replaceAll(/[^\w.-]/g, '')}`;
}
