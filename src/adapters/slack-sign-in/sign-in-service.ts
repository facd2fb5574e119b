import { createHash } from 'node:crypto';
import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import type { Clock } from '../../ports/clock.ts';
import { SignInFault, type SignInService } from '../../ports/sign-in.ts';
import { askJson } from './ask-json.ts';
import { personIn } from './id-token.ts';
import { makeProviderOf } from './provider.ts';

const SCOPES = 'openid profile';
/** Only Slack's own answers name a key, so nobody can make us ask again and again: a new one is fetched at once. */
const KEY_OPTIONS = { timeoutDuration: 5_000, cooldownDuration: 0 };
const TEAM_ID = /^T[A-Z0-9]+$/;

/**
 * Sign in with Slack (docs.slack.dev/authentication/sign-in-with-slack).
 *
 * @param options.issuer Slack's origin, without a slash at the end
 * @param options.redirectUri as it is registered at Slack
 */
export function makeSlackSignIn(options: {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly clock: Clock;
}): SignInService {
  const { issuer, clientId, clientSecret, redirectUri, clock } = options;
  const providerOf = makeProviderOf(issuer, clock);
  const keysAt = remoteKeys();

  return {
    async addressFor({ state, nonce, codeVerifier }, workspace) {
      const { authorizationEndpoint, takesCodeChallenge } = await providerOf();
      const url = new URL(authorizationEndpoint);
      const asked = {
        response_type: 'code',
        scope: SCOPES,
        client_id: clientId,
        redirect_uri: redirectUri,
        state,
        nonce,
        // Takes the person straight to the right workspace; an organization has no such short cut.
        ...(TEAM_ID.test(workspace) && { team: workspace }),
        ...(takesCodeChallenge && { code_challenge: challenge(codeVerifier), code_challenge_method: 'S256' }),
      };
      for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
      return url.href;
    },

    async personOf(code, { nonce, codeVerifier }) {
      const { tokenEndpoint, keysAddress, takesCodeChallenge } = await providerOf();
      const answer = await askJson(tokenEndpoint, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          code,
          redirect_uri: redirectUri,
          client_id: clientId,
          client_secret: clientSecret,
          ...(takesCodeChallenge && { code_verifier: codeVerifier }),
        }),
      });
      const idToken = answer['id_token'];
      if (answer['ok'] !== true || typeof idToken !== 'string') {
        throw new SignInFault('refused', `Slack gave no id token: ${codeIn(answer)}`);
      }
      return personIn(idToken, { keys: keysAt(keysAddress), issuer, clientId, nonce, now: clock.now().toJSDate() });
    },
  };
}

/** The keys are fetched when one of an unknown id signs, and kept. */
function remoteKeys(): (address: string) => JWTVerifyGetKey {
  const known = new Map<string, JWTVerifyGetKey>();
  return (address) => {
    const keys = known.get(address) ?? createRemoteJWKSet(new URL(address), KEY_OPTIONS);
    known.set(address, keys);
    return keys;
  };
}

function challenge(codeVerifier: string): string {
  return createHash('sha256').update(codeVerifier).digest('base64url');
}

/** Slack's error codes hold nothing of ours; anything longer is not one. */
function codeIn({ error }: Record<string, unknown>): string {
  return typeof error === 'string' && /^\w{1,50}$/.test(error) ? error : 'no reason given';
}
