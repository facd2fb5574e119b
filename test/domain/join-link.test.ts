import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { InviteeId, MeetingId } from '../../src/domain/ids.ts';
import { deriveLinkKeys, type JoinLink, readJoinLink, signJoinLink } from '../../src/domain/join-link.ts';
import { makeJoinLinks } from '../../src/domain/join-links.ts';
import { aMeeting, BOB, idOf, inviteeNamed } from '../support/a-meeting.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const SECRET = 'a secret of thirty-two characters';
const OLD_SECRET = 'the secret that was used last year';
const keys = deriveLinkKeys([SECRET], 'join');

const meeting = aMeeting();
const bob: JoinLink = { meeting: meeting.id, invitee: idOf(meeting, BOB), version: 1 };
const signed = signJoinLink(bob, keys);
const claim = signed.slice(0, signed.lastIndexOf('.'));
const mac = signed.slice(signed.lastIndexOf('.') + 1);

const letters = (count: number) =>
  fc.array(fc.constantFrom(...LETTERS), { minLength: count, maxLength: count }).map((parts) => parts.join(''));
const links = fc.record({
  meeting: letters(22) as fc.Arbitrary<MeetingId>,
  invitee: letters(12) as fc.Arbitrary<InviteeId>,
  version: fc.integer({ min: 1, max: 999_999_999 }),
});

test('says what was signed, and needs no escaping in a URL', () => {
  fc.assert(
    fc.property(links, (link) => {
      const text = signJoinLink(link, keys);
      expect(encodeURIComponent(text)).toBe(text);
      expect(readJoinLink(text, keys)).toEqual(link);
    }),
    { numRuns: 1000 },
  );
});

test('has a mac that changes in about half of its bits for the neighbour in any place', () => {
  const macOf = (link: JoinLink) => Buffer.from(signJoinLink(link, keys).split('.')[3] ?? '', 'base64url');
  const differingBits = (one: Buffer, other: Buffer) =>
    one.reduce((sum, byte, index) => sum + bitsOf(byte ^ (other[index] ?? 0)), 0);
  const samples = Array.from({ length: 2000 }, (_, version) =>
    differingBits(macOf({ ...bob, version: version + 1 }), macOf({ ...bob, version: version + 2 })),
  );

  expect(Math.min(...samples)).toBeGreaterThan(80);
  expect(Math.max(...samples)).toBeLessThan(176);
  expect(samples.reduce((sum, count) => sum + count, 0) / samples.length).toBeCloseTo(128, -0.5);
});

test('is not accepted with any one letter changed to any other', () => {
  const forged = [...signed].flatMap((letter, at) =>
    [...LETTERS, '.']
      .filter((other) => other !== letter)
      .map((other) => signed.slice(0, at) + other + signed.slice(at + 1)),
  );

  expect(forged.length).toBeGreaterThan(5000);
  expect(forged.filter((text) => readJoinLink(text, keys) !== null)).toEqual([]);
});

test('is not accepted in another spelling of the same 32 bytes', () => {
  const sameBytes = [...LETTERS]
    .map((last) => mac.slice(0, -1) + last)
    .filter((text) => Buffer.from(text, 'base64url').equals(Buffer.from(mac, 'base64url')));

  expect(sameBytes).toHaveLength(4);
  expect(sameBytes.filter((text) => readJoinLink(`${claim}.${text}`, keys))).toEqual([mac]);
});

const hex = Buffer.from(mac, 'base64url').toString('hex');
test.each([
  ['padding', `${signed}=`],
  ['the letters of plain base64', `${claim}.${Buffer.from(mac, 'base64url').toString('base64')}`],
  ['a mac in hexadecimal', `${claim}.${hex}`],
  ['a blank before', ` ${signed}`],
  ['a line break after', `${signed}\n`],
  ['a null after', `${signed}\0`],
  ['no mac', `${claim}.`],
  ['half a mac', `${claim}.${mac.slice(0, 21)}`],
  ['a second mac', `${signed}.${mac}`],
  ['a leading zero in the version', signed.replace('.1.', '.01.')],
  ['a plus before the version', signed.replace('.1.', '.+1.')],
  ['a version of zero', signed.replace('.1.', '.0.')],
  ['percent-escapes', signed.replaceAll('.', '%2E')],
  ['another mac of full width letters', signed.replace(/.$/, 'Ａ')],
  ['nothing', ''],
  ['only dots', '...'],
])('is not accepted with %s', (_, text) => {
  expect(readJoinLink(text, keys)).toBeNull();
});

test('is not accepted for another meeting, person or version than it was made for', () => {
  fc.assert(
    fc.property(links, links, (one, other) => {
      fc.pre(JSON.stringify(one) !== JSON.stringify(other));
      const stolen = signJoinLink(other, keys).split('.')[3];
      expect(readJoinLink(`${one.meeting}.${one.invitee}.${one.version}.${stolen}`, keys)).toBeNull();
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['another secret', deriveLinkKeys([OLD_SECRET], 'join')],
  ['the same secret for another purpose', deriveLinkKeys([SECRET], 'nonce')],
])('is not accepted when %s signed it', (_, others) => {
  expect(readJoinLink(signJoinLink(bob, others), keys)).toBeNull();
});

test('stays good while its secret is the older one, and new ones are signed by the newest', () => {
  const rotated = deriveLinkKeys([SECRET, OLD_SECRET], 'join');
  const old = signJoinLink(bob, deriveLinkKeys([OLD_SECRET], 'join'));

  expect(readJoinLink(old, rotated)).toEqual(bob);
  expect(signJoinLink(bob, rotated)).toBe(signed);
});

test('never throws and is never there in a text that nobody signed', () => {
  const shaped = fc
    .tuple(letters(22), letters(12), fc.integer({ min: 0 }), letters(43))
    .map((parts) => parts.join('.'));

  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), shaped), (text) =>
      expect(readJoinLink(text, keys)).toBeNull(),
    ),
    { numRuns: 3000 },
  );
});

test('stands in addresses under the public one, and says in a file which state of the meeting it came from', () => {
  const joinLinks = makeJoinLinks('https://meet.acme.org', keys, keys);
  const revoked = { ...inviteeNamed(meeting, BOB), linkVersion: 2 };

  expect(joinLinks.urlFor(meeting, inviteeNamed(meeting, BOB))).toBe(`https://meet.acme.org/j/${signed}`);
  expect(joinLinks.fileUrlFor({ ...meeting, sequence: 3 }, inviteeNamed(meeting, BOB))).toBe(
    `https://meet.acme.org/j/${signed}?s=3`,
  );
  expect(joinLinks.read(joinLinks.urlFor(meeting, revoked).split('/j/')[1] ?? '')).toEqual({ ...bob, version: 2 });
});

function bitsOf(byte: number): number {
  return byte.toString(2).replaceAll('0', '').length;
}
