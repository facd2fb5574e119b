import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import express from 'express';
import { type Assets, readAssets } from '../../src/door/assets.ts';

let folder: string;
let assets: Assets;
let server: Server;
let origin: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assets-'));
  await writeFile(join(folder, 'join-ABCD1234.js'), 'export {};');
  await writeFile(join(folder, 'manifest.json'), '{"join/main.ts":"join-ABCD1234.js"}');
  assets = readAssets(folder);
  server = express().use(assets.routes).listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

test('serves a built file for ever, at the address that the manifest gives', async () => {
  const answer = await fetch(origin + assets.url('join/main.ts'));

  expect([answer.status, await answer.text()]).toEqual([200, 'export {};']);
  expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
});

test.each([
  ['GET', '/assets/', 404],
  ['GET', '/assets', 404],
  ['GET', '/assets/manifest.json', 404],
  ['GET', '/assets/gone-ABCD1234.js', 404],
  ['GET', '/assets/..%2fjoin-ABCD1234.js', 404],
  ['GET', '/assets/%', 404],
  ['POST', '/assets/join-ABCD1234.js', 405],
])('%s %s answers %d', async (method, path, status) => {
  const answer = await fetch(origin + path, { method });

  expect([answer.status, answer.headers.get('cache-control')]).toEqual([status, status === 404 ? 'no-store' : null]);
});

test('a directory without a manifest, and an entry that was not built, name the command that builds them', () => {
  expect(() => readAssets(join(folder, 'elsewhere'))).toThrow('run npm run build:browser');
  expect(() => assets.url('sandbox/main.ts')).toThrow('run npm run build:browser');
});
