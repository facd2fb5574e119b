import { jwtVerify, SignJWT } from 'jose';
import type { Duration } from 'luxon';
import type { LinkKeys } from '../../domain/join-link.ts';
import type { Clock } from '../../ports/clock.ts';

/** A value that leaves us and comes back: readable to who holds it, and good only as we made it. */
export interface Sealed<T> {
  seal(value: T): Promise<string>;
  /** Null for anything that is forged, of another purpose, or too old. */
  open(text: string): Promise<T | null>;
}

const ALGORITHM = 'HS256';

/** @param keys the first seals, all of them are accepted */
export function makeSealed<T extends object>(options: {
  readonly keys: LinkKeys;
  readonly purpose: string;
  readonly goodFor: Duration;
  readonly clock: Clock;
}): Sealed<T> {
  const { keys, purpose, goodFor, clock } = options;

  return {
    seal: (value) =>
      new SignJWT({ value })
        .setProtectedHeader({ alg: ALGORITHM })
        .setAudience(purpose)
        .setExpirationTime(clock.now().plus(goodFor).toUnixInteger())
        .sign(keys[0]),
    async open(text) {
      const expected = {
        algorithms: [ALGORITHM],
        audience: purpose,
        requiredClaims: ['exp', 'value'],
        currentDate: clock.now().toJSDate(),
      };
      for (const key of keys) {
        const opened = await jwtVerify<{ value: T }>(text, key, expected).catch(() => null);
        if (opened) return opened.payload.value;
      }
      return null;
    },
  };
}
