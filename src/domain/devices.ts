import { createHash } from 'node:crypto';
import type { DateTime } from 'luxon';
import type { InviteeId, MeetingId } from './ids.ts';

/** Who comes in where a link is used on more than one device: all of them, the last alone, or the first alone. */
export type DevicePolicy = 'any' | 'newest' | 'first';

/** The device that a link belongs to. It is kept in the seat of the whole meeting, so a series asks once. */
export interface LinkDevice {
  /** Another link begins anew. */
  readonly linkVersion: number;
  /** See `deviceDigest`. */
  readonly digest: string;
  /** False until the device whose place it took is out of the room. */
  readonly isAlone: boolean;
  /** The first use on another device, which people are told of. */
  readonly other: OtherDevice | null;
}

export interface OtherDevice {
  readonly at: DateTime;
  /** Whether it came in beside the one before, in its place, or not at all. */
  readonly was: 'beside' | 'instead' | 'refused';
}

/** One press of Join. */
export interface DeviceUse {
  readonly digest: string;
  readonly linkVersion: number;
  /** Whoever presses has proved who they are besides having the link: then they may change devices, which is no news. */
  readonly isProven: boolean;
}

/** `replaces`: may come in once the device before is out of the room. */
export type DeviceVerdict = 'admitted' | 'replaces' | 'refused';

/** What the policy says to this press, and what is known of the link's device after it: `before` itself where that is nothing new. */
export function useDevice(
  before: LinkDevice | null,
  { digest, linkVersion, isProven }: DeviceUse,
  policy: DevicePolicy,
  now: DateTime,
): { readonly verdict: DeviceVerdict; readonly device: LinkDevice } {
  if (before?.linkVersion !== linkVersion) {
    return { verdict: 'admitted', device: { linkVersion, digest, isAlone: true, other: null } };
  }
  if (before.digest === digest) {
    return { verdict: before.isAlone || policy === 'any' ? 'admitted' : 'replaces', device: before };
  }
  const noted = (was: OtherDevice['was']): LinkDevice =>
    before.other || isProven ? before : { ...before, other: { at: now, was } };
  if (policy === 'any') return { verdict: 'admitted', device: noted('beside') };
  if (policy === 'first' && !isProven) return { verdict: 'refused', device: noted('refused') };
  return { verdict: 'replaces', device: { ...noted('instead'), digest, isAlone: false } };
}

/**
 * What is stored of a device: SHA-256 over its id with this meeting and person, so that it cannot be told whether two of
 * these are of one device. The id has 128 random bits, so nothing more is needed against guessing.
 */
export function deviceDigest(device: string, meeting: MeetingId, invitee: InviteeId): string {
  return createHash('sha256')
    .update(JSON.stringify(['device', meeting, invitee, device]))
    .digest('base64url');
}
