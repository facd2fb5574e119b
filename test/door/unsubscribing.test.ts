import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import express from 'express';
import { pino } from 'pino';
import { unsubscribeRoutes } from '../../src/door/unsubscribe-routes.ts';
import { noAssets } from './client.ts';

let server: Server;
let origin: string;
let ended: string[];

beforeEach(async () => {
  ended = [];
  const unsubscribe = {
    look: async (token: string) => (token === 'genuine' ? 'Standup <b>' : null),
    end: async (token: string) => {
      if (token === 'genuine') ended.push(token);
      return token === 'genuine';
    },
  };
  const app = express().use(unsubscribeRoutes({ unsubscribe, assets: noAssets, log: pino({ level: 'silent' }) }));
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

test('looking asks, and changes nothing', async () => {
  for (const method of ['GET', 'HEAD']) {
    const answer = await fetch(`${origin}/unsubscribe/genuine`, { method });
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
  }
  const page = await (await fetch(`${origin}/unsubscribe/genuine`)).text();

  expect(page).toContain('Standup &#60;b&#62;');
  expect(ended).toEqual([]);
});

test('one click in a mail program, or on our page, ends the reminders', async () => {
  const form = new FormData();
  form.set('List-Unsubscribe', 'One-Click');
  const bodies = [new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }), form];
  for (const body of bodies) {
    const answer = await fetch(`${origin}/unsubscribe/genuine`, { method: 'POST', body });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('You get none of this meeting any more');
  }

  expect(ended).toEqual(['genuine', 'genuine']);
});

test.each<[string, RequestInit]>([
  ['nothing', {}],
  ['another form', { body: new URLSearchParams({ unsubscribe: 'List-Unsubscribe=One-Click' }) }],
  ['JSON', { body: '{"List-Unsubscribe":"One-Click"}', headers: { 'Content-Type': 'application/json' } }],
])('a POST with %s only asks', async (_, init) => {
  const answer = await fetch(`${origin}/unsubscribe/genuine`, { method: 'POST', ...init });

  expect(answer.status).toBe(200);
  expect(ended).toEqual([]);
});

test('an address that is not ours leads nowhere', async () => {
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
  const answers = await Promise.all([
    fetch(`${origin}/unsubscribe/forged`),
    fetch(`${origin}/unsubscribe/forged`, { method: 'POST', body }),
  ]);

  expect(answers.map(({ status }) => status)).toEqual([404, 404]);
});
