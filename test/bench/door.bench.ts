import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { makeRoomsApi } from '../../src/adapters/rooms-api/client.ts';
import { realtimekit } from '../../src/adapters/rooms-api/dialects.ts';
import { endpointOf } from '../../src/adapters/rooms-api/endpoint.ts';
import type { PersonSeed } from '../../src/sandbox/slack-simulator/seed.ts';
import { nonceOf, press } from '../support/door-client.ts';
import { eventually } from '../support/eventually.ts';
import { inboxOf, inMinutes, joinUrlOf } from '../support/inbox.ts';
import { linksLike } from '../support/meeting-links.ts';
import { ALICE, colleagues, teamOf } from '../support/people.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { startWorld, type World } from '../support/world.ts';
import { median, quantile, report } from './figures.ts';
import { answersPerSecond } from './load.ts';

const PEOPLE = colleagues(150);
/** So many of them meet most of the time. */
const TEAM = 8;
const CONNECTIONS = 16;
const SECONDS = 3;
const ROUNDS = 5;
/** What the simulated video service takes for a participant. */
const SERVICE_MS = 40;
/** Fifteen hundred people a minute. */
const PRESS_EVERY_MS = 40;

/** The page of a link, and presses on it, each against the least that it needs. */
export async function door(): Promise<void> {
  const world = await startWorld({ team: teamOf(PEOPLE.length), settings: { LOG_LEVEL: 'info' } });
  try {
    const [link = ''] = await meetingOf(world, 'team', PEOPLE.slice(0, TEAM));
    await comparePages(link);
    await comparePresses(world, await meetingOf(world, 'crowd', PEOPLE));
  } finally {
    await world.close();
  }
}

/** The links of a meeting whose doors are open, when everything about it has been sent. */
async function meetingOf(world: World, title: string, people: readonly PersonSeed[]): Promise<string[]> {
  await world.meet(`${title} ${inMinutes(9)} ${people.map(({ name }) => `@${name}`).join(' ')}`);
  const own = await eventually(() => joinUrlOf(inboxOf(world.slack, ALICE, title).cards[0]), 20_000);
  await world.quiet(3_000);
  return linksLike(own, people);
}

async function comparePages(link: string): Promise<void> {
  const folder = await makeTemporaryFolder();
  const bare = await startBarePage(folder.directory, link);
  try {
    const rates: { ours: number; least: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const ours = await answersPerSecond(link, CONNECTIONS, SECONDS);
      rates.push({ ours, least: await answersPerSecond(bare.url, CONNECTIONS, SECONDS) });
    }
    const [ours, least] = [median(rates.map((rate) => rate.ours)), median(rates.map((rate) => rate.least))];
    const ratio = median(rates.map((rate) => rate.ours / rate.least)).toFixed(2);
    report(
      `join page: ${ours.toFixed(0)}/s, one read and the same bytes ${least.toFixed(0)}/s, ratio ${ratio} [goal at least 0.7]`,
    );
  } finally {
    await bare.close();
    await folder.remove();
  }
}

async function startBarePage(directory: string, link: string) {
  const answer = await fetch(link);
  const [page, headers] = [join(directory, 'page.html'), join(directory, 'headers.json')];
  writeFileSync(page, await answer.text());
  const byNode = ['date', 'connection', 'keep-alive', 'content-length'];
  writeFileSync(
    headers,
    JSON.stringify(Object.fromEntries([...answer.headers].filter(([name]) => !byNode.includes(name)))),
  );
  const program = fileURLToPath(new URL('./processes/bare-page.js', import.meta.url));
  const child = spawn(process.execPath, [program, directory, page, headers], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = await once(child.stdout.setEncoding('utf8'), 'data');
  const ended = once(child, 'close');
  return {
    url: `http://127.0.0.1:${Number(port)}/j/${'x'.repeat(80)}`,
    async close() {
      child.kill();
      await ended;
    },
  };
}

async function comparePresses(world: World, links: readonly string[]): Promise<void> {
  const slow = { kind: 'slow', ms: SERVICE_MS } as const;
  world.rooms.fault({ operation: 'add-participant', times: 2 * links.length, play: slow });
  const room = world.rooms.rooms().at(-1);
  if (!room) throw new Error('There is no room');
  const nonces: string[] = [];
  for (const link of links) nonces.push(await nonceOf(link));
  const ours = await timesOf(links, async (link, index) => {
    const { status } = await press(link, nonces[index] ?? '');
    if (status !== 200) throw new Error(`A press was answered with ${status}`);
  });
  const service = makeRoomsApi(
    endpointOf(realtimekit, world.rooms.credentials.realtimekit, world.rooms.baseUrls.realtimekit),
  );
  const alone = await timesOf(links, async (_, index) => {
    await service.addParticipant(room.id, {
      name: 'Somebody',
      personId: `bench-${index}`,
      preset: 'group_call_participant',
    });
  });
  for (const [name, share] of [
    ['median', 0.5],
    ['p99', 0.99],
  ] as const) {
    const [our, their] = [quantile(ours, share), quantile(alone, share)];
    const goal = name === 'p99' ? ' [goal at most 25 ms]' : '';
    report(
      `join, ${name}: ${our.toFixed(1)} ms, the video service alone ${their.toFixed(1)} ms, ours ${(our - their).toFixed(1)} ms${goal}`,
    );
  }
}

/** Milliseconds that each takes, when they begin one after the other whether or not those before are done. */
async function timesOf<T>(values: readonly T[], act: (value: T, index: number) => Promise<void>): Promise<number[]> {
  const times = values.map(async (value, index) => {
    await sleep(index * PRESS_EVERY_MS);
    const startedAt = performance.now();
    await act(value, index);
    return performance.now() - startedAt;
  });
  return Promise.all(times);
}
