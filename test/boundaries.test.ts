import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

const CHRONO = [
  'chrono-node',
  ...['de', 'en', 'es', 'fr', 'it', 'ja', 'nl', 'pt', 'ru', 'sv', 'uk', 'vi', 'zh'].map(
    (code) => `chrono-node/${code}`,
  ),
];

/** What a folder may import besides itself: folders or files of src, and packages (null for any). What is not named here may import anything. */
const MAY_IMPORT: Readonly<Record<string, { inside: readonly string[]; packages: readonly string[] | null }>> = {
  domain: { inside: [], packages: ['luxon', 'node:crypto'] },
  html: { inside: [], packages: [] },
  language: { inside: ['domain/recurrence.ts'], packages: ['luxon', ...CHRONO] },
  ports: { inside: ['domain'], packages: ['luxon'] },
  calendar: { inside: ['domain'], packages: ['luxon', 'ics'] },
  mail: { inside: ['domain', 'html'], packages: ['luxon', 'node:crypto'] },
  store: { inside: ['domain', 'ports'], packages: ['luxon', 'node:timers/promises', 'node:util'] },
  usecases: {
    inside: ['domain', 'ports', 'store', 'language', 'calendar', 'mail'],
    packages: ['luxon', 'pino', 'lru-cache', 'node:crypto'],
  },
  worker: { inside: ['ports', 'usecases'], packages: ['luxon', 'pino'] },
  'slack/views': {
    inside: ['domain', 'ports', 'language', 'usecases'],
    packages: ['luxon', 'lru-cache', '@slack/types'],
  },
  slack: {
    inside: ['domain', 'ports', 'language', 'usecases', 'log'],
    packages: [
      'luxon',
      'pino',
      'express',
      'node:timers/promises',
      '@slack/bolt',
      '@slack/oauth',
      '@slack/types',
      '@slack/web-api',
    ],
  },
  door: {
    inside: ['domain', 'html', 'ports', 'usecases', 'log'],
    packages: [
      ...['luxon', 'pino', 'express', 'express-rate-limit', 'jose', 'lru-cache'],
      ...['node:buffer', 'node:crypto', 'node:fs', 'node:http', 'node:path', 'node:util', 'node:zlib'],
    ],
  },
  webhooks: {
    inside: ['domain', 'ports', 'usecases'],
    packages: ['luxon', 'pino', 'express', 'node:crypto'],
  },
  http: { inside: ['door', 'log'], packages: ['pino', 'express', 'node:events', 'node:http', 'node:net'] },
  'adapters/slack': {
    inside: ['domain', 'ports', 'slack/views', 'slack/client-options.ts'],
    packages: ['luxon', 'lru-cache', '@slack/web-api', 'node:http', 'node:https'],
  },
  adapters: { inside: ['domain', 'ports'], packages: null },
};

/** Only these may reach for what talks to the outside; everybody else is handed it. */
const SEES_ADAPTERS = ['adapters', 'composition', 'main.ts', 'sandbox', 'cli'];

/** The present and chance are arguments here. */
const PURE = ['domain', 'html', 'language', 'calendar', 'mail', 'slack/views', 'ports'];
const IMPURE =
  /\b(DateTime\.(now|local|utc)\(\)|Date\.now\(|new Date\(\)|Math\.random\(|performance\.now\(|process\.|randomUUID|randomBytes)/;

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((path) => ({ path, source: readFileSync(join(SRC, path), 'utf8') }));

const isIn = (folder: string) => (path: string) => path === folder || path.startsWith(`${folder}/`);

/** The most special folder of the table that a file stands in. */
function layerOf(path: string): string | undefined {
  return Object.keys(MAY_IMPORT)
    .filter((folder) => isIn(folder)(path))
    .sort((one, other) => other.length - one.length)[0];
}

/** What a file imports: paths from src for our own, names for packages. */
function importsOf({ path, source }: { path: string; source: string }): { name: string; isOurs: boolean }[] {
  return [...source.matchAll(/^(?:import|export) (?:[\w\s{},*$]+ from )?'([^']+)'/gm)].map(([, name = '']) =>
    name.startsWith('.')
      ? { name: relative(SRC, resolve(SRC, dirname(path), name)), isOurs: true }
      : { name, isOurs: false },
  );
}

describe('imports point inwards only:', () => {
  test.each(Object.entries(MAY_IMPORT))('%s', (layer, { inside, packages }) => {
    const own = files.filter(({ path }) => layerOf(path) === layer);
    const foreign = own.flatMap((file) =>
      importsOf(file)
        .filter(({ name, isOurs }) =>
          isOurs
            ? ![layer, ...inside].some((folder) => isIn(folder)(name))
            : packages !== null && !packages.includes(name),
        )
        .map(({ name }) => `${file.path} imports ${name}`),
    );

    expect(own.length).toBeGreaterThan(0);
    expect(foreign).toEqual([]);
  });

  test('only the composition sees adapters', () => {
    const seen = files
      .filter(({ path }) => !SEES_ADAPTERS.some((folder) => isIn(folder)(path)))
      .flatMap((file) =>
        importsOf(file)
          .filter(({ name }) => isIn('adapters')(name))
          .map(({ name }) => `${file.path} imports ${name}`),
      );

    expect(seen).toEqual([]);
  });
});

test('what is pure asks neither the clock nor chance', () => {
  const impure = files
    .filter(({ path }) => PURE.some((folder) => isIn(folder)(path)))
    .filter(({ source }) => IMPURE.test(source));

  expect(impure.map(({ path }) => path)).toEqual([]);
});

test('the imports of a file are found, however they are written', () => {
  const source = [
    "import a from 'a';",
    "import type { B } from '../b.ts';",
    "import {\n  c,\n  type D,\n} from './c.ts';",
    "import './luxon-strict.ts';",
    "export type { E } from './e.ts';",
  ].join('\n');

  expect(importsOf({ path: 'domain/x.ts', source }).map(({ name }) => name)).toEqual([
    'a',
    'b.ts',
    'domain/c.ts',
    'domain/luxon-strict.ts',
    'domain/e.ts',
  ]);
});
