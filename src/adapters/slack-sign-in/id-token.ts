import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { SlackPerson } from '../../domain/slack-person.ts';
import { SignInFault } from '../../ports/sign-in.ts';

const CLOCKS_DIFFER_BY_SECONDS = 60;
const LONGEST_NAME = 100;

/** What is wrong with the token itself; anything else that is thrown came from fetching the keys. */
const REFUSALS: readonly string[] = [
  errors.JWSInvalid,
  errors.JWTInvalid,
  errors.JWTExpired,
  errors.JWTClaimValidationFailed,
  errors.JWSSignatureVerificationFailed,
  errors.JWKSNoMatchingKey,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
].map(({ code }) => code);

/** Who an id token says signed in (OpenID Connect Core 1.0, section 3.1.3.7). @throws SignInFault */
export async function personIn(
  idToken: string,
  expected: {
    readonly keys: JWTVerifyGetKey;
    readonly issuer: string;
    readonly clientId: string;
    readonly nonce: string;
    readonly now: Date;
  },
): Promise<SlackPerson> {
  const { keys, issuer, clientId, nonce, now } = expected;
  const claims = await jwtVerify(idToken, keys, {
    algorithms: ['RS256'],
    issuer,
    audience: clientId,
    requiredClaims: ['exp', 'iat', 'nonce'],
    clockTolerance: CLOCKS_DIFFER_BY_SECONDS,
    currentDate: now,
  }).then(({ payload }) => payload, asFault);
  // A token for several parties could have been given to another of them.
  if (claims.aud !== clientId) throw new SignInFault('refused', 'the id token is for others too');
  if (claims['nonce'] !== nonce) throw new SignInFault('refused', 'the id token belongs to another try');
  return person(claims);
}

function person(claims: JWTPayload): SlackPerson {
  const text = (claim: string) => (typeof claims[claim] === 'string' && claims[claim] !== '' ? claims[claim] : null);
  const team = text('https://slack.com/team_id');
  const user = text('https://slack.com/user_id');
  if (!team || !user) throw new SignInFault('refused', 'the id token names nobody');
  const name = text('name')?.slice(0, LONGEST_NAME) ?? null;
  return { team, enterprise: text('https://slack.com/enterprise_id'), user, name };
}

function asFault(cause: unknown): never {
  const isRefusal = cause instanceof errors.JOSEError && REFUSALS.includes(cause.code);
  if (isRefusal) throw new SignInFault('refused', `the id token is not good: ${cause.code}`, { cause });
  throw new SignInFault('unavailable', 'the keys of Slack cannot be fetched', { cause });
}
