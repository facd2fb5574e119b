import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

const SMALLEST_BYTES = 1024;
const WAYS = { '.br': promisify(brotliCompress), '.gz': promisify(gzip) };

/** Writes `<file>.br` and `<file>.gz` beside every file of text that is worth it, so that no request has to. */
export async function compressFiles(folder: string): Promise<void> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => /\.(?:js|css|txt)$/.test(file));
  await Promise.all(files.map((file) => compress(join(folder, file))));
}

async function compress(file: string): Promise<void> {
  const content = await readFile(file);
  if (content.length < SMALLEST_BYTES) return;
  for (const [extension, way] of Object.entries(WAYS)) await writeFile(file + extension, await way(content));
}
