import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';

/** Instructions with their lines joined, in order. */
const instructions = readFileSync('Dockerfile', 'utf8')
  .replaceAll(/^#.*\n/gm, '')
  .replaceAll('\\\n', ' ')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => ({ verb: line.split(' ')[0] ?? '', rest: line.slice(line.indexOf(' ') + 1).trim() }));
const all = (verb: string) => instructions.filter((one) => one.verb === verb).map(({ rest }) => rest);
const ignored = readFileSync('.dockerignore', 'utf8').split('\n');

/** What it takes from the repository, not from an earlier stage. */
const copied = all('COPY')
  .filter((rest) => !rest.startsWith('--from'))
  .flatMap((rest) => rest.split(' ').slice(0, -1));

test('both stages are of one exact version, which the program supports', () => {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as { engines: { node: string } };

  expect(all('FROM')).toEqual(['node:20.20.2-bookworm-slim AS build', 'node:20.20.2-bookworm-slim']);
  expect(engines.node).toBe('>=20.19');
});

test('what it copies is there, and nothing else reaches the build', () => {
  expect(copied.filter((path) => !existsSync(path))).toEqual([]);
  expect(
    ignored
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1))
      .sort(),
  ).toEqual([...new Set(copied)].sort());
  expect(ignored).toContain('*');
});

test('it runs the built program itself, as nobody in particular, and is looked after', () => {
  const verbs = instructions.map(({ verb }) => verb);
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

  expect(all('USER')).toEqual(['node']);
  expect(verbs.indexOf('USER')).toBeLessThan(verbs.indexOf('CMD'));
  expect((JSON.parse(all('CMD')[0] ?? '') as string[]).join(' ')).toBe(scripts['start']);
  expect(all('HEALTHCHECK')[0]).toContain('/healthz');
});

test.each([
  [200, 0],
  [503, 1],
])('what looks after it ends, where the program answers with %i, with code %i', async (status, code) => {
  const server = createServer((_, response) => response.writeHead(status).end()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const [, command = ''] = /CMD (\[.*\])$/.exec(all('HEALTHCHECK')[0] ?? '') ?? [];
  const [, ...args] = JSON.parse(command) as string[];
  const env = { PORT: String((server.address() as AddressInfo).port) };
  const [ended] = await once(spawn(process.execPath, args, { env }), 'close');
  server.close();

  expect(ended).toBe(code);
});
