import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { compressFiles } from '../../src/browser-build/compress.ts';

test('puts both compressed forms beside every larger file of text, and nothing beside the others', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'compress-'));
  const long = 'export const word = "again";\n'.repeat(100);
  await mkdir(join(folder, 'kit'));
  for (const name of ['a.js', 'kit/b.txt', 'c.png']) await writeFile(join(folder, name), long);
  await writeFile(join(folder, 'small.css'), 'body { color: red }');

  await compressFiles(folder);

  const built = (await readdir(folder, { recursive: true })).sort();
  expect(built).toEqual(
    ['a.js', 'a.js.br', 'a.js.gz', 'c.png', 'kit', 'kit/b.txt', 'kit/b.txt.br', 'kit/b.txt.gz', 'small.css'].sort(),
  );
  expect(String(brotliDecompressSync(await readFile(join(folder, 'a.js.br'))))).toBe(long);
  expect(String(gunzipSync(await readFile(join(folder, 'kit/b.txt.gz'))))).toBe(long);
  await rm(folder, { recursive: true });
});
