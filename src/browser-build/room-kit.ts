import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { changeRoomKit } from './room-kit-changes.ts';
import { roomKitNotices } from './room-kit-notices.ts';

/** How the room's code imports the UI kit: its lazy entry, which fetches each component when it is first shown. */
export const ROOM_KIT = '@cloudflare/realtimekit-ui/dist/realtimekit-ui/realtimekit-ui.esm.js';

/**
 * Copies RealtimeKit's UI kit, 113 small files, into a folder of `outdir` that is named by a hash of the content, with the
 * licences beside it. It is copied and not bundled: bundled, all of it would be fetched at once.
 *
 * @returns the path of its entry from `outdir`
 * @throws when a new version of the kit uses the token in a way that is not known here
 */
export async function copyRoomKit(outdir: string): Promise<string> {
  const source = join(dirname(createRequire(import.meta.url).resolve('@cloudflare/realtimekit-ui')), 'realtimekit-ui');
  const names = (await readdir(source)).filter((name) => name.endsWith('.js')).sort();
  const files = new Map<string, string>();
  for (const name of names) files.set(name, changeRoomKit(name, await readFile(join(source, name), 'utf8')));
  for (const [name, text] of await roomKitNotices()) files.set(name, text);

  const folder = `realtimekit-ui-${hashOf(files)}`;
  await mkdir(join(outdir, folder), { recursive: true });
  await Promise.all([...files].map(([name, text]) => writeFile(join(outdir, folder, name), text)));
  return `${folder}/realtimekit-ui.esm.js`;
}

function hashOf(files: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256');
  for (const [name, text] of files) hash.update(`${name}\0${text}\0`);
  return hash.digest('hex').slice(0, 8).toUpperCase();
}
