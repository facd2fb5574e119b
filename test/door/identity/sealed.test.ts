import { expect, test } from '@jest/globals';
import { Duration } from 'luxon';
import type { LinkKeys } from '../../../src/domain/join-link.ts';
import { makeSealed } from '../../../src/door/identity/sealed.ts';
import { fakeClock } from '../../support/fake-clock.ts';

const [KEY, OTHER] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const VALUE = { user: 'U0BOB0000' };

function setting(keys: LinkKeys = [KEY], purpose = 'session') {
  const clock = fakeClock('2026-11-25T07:40:00Z');
  return { clock, ...makeSealed<object>({ keys, purpose, goodFor: Duration.fromObject({ hours: 12 }), clock }) };
}

test('comes back as it was, until its time is over', async () => {
  const { seal, open, clock } = setting();
  const text = await seal(VALUE);

  clock.advance({ hours: 11, minutes: 59 });
  expect(await open(text)).toEqual(VALUE);
  clock.advance({ minutes: 1 });
  expect(await open(text)).toBeNull();
});

test('stays good while the secret is being replaced', async () => {
  const text = await setting([OTHER]).seal(VALUE);

  expect(await setting([KEY, OTHER]).open(text)).toEqual(VALUE);
});

test('is worth nothing under another key, for another purpose, changed or cut', async () => {
  const text = await setting().seal(VALUE);
  const [head, body, mac] = text.split('.');
  const changed = Buffer.from(JSON.stringify({ value: { user: 'U0ALICE00' }, aud: 'session', exp: 9e9 }));

  expect(await setting([OTHER]).open(text)).toBeNull();
  expect(await setting([KEY], 'attempt').open(text)).toBeNull();
  for (const forged of [`${head}.${changed.toString('base64url')}.${mac}`, `${head}.${body}.`, '', 'x', 'a.b.c'])
    expect(await setting().open(forged)).toBeNull();
});
