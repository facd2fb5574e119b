import type { Logger } from 'pino';
import { type CodeProblem, isGuestCode, tryCode } from '../domain/guest-code.ts';
import type { JoinLink, LinkKeys } from '../domain/join-link.ts';
import type { JoinLinks } from '../domain/join-links.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { GuestCodeRows } from '../store/guest-codes.ts';
import type { Meetings } from '../store/meetings.ts';
import { guestAtDoor } from './guest-at-door.ts';

export type ProofProblem = CodeProblem | { readonly kind: 'unknown-link' };

/** Whether somebody has the code that was mailed to the address a link was made for; resolves to that link. */
export type ProveGuest = (link: string, code: string) => Promise<Result<JoinLink, ProofProblem>>;

/** @param deps.codeKeys of a purpose of their own */
export function makeProveGuest(deps: {
  readonly meetings: Pick<Meetings, 'find'>;
  readonly guestCodes: Pick<GuestCodeRows, 'change'>;
  readonly links: Pick<JoinLinks, 'read'>;
  readonly codeKeys: LinkKeys;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'info'>;
}): ProveGuest {
  const { meetings, guestCodes, links, codeKeys, clock, log } = deps;

  return async (text, code) => {
    const link = links.read(text);
    const guest = link && (await guestAtDoor(meetings, link));
    if (!link || !guest) return refuse({ kind: 'unknown-link' });
    const { meeting, invitee } = link;
    let outcome: Result<null, CodeProblem> = refuse({ kind: 'code-over' });
    // The try is counted in the same write that decides, so that many at once are not more than five.
    await guestCodes.change(meeting, invitee, (codes) => {
      const tried = tryCode(codes, (issue) => isGuestCode(code, link, issue, codeKeys), clock.now());
      outcome = tried.outcome;
      return tried.codes === codes ? null : tried.codes;
    });
    const proof = outcome as Result<null, CodeProblem>;
    log.info({ meeting, invitee, answer: proof.ok ? 'proven' : proof.problem.kind }, 'a guest gave a code');
    return proof.ok ? ok(link) : proof;
  };
}
