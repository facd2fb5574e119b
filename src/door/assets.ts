import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import express, { type Request, type Router } from 'express';

/** A file with a hash in its name, or any in a folder with a hash in its name. */
const HASHED_NAME = /^[\w.-]+-[A-Z0-9]{8}(?:\.(?:js|css)|\/[\w.-]+\.(?:js|txt))$/;
const EXTENSIONS = { br: '.br', gzip: '.gz' };

/** The built browser files: where each entry is found, and the routes that serve them. */
export interface Assets {
  /**
   * The address of an entry's built file, such as `/assets/join-4KQ2ZWXA.js` for `join/main.ts`.
   * @throws when the entry was not built
   */
  url(entry: string): string;
  /** `GET /assets/<name>`: names carry a hash of the content, so an answer is good for ever. It may be compressed. */
  readonly routes: Router;
}

/** @throws when `directory` holds no manifest, that is, the browser files were not built */
export function readAssets(directory: string): Assets {
  const manifest = new Map<string, string>(Object.entries(readManifest(join(directory, 'manifest.json'))));
  return {
    url(entry) {
      const file = manifest.get(entry);
      if (file === undefined) throw new Error(`The browser entry ${entry} was not built: run npm run build:browser.`);
      return `/assets/${file}`;
    },
    routes: assetRoutes(directory),
  };
}

function readManifest(path: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new Error('The browser files were not built: run npm run build:browser.', { cause });
  }
}

/** Only what was there at the start is served, by its exact name: no path is ever followed. */
function assetRoutes(directory: string): Router {
  const built = new Set(readdirSync(directory, { recursive: true }).map((file) => String(file).replaceAll(sep, '/')));
  const router = express.Router();
  router.use('/assets', (req, res, next) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      const refusal = { Allow: 'GET, HEAD', 'Cache-Control': 'no-store' };
      return res.status(405).set(refusal).type('text').send('Method not allowed\n');
    }
    const file = req.path.slice(1);
    if (!HASHED_NAME.test(file) || !built.has(file)) return next();
    const encoding = encodingFor(req, (extension) => built.has(file + extension));
    res.vary('Accept-Encoding').type(extname(file));
    if (encoding !== null) res.set('Content-Encoding', encoding);
    const sent = encoding === null ? file : file + EXTENSIONS[encoding];
    res.sendFile(sent, { root: directory, immutable: true, maxAge: '1y' }, (error) => {
      // Once the headers are out, the reader has gone away.
      if (!error || res.headersSent) return;
      res.removeHeader('Content-Encoding');
      next('status' in error && error.status === 404 ? undefined : error);
    });
  });
  router.use('/assets', (_req, res) => {
    res.status(404).set('Cache-Control', 'no-store').type('text').send('Not found\n');
  });
  return router;
}

/** The smallest form that was built and that this browser reads; null for the plain one. */
function encodingFor(req: Request, has: (extension: string) => boolean): keyof typeof EXTENSIONS | null {
  for (const encoding of ['br', 'gzip'] as const) {
    if (has(EXTENSIONS[encoding]) && req.acceptsEncodings(encoding)) return encoding;
  }
  return null;
}
