import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Environment } from '../../src/config/settings-reader.ts';
import { eventually } from '../support/eventually.ts';
import { freePort } from '../support/free-port.ts';
import { counts, oneEach } from '../support/inbox.ts';
import { ALICE, BOB } from '../support/people.ts';
import { enough } from '../support/settings.ts';
import { runToTheEnd } from '../support/shipped-program.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';
import { startWorld, type World } from '../support/world.ts';

const NOBODY = 65_534;

let world: World;
let folder: TemporaryFolder;

beforeAll(async () => {
  world = await startWorld();
  folder = await makeTemporaryFolder();
});

afterAll(async () => {
  await world.close();
  await folder.remove();
});

/** Settings that it would start with, in a folder of its own. */
async function settingsFor(name: string, more: Environment = {}): Promise<Environment> {
  const port = String(await freePort());
  return { ...enough, HOST: '127.0.0.1', PORT: port, DATABASE_URL: `file:${join(folder.directory, name)}`, ...more };
}

test('wrong settings are all named at once, without their values', async () => {
  const { code, output } = await runToTheEnd({
    SLACK_BOT_TOKEN: 'canary-token',
    SLACK_SIGNING_SECRET: 'canary',
    PUBLIC_URL: 'http://canary.example',
    PORT: 'canary',
    DATABASE_URL: 'redis://canary',
    LINK_SECRET: 'canary',
    LOG_LEVEL: 'canary',
    ROOMS: 'canary',
    LEASE_SECONDS: '-1',
  });

  expect(code).toBe(1);
  expect(output).toMatch(/^Convene cannot start with these settings:\n/);
  const named = [...output.matchAll(/^ {2}([A-Z_]+)\b/gm)].map(([, name]) => name);
  expect(new Set(named)).toEqual(
    new Set([
      ...['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'PUBLIC_URL', 'PORT', 'DATABASE_URL', 'LINK_SECRET'],
      ...['LOG_LEVEL', 'ROOMS', 'LEASE_SECONDS'],
    ]),
  );
  expect(output).not.toContain('canary');
});

test('without any settings it names what it needs and the way to try it without an account', async () => {
  const { code, output } = await runToTheEnd({});

  expect(code).toBe(1);
  expect(output).toContain('SLACK_BOT_TOKEN is not set');
  expect(output).toContain('npm run sandbox');
  expect(output).not.toMatch(/\n\s+at /);
});

test('a second process on the same folder is refused, and the first one goes on', async () => {
  const port = await freePort();
  const { code, output } = await runToTheEnd({
    ...world.settings,
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
  });

  expect({ code, output }).toEqual({
    code: 1,
    output: `Another process is already serving from ${world.dataFolder}: stop it, or give this one a folder of its own.\n`,
  });
  await world.meet('unmoved tomorrow 9am @bob');
  await eventually(() => expect(counts(world.slack, [ALICE, BOB], 'unmoved')).toEqual(oneEach([ALICE, BOB])));
  world.expectClean();
});

test('a port that is taken is named', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;

  const { code, output } = await runToTheEnd(await settingsFor('taken', { PORT: String(port) }));

  server.close();
  expect(code).toBe(1);
  expect(output).toContain(`address already in use 127.0.0.1:${port}`);
  expect(output).not.toMatch(/\n\s+at /);
});

test('a folder that may not be written is told in a sentence', async () => {
  const parent = join(folder.directory, 'closed');
  mkdirSync(parent, { mode: 0o555 });
  chmodSync(folder.directory, 0o755);
  // The superuser may write anywhere, so that somebody else starts it.
  const user = process.getuid?.() === 0 ? NOBODY : undefined;

  const { code, output } = await runToTheEnd(await settingsFor('closed/data'), user);

  expect({ code, output }).toEqual({
    code: 1,
    output: expect.stringMatching(/^The user that runs this program may not make or change .*closed\/data.*\.\n$/),
  });
});

test('a damaged store is told in a sentence', async () => {
  const directory = join(folder.directory, 'damaged');
  mkdirSync(directory);
  writeFileSync(join(directory, 'convene.db'), 'This is a letter to a friend. '.repeat(100));

  const { code, output } = await runToTheEnd(await settingsFor('damaged'));

  expect(code).toBe(1);
  expect(output).toMatch(/damaged.*restore it from a backup/);
  expect(output).not.toMatch(/\n\s+at /);
});

test('the data of its people is kept from everybody else on the machine', () => {
  const modes = readdirSync(world.dataFolder).map((name) => statSync(join(world.dataFolder, name)).mode & 0o777);

  expect(modes.length).toBeGreaterThan(1);
  expect(new Set(modes)).toEqual(new Set([0o600]));
});
