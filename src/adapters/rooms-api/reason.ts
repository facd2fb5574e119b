import { fieldsOf } from './fields.ts';

const LONGEST_REASON = 200;

/**
 * What the service says about an error, fit for a log: one short line without our credentials, and without anything
 * long enough to be a token. Both the services' own shape and the one of Cloudflare's gateway are known.
 */
export function reasonIn(body: unknown, statusText: string, authorization: string): string {
  const said = messageIn(body) ?? statusText;
  return secretsIn(authorization)
    .reduce((text, secret) => text.replaceAll(secret, '…'), said)
    .replace(/[\w.+/=-]{24,}/g, '…')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_REASON);
}

function messageIn(body: unknown): string | null {
  const answer = fieldsOf(body);
  const firstOfMany = Array.isArray(answer['errors']) ? answer['errors'][0] : undefined;
  const places = [answer['error'], fieldsOf(answer['error'])['message'], fieldsOf(firstOfMany)['message']];
  return [...places, answer['message']].filter((text) => typeof text === 'string').find((text) => text !== '') ?? null;
}

/** The credential itself and, for Basic, the two halves it is made of. */
function secretsIn(authorization: string): string[] {
  const [scheme, credential = ''] = authorization.split(' ');
  const halves = scheme === 'Basic' ? Buffer.from(credential, 'base64').toString().split(':') : [];
  return [credential, ...halves].filter((secret) => secret !== '');
}
