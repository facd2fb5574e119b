import { type Grant, grantsOf, grantToken, TOKEN_LIFE_SECONDS } from '../state/grants.ts';
import type { World } from '../state/world.ts';
import { type Args, optionalText } from '../web-api/arguments.ts';
import { Refusal } from '../web-api/refusal.ts';
import type { OAuthApp } from './oauth-app.ts';

const CODE_LIFE_MS = 10 * 60_000;

/** `oauth.v2.access`: a code, or a refresh token, for a token. Both work once. @throws Refusal */
export function exchange(world: World, args: Args): object {
  const app = world.oauthApp;
  if (!app || optionalText(args, 'client_id') !== app.clientId) throw new Refusal('invalid_client_id');
  if (optionalText(args, 'client_secret') !== app.clientSecret) throw new Refusal('bad_client_secret');
  switch (optionalText(args, 'grant_type') ?? 'authorization_code') {
    case 'authorization_code':
      return exchangeCode(world, app, optionalText(args, 'code') ?? '', optionalText(args, 'redirect_uri'));
    case 'refresh_token':
      return renew(world, app, optionalText(args, 'refresh_token') ?? '');
    default:
      throw new Refusal('invalid_grant_type');
  }
}

function exchangeCode(world: World, app: OAuthApp, id: string, redirectUri: string | undefined): object {
  const code = world.codes.get(id);
  if (!code || world.clock() - code.madeAt > CODE_LIFE_MS) throw new Refusal('invalid_code');
  if (code.used) throw new Refusal('code_already_used');
  if (redirectUri !== code.redirectUri) throw new Refusal('bad_redirect_uri');
  code.used = true;
  const { consent, scopes } = code;
  const organization =
    consent.kind === 'allow-organization'
      ? (world.organizations.find(({ id: known }) => known === consent.organization) ?? null)
      : null;
  const teams = organization?.teams ?? [consent.team];
  const workspaces = [...world.workspaces.values()].filter(({ id: team }) => teams.includes(team));
  for (const workspace of workspaces) workspace.scopes = scopes;
  const { token, grant } = grantToken(world, { workspaces, organization }, app.rotatesTokens ?? false);
  return { ...tokenJson(token, grant), authed_user: { id: consent.user } };
}

function renew(world: World, app: OAuthApp, refreshToken: string): object {
  const spent = [...world.grants.values()].find((grant) => grant.refreshToken === refreshToken);
  if (!spent || refreshToken === '') throw new Refusal('invalid_refresh_token');
  if (world.spentRefreshTokens.has(refreshToken)) {
    world.journal.violation('oauth.v2.access: a refresh token was used twice');
    throw new Refusal('invalid_refresh_token');
  }
  // A removal kills the chain, not only the newest token.
  if (grantsOf(world, spent).every(({ isRevoked }) => isRevoked)) throw new Refusal('token_revoked');
  world.spentRefreshTokens.add(refreshToken);
  const { token, grant } = grantToken(world, spent, app.rotatesTokens ?? false);
  return tokenJson(token, grant);
}

function tokenJson(token: string, { workspaces: [first], organization, refreshToken }: Grant): object {
  return {
    access_token: token,
    token_type: 'bot',
    scope: first?.scopes.join(','),
    bot_user_id: first?.botUserId,
    app_id: first?.appId,
    team: organization ? null : { id: first?.id, name: first?.name },
    enterprise: organization && { id: organization.id, name: organization.name },
    is_enterprise_install: organization !== null,
    ...(refreshToken ? { refresh_token: refreshToken, expires_in: TOKEN_LIFE_SECONDS } : {}),
  };
}
