import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import { makeUploadBytes } from '../../../src/adapters/slack/upload-bytes.ts';
import type { SlackUserId, WorkspaceId } from '../../../src/domain/ids.ts';
import type { Fault } from '../../../src/sandbox/slack-simulator/calls.ts';
import { chatFaultOf } from '../../contracts/messenger.contract.ts';
import { acme, BOB } from '../../sandbox/slack-simulator/setting.ts';
import { aCard, cardMessage } from '../../support/a-card.ts';
import { aMeeting, BOB as GUEST } from '../../support/a-meeting.ts';
import { openSlack } from './open-slack.ts';

const workspace = acme as WorkspaceId;
const invitation = cardMessage(aCard(aMeeting(), GUEST));

let opened: Awaited<ReturnType<typeof openSlack>>;
let channel: string;
beforeEach(async () => {
  opened = await openSlack();
  channel = (await opened.messenger.openConversation(workspace, BOB as SlackUserId)).channel;
});
afterEach(() => opened.close());

const post = (key = 'key') => opened.messenger.post(workspace, channel, invitation, key);
const findSince = (since: DateTime) => opened.messenger.findPosted(workspace, channel, 'key', since);
const noon = DateTime.fromISO('2026-03-02T09:00:00Z');

test('posts an invitation that Slack accepts, and no crawler follows its link', async () => {
  const { ts } = await post();

  expect(opened.slack.violations()).toEqual([]);
  expect(opened.slack.messages(acme, channel)).toMatchObject([
    {
      ts,
      text: expect.stringContaining('Standup'),
      metadata: { event_type: 'convene_delivery', event_payload: { key: 'key' } },
    },
  ]);
  expect(opened.slack.calls('chat.postMessage')).toMatchObject([
    { args: { unfurl_links: false, unfurl_media: false } },
  ]);
});

test('looks back from two minutes before the message was planned, and no further', async () => {
  await post();

  expect(await findSince(noon.plus({ seconds: 119 }))).toMatchObject({ ts: expect.any(String) });
  expect(await findSince(noon.plus({ minutes: 3 }))).toBe('absent');
});

test('finds a message far back, and gives up after five hundred', async () => {
  await post();
  for (let n = 0; n < 450; n += 1) await post(`other ${n}`);
  expect(await findSince(noon)).toMatchObject({ ts: expect.any(String) });

  for (let n = 0; n < 60; n += 1) await post(`more ${n}`);
  expect(await findSince(noon)).toBe('unknowable');
});

describe('puts what Slack answers into our own words:', () => {
  const error = (code: string): Fault['play'] => ({ kind: 'error', error: code });
  test.each<[Fault['play'], object]>([
    [error('ratelimited'), { kind: 'throttled', retryAfterSeconds: 3, ambiguous: false }],
    [
      { kind: 'status', status: 429, retryAfterSeconds: 12 },
      { kind: 'throttled', retryAfterSeconds: 12, ambiguous: false },
    ],
    [error('internal_error'), { kind: 'unavailable', ambiguous: true }],
    [error('service_unavailable'), { kind: 'unavailable', ambiguous: false }],
    [
      { kind: 'status', status: 503 },
      { kind: 'unavailable', code: 'http_503', ambiguous: true },
    ],
    [
      { kind: 'status', status: 408 },
      { kind: 'unavailable', code: 'http_408', ambiguous: true },
    ],
    [
      { kind: 'status', status: 403 },
      { kind: 'refused', code: 'http_403', ambiguous: false },
    ],
    [{ kind: 'lost-before' }, { kind: 'unavailable', code: 'no_answer', ambiguous: true }],
    [error('token_revoked'), { kind: 'unauthorized', code: 'token_revoked', ambiguous: false }],
    [error('account_inactive'), { kind: 'unauthorized', ambiguous: false }],
    [error('user_disabled'), { kind: 'unreachable', code: 'user_disabled', ambiguous: false }],
    [error('messages_tab_disabled'), { kind: 'unreachable', ambiguous: false }],
    [error('missing_scope'), { kind: 'refused', code: 'missing_scope', ambiguous: false }],
    [error('something_new'), { kind: 'refused', code: 'something_new', ambiguous: false }],
  ])('%j', async (play, fault) => {
    opened.slack.fault({ method: 'chat.postMessage', play });

    expect(await chatFaultOf(post())).toMatchObject(fault);
  });
});

describe('uploads', () => {
  const upload = () => opened.messenger.upload(workspace, { filename: 'a.ics', content: 'BEGIN:VCALENDAR' });
  test.each<[Fault['play'], object]>([
    [{ kind: 'lost-after' }, { kind: 'unavailable', code: 'no_answer' }],
    [
      { kind: 'status', status: 500 },
      { kind: 'unavailable', code: 'http_500' },
    ],
    [
      { kind: 'status', status: 413 },
      { kind: 'refused', code: 'http_413' },
    ],
    [
      { kind: 'status', status: 429, retryAfterSeconds: 9 },
      { kind: 'throttled', retryAfterSeconds: 9 },
    ],
  ])('that meet %j say so', async (play, fault) => {
    opened.slack.fault({ method: 'upload', play });

    expect(await chatFaultOf(upload())).toMatchObject(fault);
  });

  test.each([
    ['https://slack.com/api/', 'http://files.slack.com/upload/1'],
    ['https://slack.com/api/', 'https://files.slack.com.evil.example/upload/1'],
    ['https://slack.com/api/', 'https://files.slack.com:8443/upload/1'],
    ['https://slack.com/api/', 'https://someone@files.slack.com/upload/1'],
    ['https://slack.com/api/', 'http://169.254.169.254/latest'],
    ['https://slack.com/api/', 'file:///etc/passwd'],
    ['https://slack.com/api/', 'no address'],
    ['http://127.0.0.1:1/api/', 'http://127.0.0.1:2/upload/1'],
    ['http://127.0.0.1:1/api/', 'https://files.slack.com/upload/1'],
  ])('where Slack is %s go nowhere like %s', async (apiUrl, url) => {
    const sending = makeUploadBytes(apiUrl, 10_000)(url, Buffer.from('x'));

    expect(await chatFaultOf(sending)).toMatchObject({ kind: 'refused', code: 'foreign_upload_address' });
  });
});

describe('the directory', () => {
  const ask = () => opened.directory.person(workspace, BOB as SlackUserId);

  test('asks once for many who want to know, and keeps the answer', async () => {
    await Promise.all(Array.from({ length: 20 }, ask));
    await ask();

    expect(opened.slack.calls('users.info')).toHaveLength(1);
  });
});
