import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeNonce } from '../../src/door/nonce.ts';
import { StoreUnavailable } from '../../src/ports/documents.ts';
import { NOW } from '../door/client.ts';
import { type Asked, openHttpClient } from '../support/http-client.ts';
import { EVERYWHERE, HTML, KEPT_NOWHERE, NOT_STORED, PROBLEM, TEXT, telling } from './expected-headers.ts';
import { type LinksServer, openLinksServer } from './open-links-server.ts';
import { KEY, PUBLIC_URL } from './open-server.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
const CALENDAR = 'text/calendar; charset=utf-8';
const SOON = { ...KEPT_NOWHERE, 'retry-after': '5' };
const FEED = {
  ...EVERYWHERE,
  'cache-control': 'private, max-age=300',
  vary: 'Accept-Encoding',
  'x-robots-tag': 'noindex, nofollow',
};
const ETAG = `W/"${createHash('sha256').update('BEGIN:VCALENDAR').digest('base64url').slice(0, 27)}"`;
/** Slack's library sets it as it wants to. */
const COOKIE = 'slack-app-oauth-state=…; Secure; HttpOnly; Path=/;';

const [feed, unsubscribe, recording, shared] = [
  '/calendar/genuine.ics',
  '/unsubscribe/genuine',
  '/recordings/genuine',
  '/m/genuine',
];
const mark = randomBytes(16).toString('base64url');
const own = { origin: PUBLIC_URL, 'x-join-nonce': `${mark}.${makeNonce(KEY, `genuine ${mark}`, NOW)}` };
const named = { 'content-type': 'application/json' };

const post = (headers: Asked['headers'] = {}, body = ''): Asked => ({ method: 'POST', headers, body });
const oneClick = (body = 'List-Unsubscribe=One-Click') =>
  post({ 'content-type': 'application/x-www-form-urlencoded' }, body);
const choosing = (body = '{"reminders":true}') =>
  post({ ...named, origin: PUBLIC_URL, 'x-join-nonce': makeNonce(KEY, 'genuine', NOW) }, body);
const visiting = (headers: Asked['headers'] = own, body = '{"name":"Zoe"}') => post({ ...named, ...headers }, body);

let server: LinksServer;
const client = openHttpClient();

beforeAll(async () => {
  server = await openLinksServer();
});

afterAll(async () => {
  client.close();
  await server.close();
});

type Row = [
  status: number,
  path: string,
  asked: Asked,
  type: string | undefined,
  headers: object,
  state?: Partial<LinksServer>,
];

const down = { failure: new StoreUnavailable('down') };
const broken = { failure: new Error('bug') };

const ROWS: Row[] = [
  [200, feed, {}, CALENDAR, FEED],
  [200, feed, { method: 'HEAD' }, CALENDAR, FEED],
  [200, feed, { headers: { 'accept-encoding': 'gzip' } }, CALENDAR, { ...FEED, 'content-encoding': 'gzip' }],
  [304, feed, { headers: { 'if-none-match': ETAG } }, undefined, FEED],
  [404, '/calendar/forged.ics', {}, TEXT, NOT_STORED],
  [404, '/calendar', {}, TEXT, NOT_STORED],
  [405, feed, post(), TEXT, { ...NOT_STORED, allow: 'GET, HEAD' }],
  [503, feed, {}, TEXT, { ...NOT_STORED, 'retry-after': '300' }, down],
  [500, feed, {}, TEXT, NOT_STORED, broken],
  [200, unsubscribe, {}, HTML, KEPT_NOWHERE],
  [200, unsubscribe, { method: 'HEAD' }, HTML, KEPT_NOWHERE],
  [200, unsubscribe, post(), HTML, KEPT_NOWHERE],
  [200, unsubscribe, oneClick(), HTML, KEPT_NOWHERE],
  [404, '/unsubscribe/forged', {}, HTML, KEPT_NOWHERE],
  [404, '/unsubscribe/forged', oneClick(), PROBLEM, KEPT_NOWHERE],
  [404, '/unsubscribe', {}, HTML, KEPT_NOWHERE],
  [405, unsubscribe, { method: 'PUT' }, PROBLEM, { ...KEPT_NOWHERE, allow: 'GET, HEAD, POST' }],
  [200, unsubscribe, choosing(), JSON_TYPE, KEPT_NOWHERE],
  [400, unsubscribe, choosing('{}'), PROBLEM, KEPT_NOWHERE],
  [403, unsubscribe, post(named, '{"reminders":true}'), PROBLEM, KEPT_NOWHERE],
  [413, unsubscribe, oneClick('x'.repeat(2049)), PROBLEM, KEPT_NOWHERE],
  [503, unsubscribe, {}, HTML, SOON, down],
  [500, unsubscribe, oneClick(), PROBLEM, KEPT_NOWHERE, broken],
  [302, recording, {}, TEXT, { ...KEPT_NOWHERE, location: 'https://files.example.com/1.mp4', vary: 'Accept' }],
  [404, '/recordings/forged', {}, HTML, KEPT_NOWHERE],
  [404, '/recordings', {}, HTML, KEPT_NOWHERE],
  [405, recording, post(), PROBLEM, { ...KEPT_NOWHERE, allow: 'GET, HEAD' }],
  [410, recording, {}, HTML, KEPT_NOWHERE, { recording: 'gone' }],
  [503, recording, {}, HTML, { ...KEPT_NOWHERE, 'retry-after': '60' }, { recording: 'not-ready' }],
  [503, recording, {}, HTML, { ...KEPT_NOWHERE, 'retry-after': '30' }, { recording: 'unavailable' }],
  [503, recording, {}, HTML, SOON, down],
  [500, recording, {}, HTML, KEPT_NOWHERE, broken],
  [200, shared, {}, HTML, KEPT_NOWHERE],
  [200, shared, { method: 'HEAD' }, HTML, KEPT_NOWHERE],
  [200, shared, visiting(), JSON_TYPE, KEPT_NOWHERE],
  [403, shared, visiting({ ...own, origin: 'https://evil.example' }), PROBLEM, KEPT_NOWHERE],
  [403, shared, visiting({ origin: PUBLIC_URL }), PROBLEM, KEPT_NOWHERE],
  [403, shared, visiting(), PROBLEM, KEPT_NOWHERE, { visit: 'not-public' }],
  [403, shared, visiting(), PROBLEM, KEPT_NOWHERE, { visit: 'too-many-visitors' }],
  [404, '/m/forged', {}, HTML, KEPT_NOWHERE],
  [404, '/m/forged', visiting(), PROBLEM, KEPT_NOWHERE],
  [404, '/m', {}, HTML, KEPT_NOWHERE],
  [405, shared, { method: 'DELETE' }, PROBLEM, { ...KEPT_NOWHERE, allow: 'GET, HEAD, POST' }],
  [413, shared, visiting(own, `"${'x'.repeat(1023)}"`), PROBLEM, KEPT_NOWHERE],
  [422, shared, visiting(), PROBLEM, KEPT_NOWHERE, { visit: 'name-needed' }],
  [503, shared, {}, HTML, SOON, down],
  [500, shared, {}, HTML, KEPT_NOWHERE, broken],
  [200, '/webhooks/rooms', post({}, '{}'), undefined, NOT_STORED],
  [401, '/webhooks/rooms', post({}, '{}'), undefined, NOT_STORED, { signature: 'forged' }],
  [405, '/webhooks/rooms', {}, undefined, { ...NOT_STORED, allow: 'POST' }],
  [413, '/webhooks/rooms', post({}, 'x'.repeat(256 * 1024 + 1)), undefined, NOT_STORED],
  [415, '/webhooks/rooms', post({ 'content-encoding': 'gzip' }, '{}'), undefined, NOT_STORED],
  [500, '/webhooks/rooms', post({}, '{}'), TEXT, NOT_STORED, broken],
  [503, '/webhooks/rooms', post({}, '{}'), undefined, { ...NOT_STORED, 'retry-after': '5' }, down],
  [503, '/webhooks/rooms', post({}, '{}'), undefined, { ...NOT_STORED, 'retry-after': '5' }, { signature: 'unknown' }],
  [
    302,
    '/slack/install',
    {},
    undefined,
    {
      ...KEPT_NOWHERE,
      location: expect.stringMatching(/^http:\/\/127\.0\.0\.1:9\/oauth/),
      'set-cookie': [`${COOKIE} Max-Age=600`],
    },
  ],
  [400, '/slack/oauth_redirect', {}, HTML, KEPT_NOWHERE],
  [405, '/slack/install', { method: 'POST' }, undefined, { ...KEPT_NOWHERE, allow: 'GET, HEAD' }],
  [405, '/slack/oauth_redirect', { method: 'DELETE' }, undefined, { ...KEPT_NOWHERE, allow: 'GET, HEAD' }],
  [
    400,
    '/slack/oauth_redirect?state=forged&code=1',
    {},
    HTML,
    { ...KEPT_NOWHERE, 'set-cookie': [`${COOKIE} Expires=${new Date(0).toUTCString()}`] },
  ],
];

test.each(ROWS)('%i of %s has exactly the headers it should', async (...row) => {
  const [status, path, asked, type, headers, state = {}] = row;
  Object.assign(server, state);
  const answer = await client.ask(`${server.origin}${path}`, asked).finally(() => server.calm());

  expect([answer.status, answer.headers['content-type']]).toEqual([status, type]);
  expect(telling(answer)).toEqual(headers);
});
