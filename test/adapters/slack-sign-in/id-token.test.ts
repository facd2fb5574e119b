import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  type CryptoKey,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  type JWTVerifyGetKey,
  SignJWT,
  UnsecuredJWT,
} from 'jose';
import { personIn } from '../../../src/adapters/slack-sign-in/id-token.ts';
import { SignInFault } from '../../../src/ports/sign-in.ts';

const NOW = new Date('2026-11-25T07:40:00Z');
const IAT = NOW.getTime() / 1000;
const ISSUER = 'https://slack.com';
const CLIENT = '12.34';

const good = {
  iss: ISSUER,
  aud: CLIENT,
  sub: 'U0BOB0000',
  iat: IAT,
  exp: IAT + 300,
  nonce: 'the nonce of this try',
  name: 'Bob Brown',
  'https://slack.com/team_id': 'T0ACME000',
  'https://slack.com/user_id': 'U0BOB0000',
};

let privateKey: CryptoKey;
let otherKey: CryptoKey;
let keys: JWTVerifyGetKey;

beforeAll(async () => {
  const pair = await generateKeyPair('RS256');
  privateKey = pair.privateKey;
  otherKey = (await generateKeyPair('RS256')).privateKey;
  keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'RS256' }] });
});

function read(token: string, now = NOW) {
  return personIn(token, { keys, issuer: ISSUER, clientId: CLIENT, nonce: good.nonce, now });
}

function signed(claims: object, key = privateKey, kid = 'one'): Promise<string> {
  return new SignJWT({ ...claims }).setProtectedHeader({ alg: 'RS256', kid }).sign(key);
}

const without = (claim: string) => Object.fromEntries(Object.entries(good).filter(([name]) => name !== claim));

test('tells who signed in', async () => {
  expect(await read(await signed(good))).toEqual({
    team: 'T0ACME000',
    enterprise: null,
    user: 'U0BOB0000',
    name: 'Bob Brown',
  });
});

test('tells the organization of a team that has one, and no name that is no text', async () => {
  const claims = { ...good, 'https://slack.com/enterprise_id': 'E0ACME000', name: ['Bob'] };

  expect(await read(await signed(claims))).toEqual({
    team: 'T0ACME000',
    enterprise: 'E0ACME000',
    user: 'U0BOB0000',
    name: null,
  });
});

test.each([-60, 359])('is good %d s after it was made: clocks may differ by a minute', async (seconds) => {
  const now = new Date(NOW.getTime() + seconds * 1000);

  expect((await read(await signed(good), now)).user).toBe('U0BOB0000');
});

describe('is refused', () => {
  test.each<[string, object]>([
    ['of another issuer', { ...good, iss: 'https://slack.com.evil.example' }],
    ['for another app', { ...good, aud: '99.99' }],
    ['for another app too', { ...good, aud: [CLIENT, '99.99'] }],
    ['that is expired', { ...good, exp: IAT - 61 }],
    ['of another try', { ...good, nonce: 'the nonce of an earlier try' }],
    ...['iss', 'aud', 'exp', 'iat', 'nonce', 'https://slack.com/team_id', 'https://slack.com/user_id'].map(
      (claim): [string, object] => [`without ${claim}`, without(claim)],
    ),
    ['with a user that is no text', { ...good, 'https://slack.com/user_id': { $ne: null } }],
  ])('when it is %s', async (_, claims) => {
    await expect(read(await signed(claims))).rejects.toMatchObject({ name: 'SignInFault', kind: 'refused' });
  });

  test('when another key signed it, under the same name or under one that is not published', async () => {
    for (const kid of ['one', 'two'])
      await expect(read(await signed(good, otherKey, kid))).rejects.toMatchObject({ kind: 'refused' });
  });

  test('when nobody signed it, or the public key was used as a secret', async () => {
    const secret = new TextEncoder().encode(CLIENT);
    const symmetric = await new SignJWT(good).setProtectedHeader({ alg: 'HS256', kid: 'one' }).sign(secret);

    for (const token of [new UnsecuredJWT(good).encode(), symmetric, '', 'a.b.c', 'x'.repeat(10_000)])
      await expect(read(token)).rejects.toMatchObject({ kind: 'refused' });
  });

  test('when one letter of it is changed, wherever it stands', async () => {
    const token = await signed(good);
    for (let at = 0; at < token.length - 1; at += 7) {
      const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
      await expect(read(changed)).rejects.toBeInstanceOf(SignInFault);
    }
  });
});
