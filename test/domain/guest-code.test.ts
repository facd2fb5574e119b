import { expect, test } from '@jest/globals';
import {
  type GuestCodes,
  guestCode,
  isGuestCode,
  issueCode,
  maskedAddress,
  tryCode,
} from '../../src/domain/guest-code.ts';
import type { InviteeId } from '../../src/domain/ids.ts';
import { deriveLinkKeys } from '../../src/domain/join-link.ts';
import { AGREED_AT as now, STANDUP } from '../support/a-meeting.ts';
import { expectOk } from '../support/results.ts';

const keys = deriveLinkKeys(['q7Vw2mT9xKc4RzL1pHs8NbYd3JfGa6Eu'], 'guest-code');
const link = { meeting: STANDUP, invitee: 'guest-000000' as InviteeId, version: 1 };
const first: GuestCodes = { issue: 1, expiresAt: now.plus({ minutes: 10 }), triesLeft: 5, issuedAt: [now] };

test('codes are six digits, and others for each person, link and issue', () => {
  const codes = [1, 2, 3].flatMap((issue) => [
    guestCode(link, issue, keys[0]),
    guestCode({ ...link, version: 2 }, issue, keys[0]),
    guestCode({ ...link, invitee: 'guest-000001' as InviteeId }, issue, keys[0]),
  ]);

  expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true);
  expect(new Set(codes).size).toBe(codes.length);
});

test('a code is told however it was copied', () => {
  const code = guestCode(link, 1, keys[0]);

  expect(isGuestCode(` ${code.slice(0, 3)} ${code.slice(3)}\n`, link, 1, keys)).toBe(true);
  expect(isGuestCode(code, link, 2, keys)).toBe(false);
});

test('a code is good for ten minutes and five tries, and once', () => {
  const wrong = () => false;
  const right = () => true;
  const tried = tryCode(first, wrong, now);

  expect(tried).toEqual({
    codes: { ...first, triesLeft: 4 },
    outcome: { ok: false, problem: { kind: 'wrong-code', triesLeft: 4 } },
  });
  expect(tryCode({ ...first, triesLeft: 1 }, wrong, now).outcome).toEqual({
    ok: false,
    problem: { kind: 'code-over' },
  });
  expect(tryCode({ ...first, triesLeft: 0 }, right, now).outcome).toEqual({
    ok: false,
    problem: { kind: 'code-over' },
  });
  expect(tryCode(first, right, now.plus({ minutes: 10 })).outcome.ok).toBe(false);
  expect(tryCode(null, right, now).outcome.ok).toBe(false);
  const used = tryCode(first, right, now.plus({ minutes: 9, seconds: 59 }));
  expect(used.outcome.ok).toBe(true);
  expect(tryCode(used.codes, right, now).outcome.ok).toBe(false);
});

test('another code is given after half a minute, and five in an hour', () => {
  expect(issueCode(first, now.plus({ seconds: 29 }))).toEqual({
    ok: false,
    problem: { kind: 'wait-for-code', until: now.plus({ seconds: 30 }) },
  });
  let codes: GuestCodes | null = null;
  for (let count = 0; count < 5; count += 1) codes = expectOk(issueCode(codes, now.plus({ minutes: count })));
  expect(codes).toMatchObject({ issue: 5, triesLeft: 5 });
  expect(issueCode(codes, now.plus({ minutes: 59 }))).toEqual({
    ok: false,
    problem: { kind: 'wait-for-code', until: now.plus({ hours: 1 }) },
  });
  expect(expectOk(issueCode(codes, now.plus({ hours: 1 }))).issue).toBe(6);
});

test('an address is shown as its owner alone knows it', () => {
  expect(maskedAddress('zoe@example.com')).toBe('z•••@example.com');
});
