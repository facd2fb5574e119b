import type { SignInApp } from './app.ts';

/** What the app asked for when it sent a browser here. */
export interface AuthorizeRequest {
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly state: string;
  readonly nonce: string;
  /** Under S256; null where none was sent. */
  readonly codeChallenge: string | null;
  /** The workspace that was asked for. */
  readonly onlyTeam: string | null;
}

const SCOPES = ['openid', 'profile', 'email'];

/** Slack's error code for a request that it refuses with a page of its own. */
export type AuthorizeRefusal = { readonly error: string };

/**
 * Reads what stands in the address. Slack does not insist on `state` and `nonce`; a good app sends both, so they are
 * needed here.
 *
 * @param redirects what is registered for the app: an address is good if it is one of these or below one
 */
export function readAuthorizeRequest(
  query: URLSearchParams,
  app: SignInApp,
  redirects: readonly string[],
): AuthorizeRequest | AuthorizeRefusal {
  const redirectUri = query.get('redirect_uri') ?? '';
  const scopes = (query.get('scope') ?? '').split(/[ ,]/);
  if (query.get('client_id') !== app.clientId) return { error: 'invalid_client_id' };
  if (!redirects.some((one) => redirectUri === one || redirectUri.startsWith(`${one}/`))) {
    return { error: 'bad_redirect_uri' };
  }
  if (query.get('response_type') !== 'code') return { error: 'unsupported_response_type' };
  if (!scopes.includes('openid') || !scopes.every((scope) => SCOPES.includes(scope))) return { error: 'invalid_scope' };
  const [state, nonce] = [query.get('state') ?? '', query.get('nonce') ?? ''];
  if (state.length < 16 || nonce.length < 16) return { error: 'invalid_state_or_nonce' };
  const codeChallenge = query.get('code_challenge');
  if (codeChallenge !== null && query.get('code_challenge_method') !== 'S256')
    return { error: 'invalid_code_challenge' };
  return { redirectUri, scopes, state, nonce, codeChallenge, onlyTeam: query.get('team') };
}
