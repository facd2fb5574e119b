import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import express from 'express';
import { pino } from 'pino';
import { makeFeedLinks } from '../../src/domain/feed-links.ts';
import type { SlackUserId } from '../../src/domain/ids.ts';
import { deriveLinkKeys } from '../../src/domain/join-link.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { feedRoutes } from '../../src/door/feed-routes.ts';
import { makeCalendarMeetingFor } from '../../src/usecases/calendar-meeting-for.ts';
import { makeFetchFeed } from '../../src/usecases/fetch-feed.ts';
import { eventsByIcalJs } from '../calendar/calendars.ts';
import { ACME, AGREED_AT, aMeeting, BOB, type STANDUP } from '../support/a-meeting.ts';
import { links } from '../usecases/stage.ts';

const feedLinks = makeFeedLinks('https://meet.acme.org', deriveLinkKeys(['q7Vw2mT9xKc4RzL1pHs8NbYd3JfGa6Eu'], 'feed'));

let server: Server;
let meetings: Meeting[];
let asked: unknown[];
let version: number;

beforeEach(async () => {
  meetings = [aMeeting(), aMeeting({ id: 'off-standup-with-bob00' as typeof STANDUP, status: 'cancelled' })];
  asked = [];
  version = 1;
  const fetchFeed = makeFetchFeed({
    feedLinks,
    feedVersionOf: async () => version,
    isInstalled: async () => true,
    meetingsBetween: async (workspace, user, from, to) => {
      asked.push([workspace, user, from.toISODate(), to.toISODate()]);
      return meetings;
    },
    calendarMeetingFor: makeCalendarMeetingFor(links),
    clock: { now: () => AGREED_AT },
  });
  const app = express()
    .set('etag', false)
    .use(feedRoutes({ fetchFeed, log: pino({ level: 'silent' }) }));
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

function pathFor(user: SlackUserId = BOB): string {
  return new URL(feedLinks.urlFor({ workspace: ACME, user, version: 1 })).pathname;
}

/** As a calendar asks: nothing is unpacked for it. */
async function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const { port } = server.address() as AddressInfo;
  const sent = request({ host: '127.0.0.1', port, path, method, headers }).end();
  const [answer] = await once(sent, 'response');
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return { status: answer.statusCode as number, headers: answer.headers, body: Buffer.concat(chunks) };
}

test('shows the meetings of one person from two weeks back to a year ahead', async () => {
  const { status, headers, body } = await ask(pathFor());

  expect(asked).toEqual([[ACME, BOB, '2026-02-16', '2027-03-02']]);
  expect([status, headers['content-type'], headers['cache-control'], headers['last-modified']]).toEqual([
    200,
    'text/calendar; charset=utf-8',
    'private, max-age=300',
    'Mon, 02 Mar 2026 09:00:00 GMT',
  ]);
  expect(headers['set-cookie']).toBeUndefined();
  expect(eventsByIcalJs(body.toString()).map(({ summary }) => summary)).toEqual(['Standup']);
});

test('says that nothing has changed, until something has', async () => {
  const { etag = '' } = (await ask(pathFor())).headers;
  const same = await ask(pathFor(), { 'if-none-match': `"other", ${etag}` });
  expect([same.status, same.body.length, same.headers.etag]).toEqual([304, 0, etag]);

  meetings = [];
  const date = 'Mon, 02 Mar 2027 09:00:00 GMT';
  const changed = await ask(pathFor(), { 'if-none-match': etag, 'if-modified-since': date });
  expect([changed.status, changed.headers.etag === etag]).toEqual([200, false]);
  expect(changed.body.toString()).toContain('BEGIN:VTIMEZONE');
});

test('a date alone says nothing of a meeting that is gone', async () => {
  expect((await ask(pathFor(), { 'if-modified-since': 'Mon, 02 Mar 2027 09:00:00 GMT' })).status).toBe(200);
});

test('is packed where that is asked for, and the same inside', async () => {
  const plain = await ask(pathFor());
  const packed = await ask(pathFor(), { 'accept-encoding': 'gzip' });

  expect([packed.headers['content-encoding'], packed.headers.vary, packed.headers.etag]).toEqual([
    'gzip',
    'Accept-Encoding',
    plain.headers.etag,
  ]);
  expect(gunzipSync(packed.body)).toEqual(plain.body);
});

test('HEAD says what GET would', async () => {
  const [get, head] = [await ask(pathFor()), await ask(pathFor(), {}, 'HEAD')];

  expect(head.body).toHaveLength(0);
  expect({ ...head.headers, date: '' }).toEqual({ ...get.headers, date: '' });
});

test('what is no feed, never was one, or is none any more looks all the same', async () => {
  const genuine = pathFor();
  version = 2;
  const answers = await Promise.all(
    [
      genuine,
      genuine.replace(/.{6}\.ics$/, 'forged.ics'),
      genuine.replace(BOB, 'U0ALICE00'),
      genuine.replace('.ics', ''),
      '/calendar/x.ics',
    ].map((path) => ask(path)),
  );

  const shown = answers.map(({ status, headers, body }) => [status, { ...headers, date: '' }, body.toString()]);
  expect(new Set(shown.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(shown[0]?.[0]).toBe(404);
  expect(asked).toEqual([]);
});

test('whoever tries addresses out is held up after sixty a minute, and calendars that share theirs are not', async () => {
  const tries = await Promise.all(Array.from({ length: 61 }, (_, n) => ask(`/calendar/forged${n}.ics`)));
  const [refused, ...others] = tries.filter(({ status }) => status !== 404);

  expect([refused?.status, Number(refused?.headers['retry-after']) > 0, others]).toEqual([429, true, []]);
  expect((await ask(pathFor())).status).toBe(200);
});

test('nothing but looking is possible', async () => {
  const { status, headers } = await ask(pathFor(), {}, 'POST');

  expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
});
