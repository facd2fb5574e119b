import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { configWith, knownSettings, refusedNames } from './support/settings.ts';

test('.env.example lists exactly the settings there are', () => {
  expect(
    exampleLines()
      .map(({ name }) => name)
      .sort(),
  ).toEqual(knownSettings());
});

test('.env.example shows the true defaults', () => {
  const shown = exampleLines().filter(({ isDefault, value }) => isDefault && value !== '');

  expect(configWith(Object.fromEntries(shown.map(({ name, value }) => [name, value])))).toEqual(configWith({}));
});

test('the sample values of .env.example are refused', () => {
  const samples = exampleLines().filter(({ isDefault, value }) => !isDefault && value !== '');

  expect(samples.map(({ name }) => name)).toEqual(['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'LINK_SECRET']);
  for (const { name, value } of samples) expect(refusedNames({ [name]: value })).toEqual([name]);
});

function exampleLines(): { name: string; value: string; isDefault: boolean }[] {
  return [...readFileSync('.env.example', 'utf8').matchAll(/^(#?)([A-Z_]+)=(.*)$/gm)].map(
    ([, mark, name = '', value = '']) => ({ name, value, isDefault: mark === '#' }),
  );
}
