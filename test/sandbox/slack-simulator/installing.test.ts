import { expect, test } from '@jest/globals';
import type { Consent } from '../../../src/sandbox/slack-simulator/install/oauth-app.ts';
import { acmeSeed } from '../../../src/sandbox/slack-simulator/seed.ts';
import { ALICE, acme, refusal, SIGNING_SECRET, startSetting, startSettingWithApp } from './setting.ts';

const app = {
  clientId: '1.2',
  clientSecret: 'client secret',
  redirectUrls: ['https://meet.example.com/slack/oauth_redirect'],
  scopes: ['chat:write', 'im:history', 'users:read', 'usergroups:read'],
  rotatesTokens: true,
};
const credentials = { client_id: app.clientId, client_secret: app.clientSecret };
const redirect_uri = app.redirectUrls[0] ?? '';
const inAcme = { kind: 'allow', team: acme, user: ALICE } as const;
const HOUR_MS = 3_600_000;

function authorizeUrl(changes: Record<string, string> = {}): string {
  const asked = { client_id: app.clientId, scope: app.scopes.join(','), redirect_uri, state: 's1', ...changes };
  return `https://slack.example/oauth/v2/authorize?${new URLSearchParams(asked)}`;
}

async function install(setting: Awaited<ReturnType<typeof startSetting>>, consent: Consent = inAcme) {
  const code = new URL(setting.slack.consent(authorizeUrl(), consent)).searchParams.get('code') ?? '';
  const answer = await setting.client.oauth.v2.access({ ...credentials, code, redirect_uri });
  return { code, token: answer.access_token ?? '', refresh_token: answer.refresh_token ?? '' };
}

const start = () => startSetting({ oauthApp: app, teams: [{ ...acmeSeed, isInstalled: false }] });
const renewing = (refresh_token: string) => ({ ...credentials, grant_type: 'refresh_token', refresh_token }) as const;

test.each([
  ['another app', { client_id: '3.4' }, 'invalid_client_id'],
  ['an address that was not registered', { redirect_uri: `${redirect_uri}er` }, 'bad_redirect_uri'],
  ['a scope that the app has not', { scope: 'chat:write,admin' }, 'invalid_scope admin'],
  ['no state', { state: '' }, 'no state, so that anybody could finish what somebody else began'],
])('the page is not shown for %s, and asking is a violation', async (_, changes, problem) => {
  const { slack } = await start();

  expect(() => slack.consent(authorizeUrl(changes), inAcme)).toThrow(problem);
  expect(slack.violations()).toEqual([`oauth/v2/authorize: ${problem}`]);
});

test('a code works once, for what was granted', async () => {
  const setting = await start();
  const back = setting.slack.consent(authorizeUrl(), { ...inAcme, without: ['im:history'] });
  const code = new URL(back).searchParams.get('code') ?? '';
  const answer = await setting.client.oauth.v2.access({ ...credentials, code, redirect_uri });

  expect(answer).toMatchObject({
    scope: 'chat:write,users:read,usergroups:read',
    team: { id: acme },
    expires_in: 43_200,
  });
  expect(await refusal(setting.client.oauth.v2.access({ ...credentials, code, redirect_uri }))).toBe(
    'code_already_used',
  );
});

test('a token expires after twelve hours, and its successor goes on', async () => {
  const setting = await start();
  const { token, refresh_token } = await install(setting);
  const next = await setting.client.oauth.v2.access(renewing(refresh_token));
  setting.advance(12 * HOUR_MS);

  expect(await refusal(setting.as(token).auth.test())).toBe('token_expired');
  expect(await refusal(setting.as(next.access_token ?? '').auth.test())).toBe('token_expired');
});

test('a refresh token works once, and trying twice is a violation', async () => {
  const setting = await start();
  const { refresh_token } = await install(setting);
  await setting.client.oauth.v2.access(renewing(refresh_token));

  expect(await refusal(setting.client.oauth.v2.access(renewing(refresh_token)))).toBe('invalid_refresh_token');
  expect(setting.slack.violations()).toEqual(['oauth.v2.access: a refresh token was used twice']);
});

test('of three tokens the oldest is revoked', async () => {
  const setting = await start();
  const first = await install(setting);
  const second = await setting.client.oauth.v2.access(renewing(first.refresh_token));
  expect(await refusal(setting.as(first.token).auth.test())).toBe('accepted');
  await setting.client.oauth.v2.access(renewing(second.refresh_token ?? ''));

  expect(await refusal(setting.as(first.token).auth.test())).toBe('token_revoked');
});

test('removing the app kills its token and tells it twice', async () => {
  const setting = await startSettingWithApp();
  await setting.slack.uninstall(acme);

  expect(await refusal(setting.client.auth.test())).toBe('token_revoked');
  expect(setting.app.received.map(({ fields }) => (fields['event'] as { type: string }).type)).toEqual([
    'tokens_revoked',
    'app_uninstalled',
  ]);
});

test('the page has a button for each team, and one that cancels', async () => {
  const { slack } = await start();
  const page = await fetch(authorizeUrl().replace('https://slack.example', new URL(slack.apiUrl).origin));
  const links = [...(await page.text()).matchAll(/href="([^"]+)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  );
  const leads = await Promise.all(
    links.map(async (link) => {
      const { headers } = await fetch(new URL(link, slack.apiUrl), { redirect: 'manual' });
      return [...new URL(headers.get('location') ?? '').searchParams.keys()];
    }),
  );

  expect(leads).toEqual([
    ['state', 'code'],
    ['state', 'error'],
  ]);
});

test('sockets are for whoever has the token of the app', async () => {
  const { as } = await startSetting({ appToken: 'xapp-1', signingSecret: SIGNING_SECRET });

  expect(await refusal(as('xapp-2').apps.connections.open({}))).toBe('invalid_auth');
});

test('the token of an organization names the workspace that it asks about', async () => {
  const organizations = [{ id: 'E0GROUP00', name: 'The Group', teams: [acme] }];
  const setting = await startSetting({
    oauthApp: app,
    organizations,
    teams: [{ ...acmeSeed, isInstalled: false }],
  });
  const { token } = await install(setting, {
    kind: 'allow-organization',
    organization: 'E0GROUP00',
    team: acme,
    user: ALICE,
  });
  const { auth, users, usergroups } = setting.as(token);

  expect(await refusal(users.list({}))).toBe('missing_argument');
  expect(await refusal(usergroups.list({ team_id: 'T0ZENITH0' }))).toBe('team_access_not_granted');
  expect((await auth.teams.list({})).teams).toEqual([{ id: acme, name: 'Acme' }]);
});
