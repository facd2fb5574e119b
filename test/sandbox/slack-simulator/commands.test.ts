import { expect, test } from '@jest/globals';
import { ALICE, acme, SECRET_CHANNEL, startSettingWithApp, TEAM_CHANNEL } from './setting.ts';

const standup = { team: acme, user: ALICE, channel: TEAM_CHANNEL, text: 'standup tomorrow 9am @bob' };

test('a typed command arrives signed, with ids for names', async () => {
  const { slack, app } = await startSettingWithApp();

  const answer = await slack.command(standup);

  expect(answer).toEqual({ status: 200, ackMs: expect.any(Number), body: '' });
  expect(app.received.map(({ fields }) => fields)).toEqual([
    {
      token: 'deprecated-verification-token',
      team_id: 'T0ACME000',
      team_domain: 'acme',
      channel_id: 'C0TEAM000',
      channel_name: 'team',
      user_id: 'U0ALICE00',
      user_name: 'alice',
      command: '/meet',
      text: 'standup tomorrow 9am <@U0BOB0000|bob>',
      api_app_id: 'A0CONVENE',
      is_enterprise_install: 'false',
      response_url: expect.stringContaining(new URL(slack.apiUrl).origin),
      trigger_id: expect.stringMatching(/^\d+\.\d+\.\w+$/),
    },
  ]);
  expect(slack.ephemerals(acme, ALICE)).toEqual([]);
  expect(slack.violations()).toEqual([]);
});

test('two commands never share a trigger', async () => {
  const { slack, app } = await startSettingWithApp();

  await slack.command(standup);
  await slack.command(standup);

  expect(new Set(app.received.map(({ fields }) => fields['trigger_id'])).size).toBe(2);
});

test('the acknowledgement is shown to the writer alone', async () => {
  const { slack, app } = await startSettingWithApp();
  app.answerWith({ body: { text: 'Scheduled.' } });

  await slack.command({ ...standup, channel: SECRET_CHANNEL });

  expect(slack.ephemerals(acme, ALICE)).toEqual([
    {
      ts: '1772442000.000000',
      channel: SECRET_CHANNEL,
      user: 'U0CONVENE',
      text: 'Scheduled.',
      blocks: [],
      fileIds: [],
      editedTs: null,
      metadata: null,
    },
  ]);
  expect(slack.messages(acme, SECRET_CHANNEL)).toEqual([]);
});

test('an acknowledgement in_channel is shown to everybody', async () => {
  const { slack, app } = await startSettingWithApp();
  app.answerWith({ body: { response_type: 'in_channel', text: 'Alice called a meeting.' } });

  await slack.command(standup);

  expect(slack.messages(acme, TEAM_CHANNEL).map(({ text }) => text)).toEqual(['Alice called a meeting.']);
});

test.each([
  [{ status: 500 }, 'http_service_error', 500],
  [{ status: 404 }, 'http_client_error', 404],
  [{ delayMs: 3_300 }, 'operation_timeout', 0],
])('the app that answers %j is told on to the writer as %s', async (answer, error, status) => {
  const { slack, app } = await startSettingWithApp();
  app.answerWith(answer);

  const { status: seen } = await slack.command(standup);

  expect(seen).toBe(status);
  expect(slack.ephemerals(acme, ALICE).map(({ text }) => text)).toEqual([`/meet failed with the error "${error}"`]);
  expect(slack.violations()).toEqual([expect.stringContaining(`/meet: ${error}`)]);
});

test('an answer that Slack cannot show is a violation', async () => {
  const { slack, app } = await startSettingWithApp();
  app.answerWith({ body: { text: 'Hello', blocks: [{ type: 'nonsense' }] } });

  await slack.command(standup);

  expect(slack.ephemerals(acme, ALICE).map(({ text }) => text)).toEqual([
    '/meet failed with the error "invalid_command_response"',
  ]);
  expect(slack.violations()).toEqual(['/meet: blocks/0: unsupported type nonsense']);
});

test('a dispatch can be sent again just as it was, and a changed one does not pass the signature', async () => {
  const { slack, app } = await startSettingWithApp();
  const request = slack.signedRequest(standup);

  const statuses = [
    await slack.send(request),
    await slack.send(request),
    await slack.send({ ...request, body: `${request.body}&text=another` }),
  ].map(({ status }) => status);

  expect(statuses).toEqual([200, 200, 401]);
  expect(app.received[1]).toEqual(app.received[0]);
});
