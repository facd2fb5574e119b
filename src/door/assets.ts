import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Router } from 'express';

const HASHED_NAME = /^\/[\w.-]+-[A-Z0-9]{8}\.(?:js|css)$/;

/** The built browser files: where each entry is found, and the routes that serve them. */
export interface Assets {
  /**
   * The address of an entry's built file, such as `/assets/join-4KQ2ZWXA.js` for `join/main.ts`.
   * @throws when the entry was not built
   */
  url(entry: string): string;
  /** `GET /assets/<name>`: names carry a hash of the content, so an answer is good for ever. */
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

function assetRoutes(directory: string): Router {
  const router = express.Router();
  const files = express.static(directory, { immutable: true, maxAge: '1y', index: false, redirect: false });
  router.use('/assets', (req, res, next) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.status(405).set('Allow', 'GET, HEAD').type('text').send('Method not allowed\n');
    } else if (HASHED_NAME.test(req.path)) files(req, res, next);
    else next();
  });
  router.use('/assets', (_req, res) => {
    res.status(404).set('Cache-Control', 'no-store').type('text').send('Not found\n');
  });
  return router;
}
