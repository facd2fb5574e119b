import { randomBytes } from 'node:crypto';
import type { ServerRequest } from '../http-server.ts';
import type { World } from '../state/world.ts';
import type { Answer } from '../web-api/reply.ts';
import type { SignInApp } from './app.ts';
import { choosePersonPage, refusalPage } from './authorize-page.ts';
import { type AuthorizeRequest, readAuthorizeRequest } from './authorize-request.ts';
import { type Grant, makeGrants } from './grants.ts';
import { makeSigningKey } from './signing-key.ts';
import { tokenAnswer } from './token-answer.ts';

const ID_TOKENS_LIVE_SECONDS = 300;

/** Sign in with Slack, as an OpenID provider: discovery, the page to sign in on, tokens, keys and what is known of who came. */
export interface OpenIdProvider {
  /** Adds an address that people may be sent back to. */
  registerRedirect(address: string): void;
  /** Signs id tokens with a new key from now on. */
  replaceKey(): void;
  metadata(): Answer;
  keys(): Promise<Answer>;
  authorize(request: ServerRequest): Answer;
  token(request: ServerRequest): Promise<Answer>;
  userInfo(request: ServerRequest): Answer;
}

export function makeOpenIdProvider(world: World, app: SignInApp): OpenIdProvider {
  const key = makeSigningKey();
  const grants = makeGrants(world.clock, () => randomBytes(16).toString('hex'));
  const redirects: string[] = [];

  function claimsOf({ team, user, scopes }: Grant) {
    const workspace = world.workspaces.get(team);
    const person = workspace?.people.get(user);
    return {
      sub: user,
      'https://slack.com/team_id': team,
      'https://slack.com/user_id': user,
      ...(scopes.includes('profile') && {
        name: person?.realName,
        locale: person?.locale,
        'https://slack.com/team_name': workspace?.name,
        'https://slack.com/team_domain': workspace?.domain,
      }),
      ...(scopes.includes('email') && { email: person?.email, email_verified: true }),
    };
  }

  function idTokenFor(grant: Grant): Promise<string> {
    const iat = Math.floor(world.clock() / 1000);
    const times = { iat, auth_time: iat, exp: iat + ID_TOKENS_LIVE_SECONDS };
    return key.sign({ iss: world.origin, aud: app.clientId, nonce: grant.nonce, ...times, ...claimsOf(grant) });
  }

  /** Back to the app, as this person or with nothing but an error. */
  function sendBack(asked: AuthorizeRequest, as: string): Answer {
    const [team = '', user = ''] = as.split('/');
    const person = world.workspaces.get(team)?.people.get(user);
    const target = new URL(asked.redirectUri);
    if (person && !person.deleted) target.searchParams.set('code', grants.issueCode({ ...asked, team, user }));
    else target.searchParams.set('error', 'access_denied');
    target.searchParams.set('state', asked.state);
    return { status: 302, headers: { location: target.href, 'cache-control': 'no-store' }, body: '' };
  }

  return {
    registerRedirect: (address) => void redirects.push(address),
    replaceKey: key.replace,
    metadata: () => ({ status: 200, body: metadataOf(world.origin) }),
    keys: async () => ({ status: 200, body: await key.published() }),
    authorize({ query }) {
      const asked = readAuthorizeRequest(query, app, redirects);
      if ('error' in asked) {
        world.journal.violation(`openid/connect/authorize: ${asked.error}`);
        return refusalPage(asked.error);
      }
      const as = query.get('as');
      if (as !== null) return sendBack(asked, as);
      const own = [...world.workspaces.values()].filter(({ id }) => asked.onlyTeam === id);
      return choosePersonPage(own.length > 0 ? own : [...world.workspaces.values()], query);
    },
    token({ headers, body }) {
      const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
      const form = new URLSearchParams(isForm ? body.toString('utf8') : '');
      return tokenAnswer(form, { app, grants, idTokenFor, violation: world.journal.violation });
    },
    userInfo({ headers }) {
      const grant = grants.ofToken(/^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '');
      return { status: 200, body: grant ? { ok: true, ...claimsOf(grant) } : { ok: false, error: 'invalid_auth' } };
    },
  };
}

function metadataOf(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/openid/connect/authorize`,
    token_endpoint: `${issuer}/api/openid.connect.token`,
    userinfo_endpoint: `${issuer}/api/openid.connect.userInfo`,
    jwks_uri: `${issuer}/openid/connect/keys`,
    scopes_supported: ['openid', 'profile', 'email'],
    response_types_supported: ['code'],
    response_modes_supported: ['form_post'],
    grant_types_supported: ['authorization_code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    claims_supported: ['sub', 'auth_time', 'iss'],
    claims_parameter_supported: false,
    request_parameter_supported: false,
    request_uri_parameter_supported: true,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
  };
}
