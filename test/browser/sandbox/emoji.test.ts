import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { emojiOf } from '../../../src/browser/sandbox/emoji.ts';

const VIEWS = 'src/slack/views';

test('every shortcode that a message may hold is shown as its character', () => {
  const sources = readdirSync(VIEWS, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(VIEWS, name), 'utf8'));
  const used = new Set(
    sources.flatMap((source) => [...source.matchAll(/[`'"]:([a-z_]{3,}):/g)].map(([, code]) => code)),
  );

  expect(used.size).toBeGreaterThan(5);
  expect([...used].filter((code) => emojiOf(code ?? '') === null)).toEqual([]);
});
