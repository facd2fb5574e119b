/** How one of the two services wants to be addressed. Paths, bodies and answers below the base URL are the same. */
export interface Dialect<Account> {
  /** Names the service to the operator. */
  readonly label: string;
  /** Without a trailing slash; `ROOMS_API_URL` replaces the whole of it. */
  readonly baseUrl: (account: Account) => string;
  /** The `Authorization` header. */
  readonly authorization: (account: Account) => string;
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
};

/** https://developers.cloudflare.com/realtime/realtimekit/quickstart/ */
export const realtimekit: Dialect<RealtimeKitAccount> = {
  label: 'RealtimeKit',
  baseUrl: ({ accountId, appId }) =>
    `https://api.cloudflare.com/client/v4/accounts/${encodeURIComponent(accountId)}` +
    `/realtime/kit/${encodeURIComponent(appId)}`,
  authorization: ({ apiToken }) => `Bearer ${apiToken}`,
};
