import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, parse } from 'node:path';
import { ROOM_KIT_CHANGES } from './room-kit-changes.ts';

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const ROOTS = ['@cloudflare/realtimekit', '@cloudflare/realtimekit-ui'];
const HEADING = `The call screen of Convene's join page is made of these packages.
RealtimeKit and its UI kit are Cloudflare's, under the Apache License 2.0 (LICENSE.txt beside this file; the UI kit's
repository is https://github.com/cloudflare/realtimekit-ui).
${ROOM_KIT_CHANGES}
The UI kit also contains the runtime of Stencil (https://stenciljs.com), under the MIT licence.
`;

/** `LICENSE.txt` and `NOTICE.txt` for what the browser gets: the packages of the call screen, their licences and their own. */
export async function roomKitNotices(): Promise<ReadonlyMap<string, string>> {
  const folders = await dependenciesOf(ROOTS, dirname(createRequire(import.meta.url).resolve(`${ROOTS[0]}`)));
  const entries = await Promise.all(folders.map(describe));
  const core = folders[0] ?? '';
  // What Cloudflare bundled into the SDK itself, in its own words.
  const bundled = await readFile(join(core, 'dist/dependencies.txt'), 'utf8');
  return new Map([
    ['LICENSE.txt', await readFile(join(core, 'LICENSE.txt'), 'utf8')],
    ['NOTICE.txt', [HEADING, ...entries, bundled].join(`\n${'-'.repeat(80)}\n\n`)],
  ]);
}

async function dependenciesOf(names: readonly string[], from: string, found: string[] = []): Promise<string[]> {
  for (const name of names) {
    const folder = await folderOf(name, from);
    if (found.includes(folder)) continue;
    found.push(folder);
    const { dependencies = {} } = await readPackage(folder);
    await dependenciesOf(Object.keys(dependencies), folder, found);
  }
  return found;
}

/** As Node looks for it: in the `node_modules` of each folder on the way up. */
async function folderOf(name: string, from: string): Promise<string> {
  const folder = join(from, 'node_modules', name);
  const isThere = await readPackage(folder).then(
    () => true,
    () => false,
  );
  if (isThere) return folder;
  if (from === parse(from).root) throw new Error(`The package ${name} is not installed: run npm ci.`);
  return folderOf(name, dirname(from));
}

async function describe(folder: string): Promise<string> {
  const { name, version, license = '' } = await readPackage(folder);
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined || license === 'Apache-2.0' ? '' : `\n${await readFile(join(folder, file), 'utf8')}`;
  return `${name} ${version} ${license}\n${text}`;
}

async function readPackage(folder: string): Promise<Package> {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
}
