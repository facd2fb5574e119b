import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { BROWSERS } from './bundle.ts';

/** How the room's code imports the SDK. */
export const ROOM_SDK = '@cloudflare/realtimekit';

/**
 * Bundles RealtimeKit's SDK with all that it needs into one file of `outdir`. By itself, since the helpers for its older
 * modules would otherwise be one more file that every page fetches before it paints.
 *
 * @returns its name
 */
export async function bundleRoomSdk(outdir: string): Promise<string> {
  const { metafile } = await build({
    absWorkingDir: dirname(fileURLToPath(import.meta.url)),
    entryPoints: [{ in: ROOM_SDK, out: 'realtimekit' }],
    outdir,
    entryNames: '[name]-[hash]',
    bundle: true,
    format: 'esm',
    target: BROWSERS,
    minify: true,
    metafile: true,
    logLevel: 'warning',
  });
  const [file = ''] = Object.keys(metafile.outputs);
  return basename(file);
}
