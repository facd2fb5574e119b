import { expect, test } from '@jest/globals';
import { acmeSeed } from '../../../src/sandbox/slack-simulator/seed.ts';
import { ALICE, refusal, startSetting, TEAM_CHANNEL, zenithSeed } from './setting.ts';

test('users.info tells zone, offset of the day and locale', async () => {
  const { client, advance } = await startSetting();
  const look = async (include_locale: boolean) => (await client.users.info({ user: ALICE, include_locale })).user;

  expect(await look(true)).toMatchObject({
    id: ALICE,
    team_id: 'T0ACME000',
    name: 'alice',
    real_name: 'Alice Adler',
    tz: 'Europe/Berlin',
    tz_offset: 3600,
    locale: 'en-GB',
    is_bot: false,
    deleted: false,
    profile: { email: 'alice@acme.example' },
  });
  expect(await look(false)).not.toHaveProperty('locale');
  advance(60 * 86_400_000);
  expect(await look(false)).toMatchObject({ tz_offset: 7200 });
});

test('without its scope no e-mail is told', async () => {
  const scopes = acmeSeed.scopes.filter((scope) => scope !== 'users:read.email');
  const { client } = await startSetting({ teams: [{ ...acmeSeed, scopes }] });

  expect((await client.users.info({ user: ALICE })).user?.profile).not.toHaveProperty('email');
  expect(await refusal(client.users.lookupByEmail({ email: 'alice@acme.example' }))).toBe('missing_scope');
});

test('a missing scope is named with those that are there', async () => {
  const { client } = await startSetting({ teams: [{ ...acmeSeed, scopes: ['commands', 'chat:write'] }] });

  await expect(client.users.info({ user: ALICE })).rejects.toMatchObject({
    data: { ok: false, error: 'missing_scope', needed: 'users:read', provided: 'commands,chat:write' },
  });
});

test('people are found by e-mail unless they left', async () => {
  const { client } = await startSetting();

  expect((await client.users.lookupByEmail({ email: 'Bob@acme.example' })).user?.id).toBe('U0BOB0000');
  expect(await refusal(client.users.lookupByEmail({ email: 'dana@acme.example' }))).toBe('users_not_found');
});

test('three hundred people come in pages', async () => {
  const crowd = Array.from({ length: 300 }, (_, n) => ({ id: `U0CROWD${n}`, name: `p${n}`, realName: `Person ${n}` }));
  const { client } = await startSetting({ teams: [{ ...acmeSeed, people: crowd, channels: [] }] });
  const seen: unknown[] = [];

  for await (const page of client.paginate('users.list', { limit: 100 })) {
    seen.push(...((page as { members?: { id: string }[] }).members ?? []).map(({ id }) => id));
  }

  expect(seen).toEqual([...crowd.map(({ id }) => id), 'U0CONVENE', 'USLACKBOT']);
});

test('members of groups and channels are told', async () => {
  const { client } = await startSetting();

  expect((await client.usergroups.users.list({ usergroup: 'S0ENG0000' })).users).toEqual(['U0BOB0000', 'U0CHEN000']);
  expect((await client.conversations.members({ channel: TEAM_CHANNEL })).members).toContain(ALICE);
  expect(await refusal(client.usergroups.users.list({ usergroup: 'S0NONE000' }))).toBe('no_such_subteam');
  expect(await refusal(client.conversations.members({ channel: 'C0SECRET0' }))).toBe('channel_not_found');
});

test('a token is refused when nobody has it', async () => {
  const { as } = await startSetting();

  expect(await refusal(as('xoxb-sandbox-wrong').auth.test())).toBe('invalid_auth');
});

test('the token of one team cannot touch another, and trying is a violation', async () => {
  const { slack, client, as } = await startSetting({ teams: [acmeSeed, zenithSeed] });
  const zenith = as(zenithSeed.botToken);
  const { channel = '' } = await client.conversations
    .open({ users: ALICE })
    .then((opened) => ({ channel: opened.channel?.id }));

  expect([
    await refusal(zenith.users.info({ user: ALICE })),
    await refusal(zenith.chat.postMessage({ channel, text: 'Hello' })),
    (await zenith.auth.test()).team_id,
  ]).toEqual(['user_not_found', 'channel_not_found', 'T0ZENITH0']);
  expect(slack.violations()).toEqual([
    'users.info: a person of T0ACME000 with the token of T0ZENITH0',
    'chat.postMessage: a conversation of T0ACME000 with the token of T0ZENITH0',
  ]);
});

test('direct messages fail where the Messages tab is off', async () => {
  const { client } = await startSetting({ teams: [{ ...acmeSeed, messagesTabEnabled: false }] });

  expect(await refusal(client.chat.postMessage({ channel: ALICE, text: 'Hello' }))).toBe('messages_tab_disabled');
});

test.each(['no.such.method', 'constructor'])('%s is no method', async (method) => {
  const { slack, client } = await startSetting();

  expect(await refusal(client.apiCall(method))).toBe('unknown_method');
  expect(slack.violations()).toEqual([`${method}: no such method in the simulator`]);
});

test('arguments may come as JSON', async () => {
  const { slack } = await startSetting();

  const response = await fetch(`${slack.apiUrl}users.info`, {
    method: 'POST',
    headers: { authorization: `Bearer ${acmeSeed.botToken}`, 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ user: ALICE }),
  });

  expect(await response.json()).toMatchObject({ ok: true, user: { id: ALICE } });
});
