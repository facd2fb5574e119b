import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { roomKitNotices } from './room-kit-notices.ts';

/** How the room's code imports the UI kit: its lazy entry, which fetches each component when it is first shown. */
export const ROOM_KIT = '@cloudflare/realtimekit-ui/dist/realtimekit-ui/realtimekit-ui.esm.js';

/** The kit links to a foreign test page with the participant token in the address. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: this is the kit's source
const TOKEN_LINK = 'href:`https://test.realtime.cloudflare.com?authToken=${this.meeting.__internals__.authToken}`';
const CHANGED =
  '/* Changed by Convene: a link that puts the participant token into an address is hidden and empty. */\n';

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
  for (const name of names) files.set(name, withoutTokenLink(name, await readFile(join(source, name), 'utf8')));
  for (const [name, text] of await roomKitNotices()) files.set(name, text);

  const folder = `realtimekit-ui-${hashOf(files)}`;
  await mkdir(join(outdir, folder), { recursive: true });
  await Promise.all([...files].map(([name, text]) => writeFile(join(outdir, folder, name), text)));
  return `${folder}/realtimekit-ui.esm.js`;
}

/** @throws when the text uses the token in any other place */
export function withoutTokenLink(name: string, text: string): string {
  const without = text.replaceAll(TOKEN_LINK, 'hidden:!0');
  if (without.includes('authToken'))
    throw new Error(`The UI kit's ${name} uses the participant token in a new way: see what it does with it.`);
  return without === text ? text : CHANGED + without;
}

function hashOf(files: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256');
  for (const [name, text] of files) hash.update(`${name}\0${text}\0`);
  return hash.digest('hex').slice(0, 8).toUpperCase();
}
