import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { InviteeId, MeetingId } from './ids.ts';

/** What a personal link says, and nothing else: who it lets in, and until when, is read from the meeting at use. */
export interface JoinLink {
  readonly meeting: MeetingId;
  readonly invitee: InviteeId;
  readonly version: number;
}

/** Keys for one purpose, the newest first: it signs, all of them are accepted. */
export type LinkKeys = readonly [Buffer, ...Buffer[]];

export type LinkPurpose =
  | 'join'
  | 'nonce'
  | 'public'
  | 'sign-in'
  | 'session'
  | 'feed'
  | 'unsubscribe'
  | 'guest-code'
  | 'recording';

/** Derives keys that are worth nothing for any other purpose (RFC 5869 HKDF). */
export function deriveLinkKeys(secrets: readonly [string, ...string[]], purpose: LinkPurpose): LinkKeys {
  const derive = (secret: string) => Buffer.from(hkdfSync('sha256', secret, '', `convene ${purpose} link`, 32));
  const [newest, ...older] = secrets;
  return [derive(newest), ...older.map(derive)];
}

/** `<meeting>.<invitee>.<version>.<mac>`: 256 bits that only the key's holder can make. */
export function signJoinLink(link: JoinLink, [key]: LinkKeys): string {
  const claim = `${link.meeting}.${link.invitee}.${link.version}`;
  return `${claim}.${mac(claim, key)}`;
}

const SHAPE = /^([\w-]{22})\.([\w-]{12})\.([1-9]\d{0,8})\.([\w-]{43})$/;

/** What a link says if one of the keys signed it, else null. Needs no look at anything stored. */
export function readJoinLink(text: string, keys: LinkKeys): JoinLink | null {
  const parts = SHAPE.exec(text);
  if (!parts) return null;
  const [, meeting = '', invitee = '', version = '', given = ''] = parts;
  const claim = `${meeting}.${invitee}.${version}`;
  return isSigned(claim, given, keys)
    ? { meeting: meeting as MeetingId, invitee: invitee as InviteeId, version: Number(version) }
    : null;
}

/** `<meeting>.<mac>`: the link to a public meeting, the same for everybody. */
export function signPublicLink(meeting: MeetingId, [key]: LinkKeys): string {
  return `${meeting}.${mac(meeting, key)}`;
}

const PUBLIC_SHAPE = /^([\w-]{22})\.([\w-]{43})$/;

/** Whose public link it is if one of the keys signed it, else null. Needs no look at anything stored. */
export function readPublicLink(text: string, keys: LinkKeys): MeetingId | null {
  const [, meeting = '', given = ''] = PUBLIC_SHAPE.exec(text) ?? [];
  return isSigned(meeting, given, keys) ? (meeting as MeetingId) : null;
}

/** Whether one of the keys made this MAC of a claim. */
export function isSigned(claim: string, given: string, keys: LinkKeys): boolean {
  return keys.map((key) => equalInConstantTime(given, mac(claim, key))).includes(true);
}

export function mac(claim: string, key: Buffer): string {
  return createHmac('sha256', key).update(claim).digest('base64url');
}

// Compared as text: base64url of 32 bytes has spare bits in its last letter, and a decoder would ignore them.
function equalInConstantTime(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
