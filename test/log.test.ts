import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { WebClient } from '@slack/web-api';
import { type Log, makeLog } from '../src/log.ts';

/** What the log writes while `act` uses it, without the times. */
function written(act: (log: Log) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  act(makeLog({ level: 'debug', destination: { write: (line) => void lines.push(line) } }));
  return lines.map((line) => {
    const { time, ...rest } = JSON.parse(line) as Record<string, unknown>;
    expect(time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(line.endsWith('}\n')).toBe(true);
    return rest;
  });
}

test('a line tells the level in words, the fields and the message', () => {
  expect(written((log) => log.info({ teamId: 'T1', attempt: 2 }, 'Delivered'))).toEqual([
    { level: 'info', teamId: 'T1', attempt: 2, msg: 'Delivered' },
  ]);
});

test('a level below the one chosen is not written', () => {
  expect(written((log) => log.trace('Too much'))).toEqual([]);
});

const SECRET_FIELDS = [
  ...['authorization', 'Authorization', 'cookie', 'set-cookie', 'token', 'authToken', 'bot_token', 'participantToken'],
  ...['link', 'joinLink', 'response_url', 'responseUrl', 'upload_url', 'email', 'emails', 'text', 'title', 'blocks'],
  ...['password', 'signingSecret', 'linkSecrets', 'encryptionKey', 'apiKey', 'headers', 'body', 'trigger_id'],
];

test.each(SECRET_FIELDS)('the field %s is hidden at any depth, for any kind of value', (field) => {
  const hidden = { [field]: '[redacted]' };

  expect(
    written((log) => {
      log.info({ [field]: 'canary' });
      log.info({ deep: { list: [{ [field]: { inner: 'canary' } }] } });
      log.child({ [field]: ['canary'] }).info('Child');
    }),
  ).toEqual([
    { level: 'info', ...hidden },
    { level: 'info', deep: { list: [hidden] } },
    { level: 'info', ...hidden, msg: 'Child' },
  ]);
});

test.each([
  ['token xoxb-1-canary.', 'token [redacted]'],
  ['token xoxe.xoxb-1-canary', 'token [redacted]'],
  ['token xapp-1-canary', 'token [redacted]'],
  ['at https://meet.acme.org/j/m1.i1.1.canary?s=2', 'at https://meet.acme.org/j/[redacted]?s=2'],
  ['at https://meet.acme.org/m/m1.canary', 'at https://meet.acme.org/m/[redacted]'],
  ['GET /calendar/canary.ics', 'GET /calendar/[redacted]'],
  ['Authorization: Bearer can-ary.x', 'Authorization: Bearer [redacted]'],
  ['authorization: basic Y2FuYXJ5Og==', 'authorization: basic [redacted]'],
  ['POST https://hooks.slack.com/commands/T1/2/canary failed', 'POST https://hooks.slack.com/[redacted] failed'],
  ['PUT https://files.slack.com/upload/v1/canary', 'PUT https://files.slack.com/[redacted]'],
  ['jwt eyJhbGciOi.eyJjYW5hcnki.c2ln', 'jwt [redacted]'],
  ['key SG.canary.canary', 'key [redacted]'],
  ['smtp://user:canary@mail.acme.org:25', 'smtp://[redacted]@mail.acme.org:25'],
  ['550 <canary.b+c@acme.org> unknown', '550 <[redacted]> unknown'],
])('in any text, %j becomes %j', (text, safe) => {
  expect(
    written((log) => {
      log.info(text);
      log.warn({ detail: { lines: [text] } });
    }),
  ).toEqual([
    { level: 'info', msg: safe },
    { level: 'warn', detail: { lines: [safe] } },
  ]);
});

test('paths of packages and files in a stack stay readable', () => {
  const frame =
    'at Worker.send (file:///srv/node_modules/@slack/web-api/dist/WebClient.js:3:7) /srv/src/calendar/invite-file.js';

  expect(written((log) => log.info(frame))).toEqual([{ level: 'info', msg: frame }]);
});

test('an error keeps name, message, code, stack and causes, and loses everything else', () => {
  const cause = Object.assign(new TypeError('Inner'), { code: 'ECONNRESET', config: 'canary' });
  const error = Object.assign(new RangeError('Outer xoxb-canary', { cause }), { request: { headers: 'canary' } });
  error.stack = 'RangeError: Outer xoxb-canary\n    at f (a.js:1:1)';
  cause.stack = 'TypeError: Inner';

  const told = {
    name: 'RangeError',
    message: 'Outer [redacted]',
    stack: 'RangeError: Outer [redacted]\n    at f (a.js:1:1)',
    cause: { name: 'TypeError', message: 'Inner', stack: 'TypeError: Inner', code: 'ECONNRESET' },
  };
  expect(
    written((log) => {
      log.error({ err: error }, 'Failed');
      log.error({ reason: error }, 'Failed');
      log.error(error);
      log.child({ err: error }).error('Failed');
    }),
  ).toEqual([
    { level: 'error', err: told, msg: 'Failed' },
    { level: 'error', reason: told, msg: 'Failed' },
    { level: 'error', err: told, msg: 'Outer [redacted]' },
    { level: 'error', err: told, msg: 'Failed' },
  ]);
});

test('an error that is its own cause is told to a fixed depth', () => {
  const error = new Error('Loop');
  error.cause = error;

  expect(JSON.stringify(written((log) => log.error(error))).match(/"message":"Loop"/g)).toHaveLength(6);
});

test('the parts of an aggregate are told', () => {
  const [line] = written((log) => log.error(new AggregateError([new Error('First'), 'no error', new Error('Second')])));

  expect(line).toMatchObject({
    err: { name: 'AggregateError', errors: [{ message: 'First' }, { message: 'Second' }] },
  });
});

test.each([
  [200, { 'content-type': 'application/json' }, 'slack_webapi_platform_error'],
  [429, { 'retry-after': '1', 'x-canary': 'canary' }, 'slack_webapi_rate_limited_error'],
  [500, { 'set-cookie': 'canary' }, 'slack_webapi_http_error'],
])(
  "nothing of the request or the answer is told when Slack's client fails with status %i",
  async (status, headers, code) => {
    const server = createServer((_, response) => {
      response.writeHead(status, headers).end(JSON.stringify({ ok: false, error: 'internal_error', detail: 'canary' }));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const slackApiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
    const client = new WebClient('xoxb-canary', {
      slackApiUrl,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
    });

    const error: unknown = await client.chat
      .postMessage({ channel: 'D1', text: 'canary' })
      .catch((reason: unknown) => reason);
    server.close();
    const lines = written((log) => log.error({ err: error, reason: error }, 'Failed'));

    expect(lines).toMatchObject([{ err: { code }, reason: { code } }]);
    expect(JSON.stringify(lines)).not.toContain('canary');
  },
);
