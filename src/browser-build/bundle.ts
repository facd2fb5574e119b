import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build, type Plugin } from 'esbuild';

/** Entry, as in `join/main.ts` or `join/style.css`, to the name of the built file. */
export type Manifest = Readonly<Record<string, string>>;

export const BROWSERS = ['es2022', 'chrome111', 'firefox113', 'safari16.4'];

/**
 * Bundles every `<source>/<name>/main.ts`, and the `style.css` beside it, into `outdir` under names that carry a hash
 * of the content. Code behind `import()` becomes a file of its own.
 *
 * @param apart modules that are not bundled: how they are imported, and where the browser finds them from `outdir`
 */
export async function bundleBrowser(
  source: string,
  outdir: string,
  apart: ReadonlyMap<string, string> = new Map(),
): Promise<Manifest> {
  const pages = await findEntries(source);
  const bundles = await Promise.all(pages.map((entries) => bundlePage(entries, source, outdir, apart)));
  const manifest = Object.fromEntries(bundles.flat());
  await mkdir(outdir, { recursive: true });
  await writeFile(join(outdir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/** Each by itself: a page that shared code with another would have to ask for one more file before it paints. */
async function bundlePage(
  entries: readonly Entry[],
  source: string,
  outdir: string,
  apart: ReadonlyMap<string, string>,
): Promise<[string, string][]> {
  const { metafile } = await build({
    absWorkingDir: source,
    entryPoints: entries.map(({ entry, name }) => ({ in: entry, out: name })),
    outdir,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: BROWSERS,
    minify: true,
    metafile: true,
    logLevel: 'warning',
    plugins: [leaveOut(apart)],
  });
  const names = new Set(entries.map(({ entry }) => entry));
  return Object.entries(metafile.outputs).flatMap(([file, { entryPoint }]): [string, string][] =>
    entryPoint !== undefined && names.has(entryPoint) ? [[entryPoint, basename(file)]] : [],
  );
}

function leaveOut(apart: ReadonlyMap<string, string>): Plugin {
  return {
    name: 'leave-out',
    setup({ onResolve }) {
      onResolve({ filter: /^[^.]/ }, ({ path }) => {
        const place = apart.get(path);
        return place === undefined ? null : { path: place, external: true };
      });
    },
  };
}

interface Entry {
  readonly name: string;
  readonly entry: string;
}

/** The entries of each page. */
async function findEntries(source: string): Promise<Entry[][]> {
  const folders = (await readdir(source, { withFileTypes: true })).filter((item) => item.isDirectory());
  return folders.map(({ name }) =>
    ['main.ts', 'style.css']
      .map((file) => ({ name, entry: `${name}/${file}` }))
      .filter(({ entry }) => existsSync(join(source, entry))),
  );
}
