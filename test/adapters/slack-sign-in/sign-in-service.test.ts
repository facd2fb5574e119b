import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import { makeSlackSignIn } from '../../../src/adapters/slack-sign-in/sign-in-service.ts';
import type { SignInService } from '../../../src/ports/sign-in.ts';
import type { Fault } from '../../../src/sandbox/slack-simulator/calls.ts';
import { SANDBOX_SIGN_IN } from '../../../src/sandbox/slack-simulator/openid/app.ts';
import { acmeSeed } from '../../../src/sandbox/slack-simulator/seed.ts';
import type { SlackSimulator } from '../../../src/sandbox/slack-simulator/simulator.ts';
import { startSlackSimulator } from '../../../src/sandbox/slack-simulator/start.ts';

const APP = 'http://127.0.0.1:9';
const attempt = { state: 's'.repeat(43), nonce: 'n'.repeat(43), codeVerifier: 'v'.repeat(43) };

let slack: SlackSimulator;
let service: SignInService;

beforeEach(async () => {
  slack = await startSlackSimulator({ clock: Date.now, signingSecret: 'x'.repeat(32), teams: [acmeSeed] });
  slack.connect(`${APP}/slack/events`);
  service = make();
});

afterEach(() => slack.close());

function make(changes: Partial<Parameters<typeof makeSlackSignIn>[0]> = {}): SignInService {
  const issuer = new URL(slack.apiUrl).origin;
  const redirectUri = `${APP}/auth/slack/callback`;
  return makeSlackSignIn({ issuer, ...SANDBOX_SIGN_IN, redirectUri, clock: { now: DateTime.utc }, ...changes });
}

/** Goes where the browser is sent, says who they are, and gives the code that it comes back with. */
async function codeOf(user: string, begun = attempt): Promise<string> {
  const address = new URL(await service.addressFor(begun, acmeSeed.id));
  address.searchParams.set('as', `${acmeSeed.id}/${user}`);
  const back = new URL((await fetch(address, { redirect: 'manual' })).headers.get('location') ?? '');
  expect(back.searchParams.get('state')).toBe(begun.state);
  return back.searchParams.get('code') ?? '';
}

test('sends the browser to Slack with what comes back, for this workspace, and no secret', async () => {
  const address = new URL(await service.addressFor(attempt, 'T0ACME000'));

  expect([address.origin, address.pathname, Object.fromEntries(address.searchParams)]).toEqual([
    new URL(slack.apiUrl).origin,
    '/openid/connect/authorize',
    {
      response_type: 'code',
      scope: 'openid profile',
      client_id: SANDBOX_SIGN_IN.clientId,
      redirect_uri: `${APP}/auth/slack/callback`,
      state: attempt.state,
      nonce: attempt.nonce,
      team: 'T0ACME000',
    },
  ]);
});

test('who signs in after Slack took a new key is known too', async () => {
  await service.personOf(await codeOf('U0BOB0000'), attempt);
  slack.replaceSigningKey();

  expect(await service.personOf(await codeOf('U0ALICE00'), attempt)).toMatchObject({ user: 'U0ALICE00' });
});

test('an organization is not asked for as if it were a team', async () => {
  expect(new URL(await service.addressFor(attempt, 'E0ACME000')).searchParams.has('team')).toBe(false);
});

test('tells who signed in, asks for the metadata once and for the keys once', async () => {
  for (const user of ['U0BOB0000', 'U0ALICE00'])
    expect(await service.personOf(await codeOf(user), attempt)).toMatchObject({ team: acmeSeed.id, user });

  expect(slack.calls('openid-configuration')).toHaveLength(1);
  expect(slack.calls('openid.keys')).toHaveLength(1);
  expect(slack.violations()).toEqual([]);
});

test.each<[string, string, Fault['play']]>([
  ['the metadata', 'openid-configuration', { kind: 'status', status: 503 }],
  ['the metadata', 'openid-configuration', { kind: 'lost-before' }],
  ['the token', 'openid.connect.token', { kind: 'status', status: 500 }],
  ['the token', 'openid.connect.token', { kind: 'status', status: 429 }],
  ['the token', 'openid.connect.token', { kind: 'lost-after' }],
  ['the keys', 'openid.keys', { kind: 'status', status: 500 }],
])('is not possible now when %s meets a fault (%s, %j), and is again later', async (_, method, play) => {
  const code = method === 'openid-configuration' ? '' : await codeOf('U0BOB0000');
  slack.fault({ method, play });
  const asked = method === 'openid-configuration' ? service.addressFor(attempt, '') : service.personOf(code, attempt);

  await expect(asked).rejects.toMatchObject({ name: 'SignInFault', kind: 'unavailable' });
  expect(await service.personOf(await codeOf('U0BOB0000'), attempt)).toMatchObject({ user: 'U0BOB0000' });
});

test.each([
  ['another try', { nonce: 'm'.repeat(43) }, {}],
  ['another secret', {}, { clientSecret: 'wrong' }],
  ['another app', {}, { clientId: '9.9' }],
  ['another address to come back to', {}, { redirectUri: `${APP}/auth/slack/callback/else` }],
])('a code is refused with %s', async (_, changedAttempt, changedApp) => {
  const code = await codeOf('U0BOB0000');

  await expect(make(changedApp).personOf(code, { ...attempt, ...changedAttempt })).rejects.toMatchObject({
    kind: 'refused',
  });
});

test('a code that was used, or that nobody gave out, is refused', async () => {
  const code = await codeOf('U0BOB0000');
  await service.personOf(code, attempt);

  for (const bad of [code, 'invented']) {
    await expect(service.personOf(bad, attempt)).rejects.toMatchObject({ kind: 'refused' });
  }
});

test('metadata that name another issuer are refused', async () => {
  const other = new URL(slack.apiUrl).origin.replace('127.0.0.1', 'localhost');

  await expect(make({ issuer: other }).addressFor(attempt, '')).rejects.toMatchObject({ kind: 'refused' });
});

test('a token that the service keeps silent about is not waited for longer than ten seconds', async () => {
  const code = await codeOf('U0BOB0000');
  slack.fault({ method: 'openid.connect.token', play: { kind: 'hang' } });

  await expect(service.personOf(code, attempt)).rejects.toMatchObject({ kind: 'unavailable' });
}, 10_000);
