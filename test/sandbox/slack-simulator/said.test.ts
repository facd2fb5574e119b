import { expect, test } from '@jest/globals';
import { ALICE, acme, refusal, SECRET_CHANNEL, startSetting, TEAM_CHANNEL } from './setting.ts';

const link = 'https://meet.example.com/j/m1.alice.1.mac';
const quiet = { unfurl_links: false, unfurl_media: false };
const joinButton = {
  type: 'actions',
  elements: [{ type: 'button', action_id: 'join', text: { type: 'plain_text', text: 'Join' }, url: link }],
};
const mrkdwn = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text, verbatim: true } });

test('a join button in a direct message that is not unfurled is right', async () => {
  const { slack, client } = await startSetting();

  await client.chat.postMessage({ channel: ALICE, text: 'Standup', blocks: [joinButton], ...quiet });

  expect(slack.violations()).toEqual([]);
});

test.each([
  [
    'a join button in a channel',
    { channel: TEAM_CHANNEL, text: 'Standup', blocks: [joinButton], ...quiet },
    'a join link where others see it',
  ],
  [
    'a join link in the text of a channel',
    { channel: TEAM_CHANNEL, text: link, ...quiet },
    'a join link where others see it',
  ],
  [
    'a join link that Slack unfurls',
    { channel: ALICE, text: link, unfurl_links: false },
    'a join link without unfurl_links: false and unfurl_media: false',
  ],
  ['blocks without text', { channel: ALICE, blocks: [mrkdwn('Hello')] }, 'blocks without text'],
  [
    'a link in metadata',
    { channel: ALICE, text: 'Hi', metadata: { event_type: 'e', event_payload: { link } } },
    'a link in metadata',
  ],
  ['<!channel> in the text', { channel: ALICE, text: 'Hello <!channel>' }, 'a broadcast to everybody'],
  [
    '<!here> in mrkdwn',
    { channel: ALICE, text: 'Hello', blocks: [mrkdwn('<!here|here>')] },
    'a broadcast to everybody',
  ],
  [
    'an address in mrkdwn',
    {
      channel: ALICE,
      text: 'Hello',
      blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'https://a.example' } }],
    },
    'mrkdwn whose plain addresses would become links',
  ],
])('%s is posted and noted', async (_what, message, problem) => {
  const { slack, client } = await startSetting();

  expect(await refusal(client.apiCall('chat.postMessage', message))).toBe('accepted');

  expect(slack.violations()).toEqual([`chat.postMessage: ${problem}`]);
});

test('plain text may quote what would be a broadcast in mrkdwn', async () => {
  const { slack, client } = await startSetting();
  const header = { type: 'header', text: { type: 'plain_text', text: '<!channel>' } };

  await client.chat.postMessage({ channel: ALICE, text: 'Hello', blocks: [header] });

  expect(slack.violations()).toEqual([]);
});

test.each([
  ['a text over 40000', { channel: ALICE, text: 'x'.repeat(40_001) }, 'msg_too_long'],
  ['an attachment', { channel: ALICE, text: 'Hi', attachments: [] }, 'invalid_arguments'],
  ['a thread', { channel: ALICE, text: 'Hi', thread_ts: '1.000000' }, 'invalid_arguments'],
  ['nothing to say', { channel: ALICE }, 'no_text'],
  [
    'a block that Slack does not know',
    { channel: ALICE, text: 'Hi', blocks: [{ type: 'nonsense' }] },
    'invalid_blocks',
  ],
  ['blocks that are no list', { channel: ALICE, text: 'Hi', blocks: 'x' }, 'invalid_blocks_format'],
  [
    'metadata without a type',
    { channel: ALICE, text: 'Hi', metadata: { event_payload: {} } },
    'invalid_metadata_schema',
  ],
  [
    'metadata over the limit',
    { channel: ALICE, text: 'Hi', metadata: { event_type: 'e', event_payload: { x: 'x'.repeat(4000) } } },
    'metadata_too_large',
  ],
  ['a channel that is not there', { channel: 'C0NOWHERE', text: 'Hi' }, 'channel_not_found'],
  ['a private channel without the bot', { channel: SECRET_CHANNEL, text: 'Hi' }, 'channel_not_found'],
])('%s is refused', async (_what, message, error) => {
  const { client } = await startSetting();

  expect(await refusal(client.apiCall('chat.postMessage', message))).toBe(error);
});

test('an update keeps what it does not name, and text alone takes the blocks away', async () => {
  const { slack, client } = await startSetting();
  const metadata = { event_type: 'card', event_payload: { meeting: 'm1' } };
  const { channel, ts } = await client.chat.postMessage({
    channel: ALICE,
    text: 'One',
    blocks: [mrkdwn('1')],
    metadata,
  });
  const place = { channel: String(channel), ts: String(ts) };
  const now = () => slack.messages(acme, place.channel)[0];

  await client.chat.update({ ...place, text: 'Two', blocks: [mrkdwn('2')] });
  expect(now()).toMatchObject({ ts, text: 'Two', blocks: [mrkdwn('2')], editedTs: '1772442000.000001', metadata });

  await client.chat.update({ ...place, text: 'Three' });
  expect(now()).toMatchObject({ ts, text: 'Three', blocks: [], editedTs: '1772442000.000002', metadata });

  await client.apiCall('chat.update', { ...place, text: 'Four', metadata: {} });
  expect(now()).toMatchObject({ text: 'Four', metadata: null });
});

test('an update has its own refusals', async () => {
  const { slack, client } = await startSetting();
  const theirs = slack.say({ team: acme, user: ALICE, channel: TEAM_CHANNEL, text: 'Hello' });
  const { ts } = await client.chat.postMessage({ channel: TEAM_CHANNEL, text: 'One' });
  const update = (fields: object) =>
    refusal(client.apiCall('chat.update', { channel: TEAM_CHANNEL, ts, text: 'Two', ...fields }));

  expect([
    await update({ text: 'x'.repeat(4001) }),
    await update({ ts: '1.000000' }),
    await update({ ts: theirs.ts }),
    await update({ channel: ALICE }),
  ]).toEqual(['msg_too_long', 'message_not_found', 'cant_update_message', 'channel_not_found']);
});

test('a deleted message is gone', async () => {
  const { slack, client } = await startSetting();
  const { ts } = await client.chat.postMessage({ channel: TEAM_CHANNEL, text: 'One' });

  await client.chat.delete({ channel: TEAM_CHANNEL, ts: String(ts) });

  expect(slack.messages(acme, TEAM_CHANNEL)).toEqual([]);
  expect(await refusal(client.chat.delete({ channel: TEAM_CHANNEL, ts: String(ts) }))).toBe('message_not_found');
});

test('an ephemeral reaches only people who are there', async () => {
  const { slack, client } = await startSetting();
  const tell = (user: string, channel = TEAM_CHANNEL) =>
    refusal(client.chat.postEphemeral({ channel, user, text: 'Psst' }));

  expect([await tell(ALICE), await tell('U0DANA000'), await tell(ALICE, SECRET_CHANNEL)]).toEqual([
    'accepted',
    'user_not_in_channel',
    'channel_not_found',
  ]);
  expect(slack.ephemerals(acme, ALICE).map(({ text, channel }) => [text, channel])).toEqual([['Psst', TEAM_CHANNEL]]);
  expect(slack.messages(acme, TEAM_CHANNEL)).toEqual([]);
});

test('history of a span of time leaves out its ends unless asked for them', async () => {
  const { client, advance } = await startSetting();
  const post = async (text: string) => {
    advance(1_000);
    return client.chat.postMessage({ channel: ALICE, text });
  };
  const first = await post('One');
  await post('Two');
  const last = await post('Three');
  const span = { channel: String(first.channel), oldest: String(first.ts), latest: String(last.ts) };
  const texts = async (inclusive: boolean) =>
    (await client.conversations.history({ ...span, inclusive })).messages?.map(({ text }) => text);

  expect(await texts(false)).toEqual(['Two']);
  expect(await texts(true)).toEqual(['Three', 'Two', 'One']);
});

test('history gives metadata back, newest first and in pages', async () => {
  const { client } = await startSetting();
  const { channel = '' } = await client.chat.postMessage({ channel: ALICE, text: 'One' });
  const metadata = { event_type: 'card', event_payload: { key: 'k1' } };
  await client.chat.postMessage({ channel: ALICE, text: 'Two', metadata });

  const first = await client.conversations.history({ channel, limit: 1, include_all_metadata: true });
  const second = await client.conversations.history({
    channel,
    limit: 1,
    cursor: first.response_metadata?.next_cursor ?? '',
  });
  const withoutPayload = await client.conversations.history({ channel, limit: 1 });

  expect(first.messages).toMatchObject([{ text: 'Two', metadata }]);
  expect(second.messages).toMatchObject([{ text: 'One' }]);
  expect(second.has_more).toBe(false);
  expect(withoutPayload.messages?.[0]?.metadata).toEqual({ event_type: 'card' });
});
