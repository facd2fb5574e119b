import { expect, test } from '@jest/globals';
import { ALICE, acme, DANA, ROBOT, refusal, startSetting, TEAM_CHANNEL } from './setting.ts';

test('a message to a person opens the direct message and answers its id', async () => {
  const { slack, client } = await startSetting();

  const posted = await client.chat.postMessage({ channel: ALICE, text: 'Hello' });

  const direct = slack.directMessage(acme, ALICE);
  expect(direct).toMatch(/^D/);
  expect({ channel: posted.channel, ts: posted.ts }).toEqual({ channel: direct, ts: '1772442000.000000' });
  expect(slack.messages(acme, String(direct)).map(({ text }) => text)).toEqual(['Hello']);
});

test('conversations.open answers the same conversation again', async () => {
  const { client } = await startSetting();

  const first = await client.conversations.open({ users: ALICE });
  const second = await client.conversations.open({ users: ALICE });
  const posted = await client.chat.postMessage({ channel: ALICE, text: 'Hello' });

  expect([first.already_open, second.already_open]).toEqual([false, true]);
  expect([second.channel?.id, posted.channel]).toEqual([first.channel?.id, first.channel?.id]);
});

test.each([
  ['nobody', 'U0NOBODY0', 'user_not_found', 'channel_not_found'],
  ['someone deactivated', DANA, 'user_disabled', 'user_disabled'],
  ['a bot', ROBOT, 'cannot_dm_bot', 'cannot_dm_bot'],
])('%s cannot be written to', async (_who, user, onOpen, onPost) => {
  const { client } = await startSetting();

  expect(await refusal(client.conversations.open({ users: user }))).toBe(onOpen);
  expect(await refusal(client.chat.postMessage({ channel: user, text: 'Hello' }))).toBe(onPost);
});

test('messages of one conversation at one instant differ in their ts', async () => {
  const { client } = await startSetting();

  const posted = await Promise.all(
    [1, 2, 3].map((n) => client.chat.postMessage({ channel: TEAM_CHANNEL, text: `${n}` })),
  );

  expect(posted.map(({ ts }) => ts).sort()).toEqual(['1772442000.000000', '1772442000.000001', '1772442000.000002']);
});

test('every call is in the ledger, accepted or not', async () => {
  const { slack, client } = await startSetting();

  await client.chat.postMessage({ channel: TEAM_CHANNEL, text: 'Hello', unfurl_links: false });
  await refusal(client.users.info({ user: 'U0NOBODY0' }));

  expect(slack.calls()).toEqual([
    {
      method: 'chat.postMessage',
      team: acme,
      args: { channel: TEAM_CHANNEL, text: 'Hello', unfurl_links: false },
      at: Date.parse('2026-03-02T09:00:00Z'),
      outcome: 'ok',
    },
    {
      method: 'users.info',
      team: acme,
      args: { user: 'U0NOBODY0' },
      at: Date.parse('2026-03-02T09:00:00Z'),
      outcome: 'user_not_found',
    },
  ]);
});
