import { describe, expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import {
  type DevicePolicy,
  type DeviceUse,
  type DeviceVerdict,
  deviceDigest,
  type LinkDevice,
  type OtherDevice,
  useDevice,
} from '../../src/domain/devices.ts';
import type { InviteeId } from '../../src/domain/ids.ts';
import { aMeeting, BOB, idOf, STANDUP } from '../support/a-meeting.ts';

const now = DateTime.fromISO('2026-03-03T08:00:00Z', { zone: 'utc' });
const earlier = now.minus({ hours: 1 });

const laptop: LinkDevice = { linkVersion: 1, digest: 'laptop', isAlone: true, other: null };
const byPhone: DeviceUse = { digest: 'phone', linkVersion: 1, isProven: false };
const byLaptop: DeviceUse = { ...byPhone, digest: 'laptop' };
const told = (was: OtherDevice['was'], at = now): LinkDevice => ({ ...laptop, other: { at, was } });
const phone = (changes: Partial<LinkDevice> = {}): LinkDevice => ({ ...laptop, digest: 'phone', ...changes });

const POLICIES: readonly DevicePolicy[] = ['any', 'newest', 'first'];

describe.each(POLICIES)('under %s', (policy) => {
  test('the first device comes in, and the link belongs to it', () => {
    expect(useDevice(null, byPhone, policy, now)).toEqual({ verdict: 'admitted', device: phone() });
  });

  test('the same device comes in again, and nothing changes', () => {
    const before = told('beside', earlier);

    expect(useDevice(before, byLaptop, policy, now)).toEqual({ verdict: 'admitted', device: before });
    expect(useDevice(before, byLaptop, policy, now).device).toBe(before);
  });

  test('a new link begins anew, whatever came of the old one', () => {
    const use = { ...byPhone, linkVersion: 2 };

    expect(useDevice(told('refused', earlier), use, policy, now)).toEqual({
      verdict: 'admitted',
      device: phone({ linkVersion: 2 }),
    });
  });
});

test.each<[DevicePolicy, 'proven' | 'unproven', DeviceVerdict, LinkDevice]>([
  ['any', 'unproven', 'admitted', told('beside')],
  ['any', 'proven', 'admitted', laptop],
  ['newest', 'unproven', 'replaces', phone({ isAlone: false, other: { at: now, was: 'instead' } })],
  ['newest', 'proven', 'replaces', phone({ isAlone: false })],
  ['first', 'unproven', 'refused', told('refused')],
  ['first', 'proven', 'replaces', phone({ isAlone: false })],
])('under %s another device, %s, is %s', (policy, proof, verdict, device) => {
  const use = { ...byPhone, isProven: proof === 'proven' };

  expect(useDevice(laptop, use, policy, now)).toEqual({ verdict, device });
});

test.each(POLICIES)('under %s the first use on another device stays the one that is told of', (policy) => {
  const { device } = useDevice(told('beside', earlier), byPhone, policy, now);

  expect(device.other).toEqual({ at: earlier, was: 'beside' });
});

test.each<[DevicePolicy, DeviceVerdict]>([
  ['any', 'admitted'],
  ['newest', 'replaces'],
  ['first', 'replaces'],
])('under %s who took the place of a device that is still in the room is %s', (policy, verdict) => {
  const before = phone({ isAlone: false });

  expect(useDevice(before, byPhone, policy, now)).toEqual({ verdict, device: before });
});

test('what is stored of a device is another one for each person and meeting, and not the device', () => {
  const meeting = aMeeting();
  const other = 'retro-with-bob-chen000' as typeof STANDUP;
  const digests = [
    deviceDigest('device', STANDUP, idOf(meeting, BOB)),
    deviceDigest('device', STANDUP, 'somebody' as InviteeId),
    deviceDigest('device', other, idOf(meeting, BOB)),
    deviceDigest('another', STANDUP, idOf(meeting, BOB)),
  ];

  expect(new Set(digests).size).toBe(4);
  expect(digests.filter((digest) => !/^[\w-]{43}$/.test(digest))).toEqual([]);
  expect(deviceDigest('device', STANDUP, idOf(meeting, BOB))).toBe(digests[0]);
});
