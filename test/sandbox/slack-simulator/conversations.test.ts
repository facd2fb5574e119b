import { expect, test } from '@jest/globals';
import { ACME_BOT_TOKEN, acmeSeed } from '../../../src/sandbox/slack-simulator/seed.ts';
import { ALICE, BOB, refusal, SECRET_CHANNEL, startSetting, TEAM_CHANNEL } from './setting.ts';

test('the list of conversations holds what the bot may see', async () => {
  const inSecret = acmeSeed.channels.map((channel) => ({ ...channel, members: [...channel.members, 'U0CONVENE'] }));
  const outside = await startSetting();
  const inside = await startSetting({ teams: [{ ...acmeSeed, channels: inSecret }] });
  const types = 'public_channel,private_channel';
  const names = async ({ client }: typeof outside) =>
    (await client.conversations.list({ types })).channels?.map(({ name }) => name);

  expect(await names(outside)).toEqual(['team']);
  expect(await names(inside)).toEqual(['team', 'secret']);
});

test('each kind of conversation has its own scope', async () => {
  const { client } = await startSetting();
  const direct = (await client.conversations.open({ users: ALICE })).channel?.id ?? '';

  expect([
    await refusal(client.conversations.info({ channel: TEAM_CHANNEL })),
    await refusal(client.conversations.info({ channel: direct })),
    await refusal(client.conversations.history({ channel: direct })),
    await refusal(client.conversations.history({ channel: TEAM_CHANNEL })),
    await refusal(client.conversations.open({ users: `${ALICE},${BOB}` })),
  ]).toEqual(['accepted', 'missing_scope', 'accepted', 'missing_scope', 'missing_scope']);
});

test('a group conversation can be opened where that is allowed', async () => {
  const { client } = await startSetting({
    teams: [{ ...acmeSeed, scopes: [...acmeSeed.scopes, 'mpim:read', 'mpim:write'] }],
  });
  const open = async () => (await client.conversations.open({ users: `${ALICE},${BOB}` })).channel?.id;
  const group = await open();

  expect(group).toMatch(/^G/);
  expect(await open()).toBe(group);
  expect((await client.conversations.open({ users: ALICE })).channel?.id).toMatch(/^D/);
});

test('a permalink leads to a message that is there', async () => {
  const { client } = await startSetting();
  const { ts = '' } = await client.chat.postMessage({ channel: TEAM_CHANNEL, text: 'Hello' });

  const { permalink } = await client.chat.getPermalink({ channel: TEAM_CHANNEL, message_ts: ts });

  expect(new URL(String(permalink)).pathname).toBe('/archives/C0TEAM000/p1772442000000000');
  expect(await refusal(client.chat.getPermalink({ channel: TEAM_CHANNEL, message_ts: '1.000000' }))).toBe(
    'message_not_found',
  );
});

test('the bot is told that it is not in a channel that it can see', async () => {
  const channels = [{ id: 'C0ELSE000', name: 'else', members: [ALICE] }];
  const { client } = await startSetting({ teams: [{ ...acmeSeed, channels }] });

  expect(await refusal(client.chat.postMessage({ channel: 'C0ELSE000', text: 'Hello' }))).toBe('not_in_channel');
});

test('a shared file is downloaded with the token alone', async () => {
  const { slack, client } = await startSetting();
  const channel_id = (await client.conversations.open({ users: ALICE })).channel?.id ?? '';
  await client.filesUploadV2({ channel_id, filename: 'invite.ics', content: 'BEGIN:VCALENDAR' });
  const [message] = slack.messages('T0ACME000', channel_id);
  const { file } = await client.files.info({ file: String(message?.fileIds[0]) });
  const download = async (headers: Record<string, string>) => {
    const response = await fetch(String(file?.url_private), { headers });
    return [response.status, await response.text()];
  };

  expect(await download({ authorization: `Bearer ${ACME_BOT_TOKEN}` })).toEqual([200, 'BEGIN:VCALENDAR']);
  expect(await download({})).toEqual([401, 'not authorized']);
  expect((await fetch(new URL(SECRET_CHANNEL, slack.apiUrl.replace('api', 'files')))).status).toBe(404);
});

test('a call without a token is told so', async () => {
  const { slack } = await startSetting();

  const response = await fetch(`${slack.apiUrl}auth.test`, { method: 'POST' });

  expect(await response.json()).toEqual({ ok: false, error: 'not_authed' });
});
