import type { Dialect, WebhookDialect } from './dialects.ts';

/** Where the API is and how we show who we are: all that is left of a dialect once the account is known. */
export interface Endpoint {
  readonly baseUrl: string;
  readonly authorization: string;
  /** How webhooks that come from there are checked. */
  readonly webhooks: WebhookDialect;
}

/**
 * @param override the whole base URL (`…/v2` or `…/kit/<app>`), in place of the dialect's own
 * @throws Error when the base URL or the credentials cannot be used; the message shows neither
 */
export function endpointOf<Account>(dialect: Dialect<Account>, account: Account, override?: string): Endpoint {
  const authorization = dialect.authorization(account);
  if (!/^[\x21-\x7e]+ [\x21-\x7e]+$/.test(authorization)) {
    throw new Error(`The credentials for ${dialect.label} hold characters that a header cannot carry`);
  }
  const ownUrl = dialect.baseUrl(account);
  const baseUrl = plainBase(override ?? ownUrl);
  const isOwn = new URL(baseUrl).origin === new URL(ownUrl).origin;
  const keyUrl = isOwn ? dialect.webhooks.keyUrl : new URL('/.well-known/webhooks.json', baseUrl).href;
  return { baseUrl, authorization, webhooks: { ...dialect.webhooks, keyUrl } };
}

function plainBase(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isPlain =
    url !== null && /^https?:$/.test(url.protocol) && url.username + url.password + url.search + url.hash === '';
  if (!isPlain) {
    throw new Error('The base URL of the rooms API has to be http(s), without user, query or fragment');
  }
  return url.href.replace(/\/+$/, '');
}
