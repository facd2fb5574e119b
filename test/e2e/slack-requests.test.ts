import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sign } from '../../src/sandbox/slack-simulator/dispatch/signature.ts';
import { ACME_TEAM_ID } from '../../src/sandbox/slack-simulator/seed.ts';
import type { SignedRequest } from '../../src/sandbox/slack-simulator/simulator.ts';
import { pressJoin } from '../support/door-client.ts';
import { eventually } from '../support/eventually.ts';
import { counts, inboxOf, inMinutes, joinUrlOf, oneEach } from '../support/inbox.ts';
import { ALICE, BOB, TEAM_CHANNEL } from '../support/people.ts';
import { SIGNING_SECRET, startWorld, type World } from '../support/world.ts';

const FIVE_MINUTES_SECONDS = 300;

let world: World;

beforeAll(async () => {
  world = await startWorld();
});

afterAll(() => world.close());

function typed(text: string): SignedRequest {
  return world.slack.signedRequest({ team: ACME_TEAM_ID, user: ALICE.id, channel: TEAM_CHANNEL, text });
}

function signedAt(secondsFromNow: number, valid: SignedRequest): SignedRequest {
  const { url, body } = valid;
  const contentType = valid.headers['content-type'] ?? '';
  return sign(SIGNING_SECRET, { url, contentType, body }, Date.now() + secondsFromNow * 1_000);
}

function without(header: string, { headers, ...rest }: SignedRequest): SignedRequest {
  return { ...rest, headers: Object.fromEntries(Object.entries(headers).filter(([name]) => name !== header)) };
}

function withHeader(header: string, value: string, { headers, ...rest }: SignedRequest): SignedRequest {
  return { ...rest, headers: { ...headers, [header]: value } };
}

const FORGERIES: readonly [string, (valid: SignedRequest) => SignedRequest][] = [
  ['a signature of zeros', (valid) => withHeader('x-slack-signature', `v0=${'0'.repeat(64)}`, valid)],
  ['an empty signature', (valid) => withHeader('x-slack-signature', '', valid)],
  ['a signature of another length', (valid) => withHeader('x-slack-signature', 'v0=abc', valid)],
  ['another version of signature', (valid) => withHeader('x-slack-signature', `v1=${'0'.repeat(64)}`, valid)],
  ['one flipped byte in the body', (valid) => ({ ...valid, body: valid.body.replace('user_id=U', 'user_id=W') })],
  ['one byte more in the body', (valid) => ({ ...valid, body: `${valid.body}&` })],
  ['the timestamp of another second', (valid) => withHeader('x-slack-request-timestamp', '1700000000', valid)],
  ['a timestamp that is no number', (valid) => withHeader('x-slack-request-timestamp', 'now', valid)],
  ['a stale timestamp, rightly signed', (valid) => signedAt(-FIVE_MINUTES_SECONDS - 5, valid)],
  ['a timestamp of the future, rightly signed', (valid) => signedAt(FIVE_MINUTES_SECONDS + 5, valid)],
  ['no signature', (valid) => without('x-slack-signature', valid)],
  ['no timestamp', (valid) => without('x-slack-request-timestamp', valid)],
  ['no headers of Slack at all', (valid) => withHeaderOnly('content-type', valid)],
];

function withHeaderOnly(name: string, { headers, ...rest }: SignedRequest): SignedRequest {
  return { ...rest, headers: { [name]: headers[name] ?? '' } };
}

const refusals = () =>
  world.program.lines().filter(({ msg }) => msg === 'a request was refused, since Slack did not sign it').length;

test.each(FORGERIES)('%s is answered with 401, and nothing is stored or called', async (name, forge) => {
  await world.quiet(50);
  const callsBefore = world.slack.calls().length + world.rooms.calls().length;
  const refusalsBefore = refusals();

  const answer = await world.slack.send(forge(typed(`${name} tomorrow 9am @bob`)));

  expect(answer.status).toBe(401);
  expect(String(answer.body)).not.toContain('tomorrow');
  await world.quiet(50);
  expect(world.slack.calls().length + world.rooms.calls().length).toBe(callsBefore);
  await eventually(() => expect(refusals()).toBe(refusalsBefore + 1));
});

test('the clocks of Slack and of this machine may differ by less than five minutes', async () => {
  const statuses = [-FIVE_MINUTES_SECONDS + 10, FIVE_MINUTES_SECONDS - 10].map(
    async (seconds) => (await world.slack.send(signedAt(seconds, typed('help')))).status,
  );

  expect(await Promise.all(statuses)).toEqual([200, 200]);
});

test('a command delivered again makes no second meeting and is answered alike', async () => {
  const command = typed('replayed tomorrow 9am @bob');

  const first = await world.slack.send(command);
  await eventually(() => expect(counts(world.slack, [ALICE, BOB], 'replayed')).toEqual(oneEach([ALICE, BOB])));
  const second = await world.slack.send(command);

  expect(first.status).toBe(200);
  expect(second).toEqual({ ...first, ackMs: expect.any(Number) });
  await world.quiet();
  expect(counts(world.slack, [ALICE, BOB], 'replayed')).toEqual(oneEach([ALICE, BOB]));
});

test('a command delivered several times at once makes one meeting', async () => {
  // At an hour when nobody has anything else, of which the first answer alone would tell.
  const command = typed('at once tomorrow 4:40pm @bob');

  const answers = await Promise.all(Array.from({ length: 5 }, () => world.slack.send(command)));

  expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
  await eventually(() => expect(counts(world.slack, [ALICE, BOB], 'at once')).toEqual(oneEach([ALICE, BOB])));
  await world.quiet();
  expect(counts(world.slack, [ALICE, BOB], 'at once')).toEqual(oneEach([ALICE, BOB]));
  expect(world.rooms.rooms().filter(({ title }) => title?.startsWith('at once · '))).toHaveLength(1);
});

test('the same words typed twice are two meetings for who says so', async () => {
  await world.meet('twice tomorrow 9am @bob');
  const { body } = await world.meet('twice tomorrow 9am @bob');
  expect(JSON.stringify(body)).toContain('a moment ago');
  const [question] = world.slack.ephemerals(ACME_TEAM_ID, ALICE.id).slice(-1);
  const { channel = '', ts = '' } = question ?? {};
  await world.slack.press({ team: ACME_TEAM_ID, user: ALICE.id, channel, ts, actionId: 'send_draft' });

  const two = [ALICE, BOB].map(({ name }) => ({ name, cards: 2, files: 2, notices: 0 }));
  await eventually(() => expect(counts(world.slack, [ALICE, BOB], 'twice')).toEqual(two));
});

test('a body of more than a megabyte is refused', async () => {
  const contentType = 'application/x-www-form-urlencoded';
  const body = `text=${'a'.repeat(1024 * 1024)}`;
  const url = `${world.program.url}/slack/events`;

  const answer = await world.slack.send(sign(SIGNING_SECRET, { url, contentType, body }, Date.now()));

  expect(answer.status).toBe(413);
});

test.each([
  ['GET', '/'],
  ['GET', '/nowhere/%3Cscript%3Ealert(1)%3C%2Fscript%3E?q=canary'],
  ['GET', '/%E0%A4%A'],
  ['GET', '/assets/..%2f..%2fpackage.json'],
  ['GET', '/assets/%E0%A4%A'],
  ['GET', '/assets/canary.js'],
  ['POST', '/slack/events/canary'],
  ['POST', '/canary'],
  ['GET', '/sandbox'],
  ['GET', '/j/canary'],
  ['GET', '/j/%E0%A4%A'],
  ['POST', '/j/canary'],
  ['GET', '/j/canary/state'],
  ['GET', '/j/canary/invite.ics'],
  ['GET', '/j/canary/nowhere'],
])('%s %s is 404 and repeats nothing of the address', async (method, path) => {
  const { status, text } = await ask(method, path);

  expect(status).toBe(404);
  expect(text).not.toMatch(/canary|alert|%A4|dependencies/i);
});

test.each(['GET', 'HEAD', 'DELETE', 'OPTIONS'])('%s /slack/events is told that only POST is taken', async (method) => {
  const answer = await fetch(`${world.program.url}/slack/events`, { method });

  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
});

/** Sends the path as it is; fetch would tidy it first. */
function ask(method: string, path: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    request(`${world.program.url}/`, { method, path }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    })
      .on('error', reject)
      .end();
  });
}

test('every answer, whatever its status, carries the security headers and does not say what made it', async () => {
  await world.meet(`headers ${inMinutes(9)} @bob`);
  await eventually(() => expect(counts(world.slack, [ALICE, BOB], 'headers')).toEqual(oneEach([ALICE, BOB])));
  const link = joinUrlOf(inboxOf(world.slack, BOB, 'headers').cards[0]);
  const at = (path: string, init?: RequestInit) => fetch(`${world.program.url}${path}`, init);
  const help = typed('help');
  // The rest of a body that is too large is not read, so that its connection is of no further use.
  const closing = { connection: 'close' };

  const answers = [
    await fetch(link),
    await fetch(`${link}/state`),
    await fetch(`${link}/invite.ics`),
    await at('/healthz'),
    await at('/slack/events', { method: 'POST', headers: help.headers, body: help.body }),
    await at('/slack/events', { method: 'POST', body: 'text=forged' }),
    await fetch(link, { method: 'POST' }),
    await at('/nowhere'),
    await at('/j/forged'),
    await fetch(link, { method: 'PUT' }),
    await fetch(link, { method: 'POST', body: randomBytes(4_000), headers: closing }),
    await at('/slack/events', { method: 'POST', body: randomBytes(1_200_000), headers: closing }),
  ];

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 401, 403, 404, 404, 405, 413, 413]);
  for (const { headers } of answers) {
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('server')).toBeNull();
  }
});

test('a page of a personal link is kept and indexed nowhere', async () => {
  await world.meet(`kept nowhere ${inMinutes(9)} @bob`);
  await eventually(() => expect(counts(world.slack, [BOB], 'kept nowhere')).toEqual(oneEach([BOB])));
  const link = joinUrlOf(inboxOf(world.slack, BOB, 'kept nowhere').cards[0]);

  const answers = [await fetch(link), await fetch(`${link}/state`), (await pressJoin(link)).headers].map((answer) =>
    answer instanceof Headers ? answer : answer.headers,
  );

  for (const headers of answers) {
    expect([headers.get('cache-control'), headers.get('x-robots-tag')]).toEqual(['no-store', 'noindex, nofollow']);
  }
});

test('a link with one letter changed leads nowhere', async () => {
  await world.meet(`changed letter ${inMinutes(9)} @bob`);
  await eventually(() => expect(counts(world.slack, [BOB], 'changed letter')).toEqual(oneEach([BOB])));
  const link = joinUrlOf(inboxOf(world.slack, BOB, 'changed letter').cards[0]);
  const start = link.indexOf('/j/') + 3;

  const places = [start, start + 23, link.length - 1];
  const changed = places.map((place) => {
    return `${link.slice(0, place)}${link[place] === 'A' ? 'B' : 'A'}${link.slice(place + 1)}`;
  });

  expect(await Promise.all(changed.map(async (url) => (await fetch(url)).status))).toEqual([404, 404, 404]);
});

test('nothing was done that a good app does not do', async () => {
  await world.quiet();

  world.expectClean();
});
