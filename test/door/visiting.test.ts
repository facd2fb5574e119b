import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import express from 'express';
import { pino } from 'pino';
import type { Meeting } from '../../src/domain/meeting.ts';
import { refuse } from '../../src/domain/result.ts';
import { readAssets } from '../../src/door/assets.ts';
import { sendSecurityHeaders } from '../../src/door/headers.ts';
import { publicRoutes } from '../../src/door/public-routes.ts';
import { doorRoutes } from '../../src/door/routes.ts';
import { makeFetchInviteFile } from '../../src/usecases/fetch-invite-file.ts';
import { makeFileFor } from '../../src/usecases/file-for.ts';
import { makeLookAtDoor } from '../../src/usecases/look-at-door.ts';
import { makeLookAtPublicMeeting } from '../../src/usecases/look-at-public-meeting.ts';
import { makeVisitPublicMeeting } from '../../src/usecases/visit-public-meeting.ts';
import { links, rules, setStageWithMeeting } from '../usecases/stage.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

/** A public meeting behind its routes on loopback. */
async function serve(changes: Partial<Meeting> = {}) {
  const stage = await setStageWithMeeting({ access: 'public', ...changes });
  const app = express();
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const door = {
    assets: readAssets('build/assets'),
    publicUrl: origin,
    nonceKeys: [Buffer.alloc(32, 7)] as const,
    clock: stage.clock,
    log: pino({ level: 'silent' }),
  };
  app.use(
    sendSecurityHeaders(origin),
    doorRoutes({
      ...door,
      door: {
        isGenuine: (link) => links.read(link) !== null,
        look: makeLookAtDoor({ ...stage, simulated: true }),
        enter: async () => refuse({ kind: 'unknown-link' }),
        answer: async () => refuse({ kind: 'unknown-link' }),
        inviteFile: makeFetchInviteFile({ ...stage, fileFor: makeFileFor(links, stage.clock) }),
      },
      identity: null,
      pressed: () => {},
    }),
    publicRoutes({
      ...door,
      look: makeLookAtPublicMeeting({ ...stage, rules }),
      visit: makeVisitPublicMeeting(stage),
    }),
  );
  const path = new URL(links.publicUrlFor(stage.meeting)).pathname;
  const nonceOf = (page: string) => /name="join-nonce" content="([^"]+)"/.exec(page)?.[1] ?? '';
  return {
    ...stage,
    path,
    open: async (at = path) => {
      const answer = await fetch(origin + at);
      const page = await answer.text();
      return { status: answer.status, headers: answer.headers, page, nonce: nonceOf(page) };
    },
    send: async (nonce: string, body: unknown, headers: Record<string, string> = {}) => {
      const answer = await fetch(origin + path, {
        method: 'POST',
        headers: { Origin: origin, 'X-Join-Nonce': nonce, 'Content-Type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      return { status: answer.status, body: (await answer.json()) as { code?: string; url?: string } };
    },
    visitors: async () => (await stage.seats.ofMeeting(stage.meeting.id)).filter(({ isVisitor }) => isVisitor).length,
  };
}

test('looking shows the meeting, is kept nowhere and changes nothing', async () => {
  const { open, visitors } = await serve();

  const { status, headers, page } = await open();

  expect(status).toBe(200);
  expect(page).toContain('Standup');
  expect([headers.get('cache-control'), headers.get('x-robots-tag')]).toEqual(['no-store', 'noindex, nofollow']);
  expect(await visitors()).toBe(0);
});

test('a name typed into our page is answered with a personal link', async () => {
  const { open, send, visitors } = await serve();
  const { nonce } = await open();

  const first = await send(nonce, { name: 'Zoë' });
  const again = await send(nonce, { name: 'Zoë' });

  expect(first).toEqual({ status: 200, body: { url: expect.stringMatching(/\/j\/[\w.-]+$/) } });
  expect([again, await visitors()]).toEqual([first, 1]);
});

test('the page of that link offers a calendar file, and the file is there', async () => {
  const { open, send } = await serve();
  const { body } = await send((await open()).nonce, { name: 'Zoë' });
  const { pathname } = new URL(body.url ?? '');

  const [, offered = ''] = /href="([^"]+\/invite\.ics)"/.exec((await open(pathname)).page) ?? [];
  const file = await open(offered);
  expect(offered).toBe(`${pathname}/invite.ics`);
  expect([file.status, file.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect(file.page).toContain('SUMMARY:Standup\r\n');
});

test.each<[string, (nonce: string) => [string, unknown, Record<string, string>?], number, string]>([
  ['without a nonce', () => ['', { name: 'Zoë' }], 403, 'stale_page'],
  ['with a nonce that we did not make', (nonce) => [`${nonce.slice(0, -1)}x`, { name: 'Zoë' }], 403, 'stale_page'],
  ['from another site', (nonce) => [nonce, { name: 'Zoë' }, { Origin: 'https://evil.org' }], 403, 'wrong_origin'],
  ['without a name', (nonce) => [nonce, {}], 422, 'name_needed'],
  ['with a name that is none', (nonce) => [nonce, { name: { $gt: '' } }], 422, 'name_needed'],
])('a visit %s gets no link', async (_, request, status, code) => {
  const { open, send, visitors } = await serve();
  const { nonce } = await open();

  expect(await send(...request(nonce))).toMatchObject({ status, body: { code } });
  expect(await visitors()).toBe(0);
});

test.each([
  ['too much of it', `{"name":"${'x'.repeat(2000)}"}`, 413],
  ['what is no JSON', '{"name":', 400],
])('a body with %s is refused', async (_, body, status) => {
  const { open, send } = await serve();
  const { nonce } = await open();

  expect((await send(nonce, body)).status).toBe(status);
});

test('a forged link is nobody’s, whatever it looks like', async () => {
  const { open, path } = await serve();
  const forged = [path.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')), `${path}x`, '/m/', '/m/x.y', `${path}/`];

  const answers = await Promise.all(forged.map(open));

  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
  expect(new Set(answers.map(({ page }) => page)).size).toBe(1);
});

test('a meeting that is not public any more says so', async () => {
  const { open } = await serve({ access: 'invited' });

  const { status, page } = await open();

  expect(status).toBe(200);
  expect(page).toContain('This link no longer lets you in');
  expect(page).not.toContain('<form');
});
