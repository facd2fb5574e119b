import { createSign, generateKeyPairSync } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { makeSignatureCheck } from '../../src/webhooks/signature-check.ts';
import { fakeClock } from '../support/fake-clock.ts';

const newKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const [theirs, next] = [newKey(), newKey()];
type Pair = typeof theirs;

const pem = ({ publicKey }: Pair) => publicKey.export({ type: 'spki', format: 'pem' }).toString();
const signed = (text: string, { privateKey }: Pair = theirs) =>
  createSign('RSA-SHA256').update(text).sign(privateKey, 'base64');

const BODY = '{ "event": "meeting.ended" }';

/** A check whose sender tells these keys, one after the other and the last for ever. */
function setting(keys: readonly (string | null)[] = [pem(theirs)], maySignRewritten = false) {
  const left = [...keys];
  const clock = fakeClock('2026-03-02T09:00:00Z');
  let asked = 0;
  const check = makeSignatureCheck({
    fetchKey: async () => {
      asked += 1;
      return (left.length > 1 ? left.shift() : left[0]) ?? null;
    },
    maySignRewritten,
    clock,
  });
  return {
    clock,
    asked: () => asked,
    check: (signature: string, body = BODY) => check(Buffer.from(body), signature),
  };
}

test('a body that they signed is genuine, and the key is asked for once', async () => {
  const { check, asked } = setting();

  expect(await Promise.all([check(signed(BODY)), check(signed(BODY))])).toEqual(['genuine', 'genuine']);
  expect(await check(signed(BODY))).toBe('genuine');
  expect(asked()).toBe(1);
});

test.each([
  ['of another body', signed('{}')],
  ['of another key', signed(BODY, next)],
  ['of the same JSON, written anew', signed('{"event":"meeting.ended"}')],
  ['that was cut', signed(BODY).slice(0, 340)],
  ['with a changed letter', signed(BODY).replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))],
])('a signature %s is forged', async (_, signature) => {
  expect(await setting().check(signature)).toBe('forged');
});

test.each(['', 'none', '{}', `${signed(BODY)}\n`, signed(BODY).replaceAll('=', '*'), 'A'.repeat(5_000)])(
  'what is no signature at all costs no question for the key (%#)',
  async (signature) => {
    const { check, asked } = setting();

    expect([await check(signature), asked()]).toEqual(['forged', 0]);
  },
);

test('where they may sign the JSON written anew, both are genuine, and nothing else', async () => {
  const { check } = setting([pem(theirs)], true);

  expect(await check(signed(BODY))).toBe('genuine');
  expect(await check(signed('{"event":"meeting.ended"}'))).toBe('genuine');
  expect(await check(signed('{"event":"meeting.started"}'))).toBe('forged');
  expect(await check(signed(BODY), 'no JSON')).toBe('forged');
});

test('a key that they replaced is noticed at the first webhook that it signed', async () => {
  const { check, clock, asked } = setting([pem(theirs), pem(next)]);
  await check(signed(BODY));
  clock.advance({ seconds: 60 });

  expect(await check(signed(BODY, next))).toBe('genuine');
  expect(asked()).toBe(2);
});

test('forgeries ask for the key once a minute at most', async () => {
  const { check, clock, asked } = setting();
  for (let n = 0; n < 50; n += 1) expect(await check(signed(BODY, next))).toBe('forged');
  const within = asked();
  clock.advance({ seconds: 60 });
  await check(signed(BODY, next));

  expect([within, asked()]).toEqual([1, 2]);
});

test.each([null, '', 'no key', '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----', pem(ecKey())])(
  'without a key that serves nobody knows, and it is asked for again soon (%#)',
  async (told) => {
    const { check, clock, asked } = setting([told, pem(theirs)]);

    expect(await check(signed(BODY))).toBe('unknown');
    expect(await check(signed(BODY))).toBe('unknown');
    expect(asked()).toBe(1);
    clock.advance({ seconds: 5 });
    expect(await check(signed(BODY))).toBe('genuine');
  },
);

test('where the key cannot be renewed the old one stays good, and what it did not sign is not known', async () => {
  const { check, clock } = setting([pem(theirs), null]);
  await check(signed(BODY));
  clock.advance({ seconds: 60 });

  expect(await check(signed(BODY, next))).toBe('unknown');
  expect(await check(signed(BODY))).toBe('genuine');
});

function ecKey(): Pair {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}
