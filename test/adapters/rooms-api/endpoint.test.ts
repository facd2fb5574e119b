import { expect, test } from '@jest/globals';
import { dyte, realtimekit } from '../../../src/adapters/rooms-api/dialects.ts';
import { endpointOf } from '../../../src/adapters/rooms-api/endpoint.ts';

const DYTE = { organizationId: 'org', apiKey: 'key' };
const CLOUDFLARE = { accountId: 'acc', appId: 'app/1', apiToken: 'token' };

test('Dyte is asked with organization and key', () => {
  expect(endpointOf(dyte, DYTE)).toMatchObject({
    baseUrl: 'https://api.dyte.io/v2',
    authorization: 'Basic b3JnOmtleQ==',
  });
});

test('RealtimeKit is asked with a token, at the account and the app', () => {
  expect(endpointOf(realtimekit, CLOUDFLARE)).toMatchObject({
    baseUrl: 'https://api.cloudflare.com/client/v4/accounts/acc/realtime/kit/app%2F1',
    authorization: 'Bearer token',
  });
});

test.each(['http://127.0.0.1:8080/v2', 'http://127.0.0.1:8080/v2/', 'http://127.0.0.1:8080/v2//'])(
  'another base URL replaces the whole of it: %s',
  (override) => {
    expect(endpointOf(dyte, DYTE, override).baseUrl).toBe('http://127.0.0.1:8080/v2');
  },
);

const RTK_OWN = 'https://api.cloudflare.com/client/v4/accounts/acc/realtime/kit/other';

test.each([
  ['Dyte', endpointOf(dyte, DYTE), 'dyte', 'https://api.dyte.io/.well-known/webhooks.json'],
  [
    'RealtimeKit',
    endpointOf(realtimekit, CLOUDFLARE),
    'rtk',
    'https://api.realtime.cloudflare.com/.well-known/webhooks.json',
  ],
  [
    'RealtimeKit by its own address',
    endpointOf(realtimekit, CLOUDFLARE, RTK_OWN),
    'rtk',
    'https://api.realtime.cloudflare.com/.well-known/webhooks.json',
  ],
  [
    'Dyte at another host',
    endpointOf(dyte, DYTE, 'https://rooms.example/api/v2'),
    'dyte',
    'https://rooms.example/.well-known/webhooks.json',
  ],
])('the webhooks of %s have their headers and their key', (_, { webhooks }, headerPrefix, keyUrl) => {
  expect(webhooks).toMatchObject({ headerPrefix, keyUrl });
});

test.each([
  'nonsense',
  '',
  'ftp://example.com/v2',
  'https://user:hidden@example.com/v2',
  'https://example.com/v2?key=hidden',
  'https://example.com/v2#hidden',
])('a base URL that cannot be one is refused without showing it: %s', (override) => {
  expect(() => endpointOf(dyte, DYTE, override)).toThrow(
    new Error('The base URL of the rooms API has to be http(s), without user, query or fragment'),
  );
});

test.each(['hidden\n', 'hidden token', '', 'hidden·token'])(
  'a token that no header can carry is refused: %j',
  (apiToken) => {
    expect(() => endpointOf(realtimekit, { ...CLOUDFLARE, apiToken })).toThrow(
      new Error('The credentials for RealtimeKit hold characters that a header cannot carry'),
    );
  },
);
