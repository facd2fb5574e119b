import { Duration } from 'luxon';
import type { Clock } from '../../ports/clock.ts';
import { SignInFault } from '../../ports/sign-in.ts';
import { askJson } from './ask-json.ts';

/** What is needed of an OpenID provider's metadata (OpenID Connect Discovery 1.0, section 3). */
export interface Provider {
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly keysAddress: string;
  /** It checks a code verifier under S256. */
  readonly takesCodeChallenge: boolean;
}

const KEPT_FOR = Duration.fromObject({ hours: 1 });

/** Looks the provider up when it is first needed, and again after an hour. @throws SignInFault */
export function makeProviderOf(issuer: string, clock: Clock): () => Promise<Provider> {
  let known: { readonly provider: Provider; readonly since: number } | null = null;

  return async () => {
    const now = clock.now().toMillis();
    if (known && Math.abs(now - known.since) < KEPT_FOR.toMillis()) return known.provider;
    const provider = read(await askJson(`${issuer}/.well-known/openid-configuration`), issuer);
    known = { provider, since: now };
    return provider;
  };
}

function read(metadata: Record<string, unknown>, issuer: string): Provider {
  if (metadata['issuer'] !== issuer) throw new SignInFault('refused', 'the metadata are of another issuer');
  const addressIn = (field: string) => {
    const text = String(metadata[field]);
    const isSafe = URL.canParse(text) && new URL(text).protocol === new URL(issuer).protocol;
    if (!isSafe) throw new SignInFault('refused', `the metadata have no good ${field}`);
    return text;
  };
  const challenges = metadata['code_challenge_methods_supported'];
  return {
    authorizationEndpoint: addressIn('authorization_endpoint'),
    tokenEndpoint: addressIn('token_endpoint'),
    keysAddress: addressIn('jwks_uri'),
    takesCodeChallenge: Array.isArray(challenges) && challenges.includes('S256'),
  };
}
