/** How one of the two services wants to be addressed. Paths, bodies and answers below the base URL are the same. */
export interface Dialect<Account> {
  /** Names the service to the operator. */
  readonly label: string;
  /** Without a trailing slash; `ROOMS_API_URL` replaces the whole of it. */
  readonly baseUrl: (account: Account) => string;
  /** The `Authorization` header. */
  readonly authorization: (account: Account) => string;
  readonly webhooks: WebhookDialect;
}

/** How the service shows that a webhook is its own. */
export interface WebhookDialect {
  /** Where the one key of all webhooks is, when the service is at its own address. */
  readonly keyUrl: string;
  /** Its headers begin so: `…-signature`, `…-uuid`. */
  readonly headerPrefix: string;
  /** Whether the signature may be of the body written anew as JSON, in place of the bytes that were sent. */
  readonly maySignRewritten: boolean;
}

export interface DyteAccount {
  readonly organizationId: string;
  readonly apiKey: string;
}

export interface RealtimeKitAccount {
  readonly accountId: string;
  readonly appId: string;
  /** A Cloudflare API token with the permission Realtime / Realtime Admin. */
  readonly apiToken: string;
}

/** https://docs.dyte.io/guides/rest-apis/quickstart. The same door stands on other hosts too, under `/v2`. */
export const dyte: Dialect<DyteAccount> = {
  label: 'Dyte',
  baseUrl: () => 'https://api.dyte.io/v2',
  authorization: ({ organizationId, apiKey }) =>
    `Basic ${Buffer.from(`${organizationId}:${apiKey}`).toString('base64')}`,
  // https://docs.dyte.io/guides/capabilities/webhooks/signatures: its sample signs `JSON.stringify(body)`.
  webhooks: {
    keyUrl: 'https://api.dyte.io/.well-known/webhooks.json',
    headerPrefix: 'dyte',
    maySignRewritten: true,
  },
};

/** https://developers.cloudflare.com/realtime/realtimekit/quickstart/ */
export const realtimekit: Dialect<RealtimeKitAccount> = {
  label: 'RealtimeKit',
  baseUrl: ({ accountId, appId }) =>
    `https://api.cloudflare.com/client/v4/accounts/${encodeURIComponent(accountId)}` +
    `/realtime/kit/${encodeURIComponent(appId)}`,
  authorization: ({ apiToken }) => `Bearer ${apiToken}`,
  // https://developers.cloudflare.com/realtime/realtimekit/webhooks/
  webhooks: {
    keyUrl: 'https://api.realtime.cloudflare.com/.well-known/webhooks.json',
    headerPrefix: 'rtk',
    maySignRewritten: false,
  },
};
