import { expect, test } from '@jest/globals';
import { makeAesGcmSealer } from '../../../src/adapters/sealing/aes-gcm-sealer.ts';
import { SealBroken } from '../../../src/ports/sealer.ts';

const OLD = Buffer.alloc(32, 'old key').toString('base64');
const NEW = Buffer.alloc(32, 'new key').toString('base64');
const sealer = makeAesGcmSealer([OLD], 'tokens');

test('what was sealed opens for its owner and cannot be read before', () => {
  const sealed = sealer.seal('xoxb-1-2-abc', 'T1');

  expect(sealer.open(sealed, 'T1')).toBe('xoxb-1-2-abc');
  expect(sealed).toMatch(/^1\.[\w-]{8}\.[\w-]+$/);
  expect(Buffer.from(sealed.split('.')[2] ?? '', 'base64url').toString('latin1')).not.toContain('xoxb');
});

test('the same secret is never sealed the same way twice', () => {
  expect(sealer.seal('xoxb-1', 'T1')).not.toBe(sealer.seal('xoxb-1', 'T1'));
});

test('after a change of key the old one still opens, and the new one seals', () => {
  const both = makeAesGcmSealer([NEW, OLD], 'tokens');
  const onlyNew = makeAesGcmSealer([NEW], 'tokens');

  expect(both.open(sealer.seal('a', 'T1'), 'T1')).toBe('a');
  expect(onlyNew.open(both.seal('b', 'T1'), 'T1')).toBe('b');
});

const sealed = sealer.seal('xoxb-1-2-abc', 'T1');
const [version = '', id = '', bytes = ''] = sealed.split('.');
const flipped = Buffer.from(bytes, 'base64url').map((byte, at) => (at === 14 ? byte ^ 1 : byte));

test.each<[string, () => string]>([
  ['the row of another workspace', () => sealer.open(sealed, 'T2')],
  ['another purpose', () => makeAesGcmSealer([OLD], 'mail').open(sealed, 'T1')],
  ['another key', () => makeAesGcmSealer([NEW], 'tokens').open(sealed, 'T1')],
  ['one flipped bit', () => sealer.open(`${version}.${id}.${Buffer.from(flipped).toString('base64url')}`, 'T1')],
  ['a part of it', () => sealer.open(`${version}.${id}.${bytes.slice(0, 12)}`, 'T1')],
  ['another version', () => sealer.open(`2.${id}.${bytes}`, 'T1')],
  ['the secret itself', () => sealer.open('xoxb-1-2-abc', 'T1')],
])('it does not open with %s', (_, open) => {
  expect(open).toThrow(SealBroken);
});
