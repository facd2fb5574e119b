import { rm } from 'node:fs/promises';
import { bundleBrowser, type Manifest } from './bundle.ts';
import { compressFiles } from './compress.ts';
import { copyRoomKit, ROOM_KIT } from './room-kit.ts';
import { bundleRoomSdk, ROOM_SDK } from './room-sdk.ts';

/**
 * Makes everything that browsers fetch, in `outdir`; what was there before is removed.
 *
 * @param compressed also writes the compressed forms, which takes some seconds
 */
export async function buildBrowser(
  source: string,
  outdir: string,
  { compressed = true }: { readonly compressed?: boolean } = {},
): Promise<Manifest> {
  await rm(outdir, { recursive: true, force: true });
  const [sdk, kit] = await Promise.all([bundleRoomSdk(outdir), copyRoomKit(outdir)]);
  const apart = new Map([
    [ROOM_SDK, `./${sdk}`],
    [ROOM_KIT, `./${kit}`],
  ]);
  const manifest = await bundleBrowser(source, outdir, apart);
  if (compressed) await compressFiles(outdir);
  return manifest;
}
