import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { bundleBrowser } from '../../src/browser-build/bundle.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundle-'));
});

afterEach(() => rm(folder, { recursive: true }));

test('bundles every entry with its style, splits lazy code off and says in a manifest where each is', async () => {
  await write('src/page/main.ts', "import('./lazy.ts').then(({ word }) => document.body.append(word));");
  await write('src/page/lazy.ts', "export const word: string = 'late';");
  await write('src/page/style.css', '@import "./colors.css";');
  await write('src/page/colors.css', 'body { color: red }');
  await write('src/plain/main.ts', 'document.title = "x";');
  await write('src/notes/readme.txt', 'not an entry');

  const manifest = await bundleBrowser(join(folder, 'src'), join(folder, 'out'));

  expect(manifest).toEqual({
    'page/main.ts': expect.stringMatching(/^page-[A-Z0-9]{8}\.js$/),
    'page/style.css': expect.stringMatching(/^page-[A-Z0-9]{8}\.css$/),
    'plain/main.ts': expect.stringMatching(/^plain-[A-Z0-9]{8}\.js$/),
  });
  expect(JSON.parse(await read('out/manifest.json'))).toEqual(manifest);
  expect((await readdir(join(folder, 'out'))).map((name) => name.replace(/[A-Z0-9]{8}/, 'HASH')).sort()).toEqual([
    'lazy-HASH.js',
    'manifest.json',
    'page-HASH.css',
    'page-HASH.js',
    'plain-HASH.js',
  ]);
  expect(await read(`out/${manifest['page/style.css']}`)).toBe('body{color:red}\n');
});

test('gives changed content a new name and unchanged content the same', async () => {
  await write('src/a/main.ts', 'document.title = "a";');
  await write('src/b/main.ts', 'document.title = "b";');
  const before = await bundleBrowser(join(folder, 'src'), join(folder, 'out'));

  await write('src/b/main.ts', 'document.title = "changed";');
  const after = await bundleBrowser(join(folder, 'src'), join(folder, 'out'));

  expect(after['a/main.ts']).toBe(before['a/main.ts']);
  expect(after['b/main.ts']).not.toBe(before['b/main.ts']);
});

test('leaves out what stands apart, and imports it from where it lies', async () => {
  await write('src/page/main.ts', "import('a-kit/entry.js');");

  const apart = new Map([['a-kit/entry.js', './kit-AAAAAAAA/entry.js']]);
  const manifest = await bundleBrowser(join(folder, 'src'), join(folder, 'out'), apart);

  expect(await read(`out/${manifest['page/main.ts']}`)).toBe('import("./kit-AAAAAAAA/entry.js");\n');
});

async function write(path: string, content: string): Promise<void> {
  await mkdir(join(folder, path, '..'), { recursive: true });
  await writeFile(join(folder, path), content);
}

function read(path: string): Promise<string> {
  return readFile(join(folder, path), 'utf8');
}
