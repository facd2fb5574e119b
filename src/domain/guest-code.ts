import { createHmac } from 'node:crypto';
import type { DateTime } from 'luxon';
import type { JoinLink, LinkKeys } from './join-link.ts';
import { ok, type Result, refuse } from './result.ts';

/** The codes that were mailed for one link: enough to make the last one again under the key, and nothing of it. */
export interface GuestCodes {
  /** One more with each code; 0 before the first. */
  readonly issue: number;
  readonly expiresAt: DateTime;
  readonly triesLeft: number;
  /** When codes were asked for in the last hour. */
  readonly issuedAt: readonly DateTime[];
}

export const CODE_VALID_MINUTES = 10;
const TRIES = 5;
const CODES_PER_HOUR = 5;
const PAUSE = { seconds: 30 };

export type CodeProblem =
  | { readonly kind: 'wait-for-code'; readonly until: DateTime }
  | { readonly kind: 'wrong-code'; readonly triesLeft: number }
  /** There is none that could be right. */
  | { readonly kind: 'code-over' };

/** Another code. An earlier one is good no more. @param codes null before the first */
export function issueCode(codes: GuestCodes | null, now: DateTime): Result<GuestCodes, CodeProblem> {
  const recent = (codes?.issuedAt ?? []).filter((at) => at.plus({ hours: 1 }) > now);
  const [first, last] = [recent[0], recent.at(-1)];
  if (last && last.plus(PAUSE) > now) return refuse({ kind: 'wait-for-code', until: last.plus(PAUSE) });
  if (first && recent.length >= CODES_PER_HOUR)
    return refuse({ kind: 'wait-for-code', until: first.plus({ hours: 1 }) });
  return ok({
    issue: (codes?.issue ?? 0) + 1,
    expiresAt: now.plus({ minutes: CODE_VALID_MINUTES }),
    triesLeft: TRIES,
    issuedAt: [...recent, now],
  });
}

/** What becomes of the codes by a try, right or wrong: a right one is good once, and a wrong one costs a try. */
export function tryCode(
  codes: GuestCodes | null,
  isRight: (issue: number) => boolean,
  now: DateTime,
): { readonly codes: GuestCodes | null; readonly outcome: Result<null, CodeProblem> } {
  if (!codes || codes.triesLeft <= 0 || codes.expiresAt <= now) {
    return { codes, outcome: refuse({ kind: 'code-over' }) };
  }
  if (isRight(codes.issue)) return { codes: { ...codes, triesLeft: 0 }, outcome: ok(null) };
  const triesLeft = codes.triesLeft - 1;
  const problem = triesLeft > 0 ? ({ kind: 'wrong-code', triesLeft } as const) : ({ kind: 'code-over' } as const);
  return { codes: { ...codes, triesLeft }, outcome: refuse(problem) };
}

/** Six digits that only the key's holder can make. */
export function guestCode({ meeting, invitee, version }: JoinLink, issue: number, key: Buffer): string {
  const digest = createHmac('sha256', key).update(`${meeting}.${invitee}.${version}.${issue}`).digest();
  return String(digest.readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
}

/** Whether a text is the code of this issue under one of the keys; blanks, as mail programs add them, do not count. */
export function isGuestCode(text: string, link: JoinLink, issue: number, keys: LinkKeys): boolean {
  const given = text.replaceAll(/\s/g, '');
  return keys.map((key) => guestCode(link, issue, key) === given).includes(true);
}

/** `z•••@example.com`: enough for its owner to know it. */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}•••${address.slice(at)}`;
}
