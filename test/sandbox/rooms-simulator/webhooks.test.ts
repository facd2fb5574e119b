import { verify } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { BOB, CHEN, DIALECTS, type OpenedSimulator, openSimulator } from './open-simulator.ts';

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let at: OpenedSimulator;
let received: Received[];
/** What the address answers, one after the other, and 200 after that; 0 for a broken connection. */
let answers: number[];
let url: string;
const closing: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  at = await openSimulator({ webhookRetryMs: 1 });
  received = [];
  answers = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
    const status = answers.shift() ?? 200;
    if (status === 0) response.destroy();
    else response.writeHead(status).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  closing.push(at.simulator.close, () => once(server.close(), 'close'));
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const EVENTS = ['meeting.started', 'meeting.ended', 'meeting.participantJoined', 'meeting.participantLeft'];
const parsed = () => received.map(({ body }) => JSON.parse(body));

async function publicKey(): Promise<string> {
  const { origin } = new URL(at.simulator.baseUrls.dyte);
  const answer = await (await fetch(`${origin}/.well-known/webhooks.json`)).json();
  return (answer as { data: { publicKey: string } }).data.publicKey;
}

describe.each(DIALECTS)('webhooks of %s', (dialect) => {
  const prefix = { dyte: 'dyte', realtimekit: 'rtk' }[dialect];
  const register = async (events = EVENTS) =>
    (await at.ask('POST', '/webhooks', { name: 'App', url, events }, dialect)).row.id;

  test('tell of a session in order, signed with the published key', async () => {
    const id = await register();
    const room = await at.makeRoom();
    const bob = await at.addTo(room);
    at.simulator.join(bob.token);
    at.simulator.leave(bob.token);
    await at.simulator.postsSettled();

    expect(parsed()).toMatchObject([
      { event: 'meeting.started', meeting: { id: room } },
      { event: 'meeting.participantJoined', participant: { customParticipantId: 'p-bob' } },
      { event: 'meeting.participantLeft', participant: { leftAt: expect.stringMatching(/^2026-05-04/) } },
      {
        event: 'meeting.ended',
        reason: 'ALL_PARTICIPANTS_LEFT',
        meeting: { status: 'LIVE', endedAt: expect.any(String) },
      },
    ]);
    const key = await publicKey();
    for (const { headers, body } of received) {
      const signature = Buffer.from(String(headers[`${prefix}-signature`]), 'base64');
      expect(verify('RSA-SHA256', Buffer.from(body), key, signature)).toBe(true);
      expect(headers[`${prefix}-webhook-id`]).toBe(id);
    }
    expect(new Set(received.map(({ headers }) => headers[`${prefix}-uuid`])).size).toBe(4);
  });

  test('tell only what was asked for', async () => {
    await register(['meeting.ended']);
    const room = await at.makeRoom();
    for (const person of [BOB, CHEN]) at.simulator.join((await at.addTo(room, person)).token);
    at.simulator.endSession(room);
    await at.simulator.postsSettled();

    expect(parsed()).toMatchObject([{ event: 'meeting.ended', reason: 'HOST_ENDED_MEETING' }]);
  });

  test.each<[number[], Record<string, number>]>([
    [[500, 503], { dyte: 3, realtimekit: 3 }],
    [[0], { dyte: 2, realtimekit: 2 }],
    [[404], { dyte: 2, realtimekit: 1 }],
    [[302], { dyte: 2, realtimekit: 1 }],
    [[500, 500, 500, 500, 500, 500], { dyte: 5, realtimekit: 5 }],
  ])('are sent again after %j as the service does it, with the same id', async (given, times) => {
    await register(['meeting.started']);
    answers = [...given];
    at.simulator.join((await at.addTo(await at.makeRoom())).token);
    await at.simulator.postsSettled();

    expect(received).toHaveLength(times[dialect] ?? 0);
    expect(new Set(received.map(({ headers }) => headers[`${prefix}-uuid`])).size).toBe(1);
    expect(at.simulator.posts()[0]?.answers).toHaveLength(received.length);
  });

  test('can be held, lost, turned around and doubled', async () => {
    await register();
    at.simulator.holdPosts();
    const bob = await at.addTo(await at.makeRoom());
    at.simulator.join(bob.token);
    at.simulator.leave(bob.token);
    expect(received).toEqual([]);
    await at.simulator.releasePosts(([, joined, left]) => (joined && left ? [left, joined, joined] : []));

    expect(parsed().map(({ event }) => event)).toEqual([
      'meeting.participantLeft',
      'meeting.participantJoined',
      'meeting.participantJoined',
    ]);
  });

  test.each([
    ['no name', { url: 'https://meet.acme.org/', events: EVENTS }],
    ['no events', { name: 'App', url: 'https://meet.acme.org/' }],
    ['an unknown event', { name: 'App', url: 'https://meet.acme.org/', events: ['meeting.paused'] }],
    ['http', { name: 'App', url: 'http://meet.acme.org/', events: EVENTS }],
    ['an unknown field', { name: 'App', url: 'https://meet.acme.org/', events: EVENTS, secret: 'x' }],
  ])('are not registered with %s', async (_, body) => {
    expect(Math.floor((await at.ask('POST', '/webhooks', body, dialect)).status / 100)).toBe(4);
    expect((await at.ask('GET', '/webhooks', undefined, dialect)).rows).toEqual([]);
    expect(at.simulator.violations()).toHaveLength(1);
  });
});
