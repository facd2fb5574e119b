import { expect, test } from '@jest/globals';
import { acmeSeed } from '../../../src/sandbox/slack-simulator/seed.ts';
import { SLACK_LIMITS } from '../../../src/sandbox/slack-simulator/web-api/rate-limits.ts';
import { ALICE, acme, BOB, refusal, type Setting, startSetting, TEAM_CHANNEL, zenithSeed } from './setting.ts';

const post = ({ client }: Setting, channel = TEAM_CHANNEL) => client.chat.postMessage({ channel, text: 'Hello' });
const outcomes = ({ slack }: Setting) => slack.calls().map(({ outcome }) => outcome);
const texts = ({ slack }: Setting) => slack.messages(acme, TEAM_CHANNEL).map(({ text }) => text);

test('a lost answer leaves the message there when it is lost after the call', async () => {
  const setting = await startSetting();
  setting.slack.fault({ method: 'chat.postMessage', play: { kind: 'lost-after' } });

  expect(await refusal(post(setting))).toBe('no answer: slack_webapi_request_error');
  expect(texts(setting)).toEqual(['Hello']);
  expect(outcomes(setting)).toEqual(['lost-after']);
});

test('a call lost before it took effect leaves nothing', async () => {
  const setting = await startSetting();
  setting.slack.fault({ method: 'chat.postMessage', play: { kind: 'lost-before' } });

  expect(await refusal(post(setting))).toBe('no answer: slack_webapi_request_error');
  expect(texts(setting)).toEqual([]);
  expect(await refusal(post(setting))).toBe('accepted');
});

test('a status is played as often as asked, with the time to wait', async () => {
  const setting = await startSetting();
  const play = { kind: 'status', status: 429, retryAfterSeconds: 7 } as const;
  setting.slack.fault({ method: 'chat.postMessage', times: 2, play });

  await expect(post(setting)).rejects.toMatchObject({ retryAfter: 7 });
  await expect(post(setting)).rejects.toMatchObject({ retryAfter: 7 });
  expect(await refusal(post(setting))).toBe('accepted');
  expect(outcomes(setting)).toEqual(['status 429', 'status 429', 'ok']);
});

test('an error of Slack comes with status 200', async () => {
  const setting = await startSetting();
  setting.slack.fault({ method: 'chat.postMessage', play: { kind: 'error', error: 'internal_error' } });

  expect(await refusal(post(setting))).toBe('internal_error');
});

test('a fault for one person waits for the calls about them, by either id', async () => {
  const setting = await startSetting();
  const play = { kind: 'error', error: 'fatal_error' } as const;
  const direct = (await setting.client.conversations.open({ users: ALICE })).channel?.id ?? '';
  setting.slack.fault({ method: 'chat.postMessage', channel: ALICE, times: 2, play });

  expect([
    await refusal(post(setting, BOB)),
    await refusal(post(setting, ALICE)),
    await refusal(post(setting, direct)),
    await refusal(post(setting, direct)),
  ]).toEqual(['accepted', 'fatal_error', 'fatal_error', 'accepted']);
});

test('a fault for one team leaves the others alone', async () => {
  const { slack, client, as } = await startSetting({ teams: [acmeSeed, zenithSeed] });
  slack.fault({ method: 'auth.test', team: zenithSeed.id, play: { kind: 'error', error: 'fatal_error' } });

  expect(await refusal(client.auth.test())).toBe('accepted');
  expect(await refusal(as(zenithSeed.botToken).auth.test())).toBe('fatal_error');
});

test('a slow call takes effect, a hanging one is never answered', async () => {
  const setting = await startSetting();
  setting.slack.fault({ method: 'chat.postMessage', play: { kind: 'slow', ms: 60 } });
  const startedAt = performance.now();

  await post(setting);

  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(55);
  setting.slack.fault({ method: 'auth.test', play: { kind: 'hang' } });
  const signal = AbortSignal.timeout(100);
  await expect(fetch(`${setting.slack.apiUrl}auth.test`, { method: 'POST', signal })).rejects.toThrow('timeout');
  expect(outcomes(setting)).toEqual(['ok', 'hang']);
});

test('uploads meet faults too', async () => {
  const setting = await startSetting();
  setting.slack.fault({ method: 'upload', play: { kind: 'status', status: 503 } });
  const { upload_url = '' } = await setting.client.files.getUploadURLExternal({ filename: 'a.ics', length: 2 });
  const upload = async () => (await fetch(upload_url, { method: 'POST', body: 'hi' })).status;

  expect([await upload(), await upload()]).toEqual([503, 200]);
});

test('with limits a channel takes one message a second on the simulated clock', async () => {
  const setting = await startSetting({ limits: SLACK_LIMITS });

  await post(setting);
  await expect(post(setting)).rejects.toMatchObject({ retryAfter: 1 });
  expect(await refusal(post(setting, ALICE))).toBe('accepted');
  setting.advance(1_000);
  expect(await refusal(post(setting))).toBe('accepted');
  expect(outcomes(setting)).toEqual(['ok', 'ratelimited', 'ok', 'ok']);
});

test('with limits a direct message is one channel under either id', async () => {
  const setting = await startSetting({ limits: SLACK_LIMITS });
  const { channel } = await post(setting, ALICE);

  await expect(post(setting, channel)).rejects.toMatchObject({ retryAfter: 1 });
});

test('with limits a method takes so many calls a minute', async () => {
  const { client, advance } = await startSetting({ limits: { perMinute: { 'users.info': 2 } } });
  const look = () => client.users.info({ user: ALICE });

  await look();
  advance(20_000);
  await look();
  await expect(look()).rejects.toMatchObject({ retryAfter: 40 });
  advance(40_000);
  expect(await refusal(look())).toBe('accepted');
});

test('who watches is told of what a client would see', async () => {
  const setting = await startSetting();
  const changes: string[] = [];
  const stop = setting.slack.watch(({ kind }) => changes.push(kind));

  const { ts = '' } = await post(setting);
  await setting.client.chat.update({ channel: TEAM_CHANNEL, ts, text: 'Bye' });
  await setting.client.chat.postEphemeral({ channel: TEAM_CHANNEL, user: ALICE, text: 'Psst' });
  await setting.client.chat.delete({ channel: TEAM_CHANNEL, ts });
  stop();
  await post(setting);

  expect(changes).toEqual(['message', 'message-changed', 'ephemeral', 'message-deleted']);
});

test.each([
  ['cut-before', 1],
  ['cut-after', 2],
] as const)(
  '%s calls back at the call that was chosen, when %i messages are there, and never answers',
  async (kind, there) => {
    const setting = await startSetting();
    const seen: number[] = [];
    setting.slack.fault({
      method: 'chat.postMessage',
      skip: 1,
      play: { kind, cut: () => seen.push(texts(setting).length) },
    });
    await post(setting);
    const signal = AbortSignal.timeout(100);
    const headers = { authorization: `Bearer ${acmeSeed.botToken}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ channel: TEAM_CHANNEL, text: 'Hello' });

    const unanswered = fetch(`${setting.slack.apiUrl}chat.postMessage`, { method: 'POST', headers, body, signal });

    await expect(unanswered).rejects.toThrow('timeout');
    expect({ seen, outcomes: outcomes(setting) }).toEqual({ seen: [there], outcomes: ['ok', kind] });
  },
);
