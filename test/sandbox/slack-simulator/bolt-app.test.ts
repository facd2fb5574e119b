import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { ACME_BOT_TOKEN } from '../../../src/sandbox/slack-simulator/seed.ts';
import { ALICE, acme, type Setting, SIGNING_SECRET, startSetting, TEAM_CHANNEL } from './setting.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const undo = { type: 'button' as const, action_id: 'undo', text: plain('Undo') };
const undoRow = { type: 'actions' as const, elements: [undo] };
const titleInput = {
  type: 'input' as const,
  block_id: 'title',
  label: plain('Title'),
  element: { type: 'plain_text_input' as const, action_id: 'text' },
};
const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    const closed = once(server.close(), 'close');
    server.closeAllConnections();
    await closed;
  }
});

/** An unmodified Bolt app that only knows the simulator's address, a token and the signing secret. */
async function startBoltApp({ slack }: Setting, register: (app: App) => void): Promise<void> {
  const receiver = new HTTPReceiver({
    signingSecret: SIGNING_SECRET,
    endpoints: '/slack/events',
    logLevel: LogLevel.ERROR,
  });
  const app = new App({
    token: ACME_BOT_TOKEN,
    receiver,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
  });
  register(app);
  const server = (await receiver.start({ port: 0, host: '127.0.0.1' })) as Server;
  servers.push(server);
  slack.connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`);
}

test('a Bolt app answers a command and undoes it by its button', async () => {
  const setting = await startSetting();
  const { slack } = setting;
  await startBoltApp(setting, (app) => {
    app.command('/meet', async ({ ack, command }) => ack({ text: `Read: ${command.text}`, blocks: [undoRow] }));
    app.action('undo', async ({ ack, respond }) => {
      await ack();
      await respond({ replace_original: true, text: 'Undone' });
    });
  });

  await slack.command({ team: acme, user: ALICE, channel: TEAM_CHANNEL, text: 'standup @bob' });
  const [shown] = slack.ephemerals(acme, ALICE);
  const replaced = new Promise((resolve) => slack.watch(resolve));
  await slack.press({ team: acme, user: ALICE, channel: TEAM_CHANNEL, ts: String(shown?.ts), actionId: 'undo' });

  expect(shown?.text).toBe('Read: standup <@U0BOB0000|bob>');
  expect(await replaced).toMatchObject({ kind: 'message-changed', message: { ts: shown?.ts, text: 'Undone' } });
  expect(slack.violations()).toEqual([]);
});

test('a Bolt app opens a form by a shortcut and posts what is sent with it', async () => {
  const setting = await startSetting();
  const { slack } = setting;
  await startBoltApp(setting, (app) => {
    app.shortcut('schedule_meeting', async ({ ack, shortcut, client }) => {
      const view = { type: 'modal' as const, callback_id: 'schedule', title: plain('Meeting'), submit: plain('Send') };
      await client.views.open({ trigger_id: shortcut.trigger_id, view: { ...view, blocks: [titleInput] } });
      await ack();
    });
    app.view('schedule', async ({ ack, body, view, client }) => {
      await client.chat.postMessage({
        channel: body.user.id,
        text: String(view.state.values['title']?.['text']?.value),
      });
      await ack();
    });
  });

  await slack.shortcut({ team: acme, user: ALICE, callbackId: 'schedule_meeting' });
  await slack.submit({ team: acme, user: ALICE }, { title: 'Standup' });

  const direct = String(slack.directMessage(acme, ALICE));
  expect(slack.messages(acme, direct).map(({ text }) => text)).toEqual(['Standup']);
  expect(slack.views(acme, ALICE)).toEqual([]);
  expect(slack.violations()).toEqual([]);
});

test('a Bolt app refuses a changed request and hears of the Home tab', async () => {
  const setting = await startSetting();
  const { slack } = setting;
  await startBoltApp(setting, (app) => {
    app.event('app_home_opened', async ({ event, client }) => {
      const blocks = [{ type: 'header' as const, text: plain('Meetings') }];
      await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } });
    });
  });
  const request = slack.signedRequest({ team: acme, user: ALICE, channel: TEAM_CHANNEL, text: 'standup' });
  const published = new Promise((resolve) => slack.watchViews(resolve));

  const { status } = await slack.send({ ...request, body: `${request.body}x` });
  await slack.openHome({ team: acme, user: ALICE });

  expect(status).toBe(401);
  expect(await published).toEqual({ kind: 'home', team: acme, user: ALICE });
  expect(slack.home(acme, ALICE)?.view).toMatchObject({ type: 'home' });
});
