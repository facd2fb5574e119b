import { expect, test } from '@jest/globals';
import { ALICE, acme, BOB, type Setting, startSettingWithApp, TEAM_CHANNEL } from './setting.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const accept = { type: 'button', action_id: 'accept', text: plain('Accept'), value: 'm1' };
const card = [
  { type: 'actions', block_id: 'answers', elements: [accept] },
  { type: 'input', block_id: 'note', label: plain('Note'), element: { type: 'plain_text_input', action_id: 'text' } },
  {
    type: 'actions',
    block_id: 'snooze',
    elements: [{ type: 'static_select', action_id: 'for', options: [{ text: plain('5 min'), value: '5' }] }],
  },
];

async function postCard({ client }: Setting): Promise<{ channel: string; ts: string }> {
  const { channel = '', ts = '' } = await client.chat.postMessage({ channel: ALICE, text: 'Standup', blocks: card });
  return { channel, ts };
}

test('a pressed button arrives with its message, its state and its value', async () => {
  const setting = await startSettingWithApp();
  const { channel, ts } = await postCard(setting);

  const answer = await setting.slack.press({ team: acme, user: ALICE, channel, ts, actionId: 'accept' });

  expect(answer.status).toBe(200);
  expect(setting.app.received.map(({ payload }) => payload)).toEqual([
    {
      type: 'block_actions',
      user: { id: ALICE, username: 'alice', name: 'alice', team_id: acme },
      api_app_id: 'A0CONVENE',
      token: 'deprecated-verification-token',
      trigger_id: expect.any(String),
      team: { id: acme, domain: 'acme' },
      enterprise: null,
      is_enterprise_install: false,
      container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: false },
      channel: { id: channel, name: 'directmessage' },
      message: {
        type: 'message',
        user: 'U0CONVENE',
        bot_id: 'B0CONVENE',
        app_id: 'A0CONVENE',
        team: acme,
        ts,
        text: 'Standup',
        blocks: card,
      },
      state: {
        values: {
          note: { text: { type: 'plain_text_input', value: null } },
          snooze: { for: { type: 'static_select', selected_option: null } },
        },
      },
      response_url: expect.any(String),
      actions: [{ ...accept, block_id: 'answers', action_ts: '1772442000.000000' }],
    },
  ]);
});

test('a chosen option arrives whole', async () => {
  const setting = await startSettingWithApp();
  const { channel, ts } = await postCard(setting);

  await setting.slack.press({ team: acme, user: ALICE, channel, ts, actionId: 'for', value: '5' });

  const selected_option = { text: plain('5 min'), value: '5' };
  expect(setting.app.received[0]?.payload).toMatchObject({
    actions: [{ type: 'static_select', action_id: 'for', block_id: 'snooze', selected_option }],
    state: { values: { snooze: { for: { selected_option } } } },
  });
});

test('a private answer can be pressed, replaced and deleted through its response_url', async () => {
  const { slack, app } = await startSettingWithApp();
  app.answerWith({ body: { text: 'Scheduled.', blocks: [card[0]] } });
  await slack.command({ team: acme, user: ALICE, channel: TEAM_CHANNEL, text: 'standup' });
  const [shown] = slack.ephemerals(acme, ALICE);
  app.answerWith({});
  const press = { team: acme, user: ALICE, channel: TEAM_CHANNEL, ts: String(shown?.ts), actionId: 'accept' };
  await slack.press(press);
  const { payload } = app.received[1] ?? {};
  const respond = (body: object) =>
    fetch(String(payload?.['response_url']), { method: 'POST', body: JSON.stringify(body) });

  await respond({ replace_original: true, text: 'Undone.' });
  const afterReplacing = slack.ephemerals(acme, ALICE).map(({ ts, text }) => [ts, text]);
  await respond({ delete_original: true });

  expect(payload).toMatchObject({ container: { is_ephemeral: true } });
  expect(payload).not.toHaveProperty('message');
  expect(afterReplacing).toEqual([[shown?.ts, 'Undone.']]);
  expect(slack.ephemerals(acme, ALICE)).toEqual([]);
  expect(slack.calls('response_url').map(({ outcome }) => outcome)).toEqual(['ok', 'ok']);
});

test('the message of a button can be replaced for everybody', async () => {
  const setting = await startSettingWithApp();
  const { channel, ts } = await postCard(setting);
  await setting.slack.press({ team: acme, user: ALICE, channel, ts, actionId: 'accept' });
  const address = String(setting.app.received[0]?.payload['response_url']);

  await fetch(address, { method: 'POST', body: JSON.stringify({ replace_original: true, text: 'Accepted' }) });

  expect(setting.slack.messages(acme, channel).map((message) => [message.ts, message.text, message.blocks])).toEqual([
    [ts, 'Accepted', []],
  ]);
});

test('a response_url serves five times within thirty minutes', async () => {
  const { slack, app, advance } = await startSettingWithApp();
  const typed = { team: acme, user: BOB, channel: TEAM_CHANNEL, text: 'standup' };
  await slack.command(typed);
  await slack.command(typed);
  const [first, second] = app.received.map(({ fields }) => String(fields['response_url']));
  const respond = async (address = '') =>
    (await fetch(address, { method: 'POST', body: JSON.stringify({ text: 'Hello' }) })).status;

  const statuses = [];
  for (let use = 0; use < 6; use += 1) statuses.push(await respond(first));
  advance(30 * 60_000 + 1);
  statuses.push(await respond(second));

  expect(statuses).toEqual([200, 200, 200, 200, 200, 404, 404]);
  expect(slack.ephemerals(acme, BOB)).toHaveLength(5);
  expect(slack.violations()).toEqual(['response_url: used_url', 'response_url: expired_url']);
});

test('a command has no original message to replace', async () => {
  const { slack, app } = await startSettingWithApp();
  await slack.command({ team: acme, user: BOB, channel: TEAM_CHANNEL, text: 'standup' });
  const address = String(app.received[0]?.fields['response_url']);

  const response = await fetch(address, {
    method: 'POST',
    body: JSON.stringify({ replace_original: true, text: 'Hello' }),
  });

  expect(response.status).toBe(404);
  expect(slack.violations()).toEqual(['response_url: there is no original message']);
});

test('an app that does not acknowledge a press is reported', async () => {
  const setting = await startSettingWithApp();
  const { channel, ts } = await postCard(setting);
  setting.app.answerWith({ status: 503 });

  await setting.slack.press({ team: acme, user: ALICE, channel, ts, actionId: 'accept' });

  expect(setting.slack.violations()).toEqual([expect.stringContaining('block_actions accept: http_service_error')]);
});

test('a message shortcut brings its message, a global one none', async () => {
  const { slack, app } = await startSettingWithApp();
  const { ts } = slack.say({ team: acme, user: BOB, channel: TEAM_CHANNEL, text: 'Shall we meet?' });
  const who = { team: acme, user: ALICE };

  await slack.shortcut({ ...who, callbackId: 'meet_about_message', message: { channel: TEAM_CHANNEL, ts } });
  await slack.shortcut({ ...who, callbackId: 'schedule_meeting' });

  expect(app.received.map(({ payload }) => payload)).toMatchObject([
    {
      type: 'message_action',
      callback_id: 'meet_about_message',
      channel: { id: TEAM_CHANNEL, name: 'team' },
      message: { user: BOB, text: 'Shall we meet?', ts },
      response_url: expect.any(String),
    },
    { type: 'shortcut', callback_id: 'schedule_meeting', trigger_id: expect.any(String) },
  ]);
  expect(app.received[1]?.payload).not.toHaveProperty('response_url');
});

test('events come in an envelope, and again with the same id', async () => {
  const { slack, app } = await startSettingWithApp();
  const uninstalled = { team: acme, event: { type: 'app_uninstalled' }, eventId: 'Ev1' };

  await slack.event(uninstalled);
  await slack.event({ ...uninstalled, retry: 1 });

  expect(app.received.map(({ fields }) => fields)).toMatchObject([
    { type: 'event_callback', team_id: acme, event_id: 'Ev1', event: { type: 'app_uninstalled' } },
    { type: 'event_callback', event_id: 'Ev1' },
  ]);
  expect(app.received.map(({ headers }) => headers['x-slack-retry-num'])).toEqual([undefined, '1']);
});
