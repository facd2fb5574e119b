import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
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
  await writeFile(join(folder, 'join-ABCD1234.js.br'), brotliCompressSync('export {};'));
  await writeFile(join(folder, 'join-ABCD1234.js.gz'), gzipSync('export {};'));
  await mkdir(join(folder, 'kit-ABCD1234'));
  await writeFile(join(folder, 'kit-ABCD1234', 'p-1a.entry.js'), 'export const kit = 1;');
  await writeFile(join(folder, 'kit-ABCD1234', 'NOTICE.txt'), 'licences');
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
  ['kit-ABCD1234/p-1a.entry.js', 'text/javascript; charset=utf-8', 'export const kit = 1;'],
  ['kit-ABCD1234/NOTICE.txt', 'text/plain; charset=utf-8', 'licences'],
])('serves %s out of a folder with a hash in its name', async (name, type, content) => {
  const answer = await fetch(`${origin}/assets/${name}`);

  expect([answer.headers.get('content-type'), await answer.text()]).toEqual([type, content]);
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
});

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['identity', null],
])('a browser that reads %s gets the smallest form that it reads', async (accepted, encoding) => {
  const answer = await fetch(origin + assets.url('join/main.ts'), { headers: { 'accept-encoding': accepted } });

  expect([answer.headers.get('content-encoding'), answer.headers.get('vary')]).toEqual([encoding, 'Accept-Encoding']);
  expect([await answer.text(), answer.headers.get('content-type')]).toEqual([
    'export {};',
    'text/javascript; charset=utf-8',
  ]);
});

test('a file that was not compressed is sent as it is', async () => {
  const answer = await fetch(`${origin}/assets/kit-ABCD1234/p-1a.entry.js`, { headers: { 'accept-encoding': 'br' } });

  expect(answer.headers.get('content-encoding')).toBeNull();
});

test('a file that went away since the start is not found', async () => {
  await writeFile(join(folder, 'late-ABCD1234.js'), 'late');
  await writeFile(join(folder, 'late-ABCD1234.js.br'), 'late');
  const { routes } = readAssets(folder);
  await rm(join(folder, 'late-ABCD1234.js.br'));
  const other = express().use(routes).listen(0, '127.0.0.1');
  await once(other, 'listening');
  const answer = await fetch(`http://127.0.0.1:${(other.address() as AddressInfo).port}/assets/late-ABCD1234.js`, {
    headers: { 'accept-encoding': 'br' },
  });

  expect([answer.status, await answer.text()]).toEqual([404, 'Not found\n']);
  other.closeAllConnections();
  other.close();
});

test.each([
  ['GET', '/assets/', 404],
  ['GET', '/assets/join-ABCD1234.js.br', 404],
  ['GET', '/assets/kit-ABCD1234', 404],
  ['GET', '/assets/kit-ABCD1234/', 404],
  ['GET', '/assets/kit-ABCD1234/../manifest.json', 404],
  ['GET', '/assets/kit-ABCD1234/%2e%2e/manifest.json', 404],
  ['GET', '/assets/kit-ABCD1234/..%2fjoin-ABCD1234.js', 404],
  ['GET', '/assets/kit-ABCD1234%2fNOTICE.txt', 404],
  ['GET', '/assets', 404],
  ['GET', '/assets/manifest.json', 404],
  ['GET', '/assets/gone-ABCD1234.js', 404],
  ['GET', '/assets/..%2fjoin-ABCD1234.js', 404],
  ['GET', '/assets/%', 404],
  ['POST', '/assets/join-ABCD1234.js', 405],
])('%s %s answers %d', async (method, path, status) => {
  const answer = await fetch(origin + path, { method });

  expect([answer.status, answer.headers.get('cache-control')]).toEqual([status, 'no-store']);
});

test('a directory without a manifest, and an entry that was not built, name the command that builds them', () => {
  expect(() => readAssets(join(folder, 'elsewhere'))).toThrow('run npm run build:browser');
  expect(() => assets.url('sandbox/main.ts')).toThrow('run npm run build:browser');
});
