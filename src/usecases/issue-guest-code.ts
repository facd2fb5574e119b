import { cardOccurrence } from '../domain/answers.ts';
import { CODE_VALID_MINUTES, type CodeProblem, issueCode, maskedAddress } from '../domain/guest-code.ts';
import type { JoinLinks } from '../domain/join-links.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { Deliveries } from '../store/deliveries.ts';
import type { GuestCodeRows } from '../store/guest-codes.ts';
import type { Meetings } from '../store/meetings.ts';
import { guestAtDoor } from './guest-at-door.ts';

export interface CodeIssued {
  /** Masked. */
  readonly sentTo: string;
  readonly validMinutes: number;
}

export type IssueProblem = CodeProblem | { readonly kind: 'unknown-link' };

/** Has a code mailed to the address that was invited. @param link the last part of a personal link */
export type IssueGuestCode = (link: string) => Promise<Result<CodeIssued, IssueProblem>>;

export function makeIssueGuestCode(deps: {
  readonly meetings: Pick<Meetings, 'find'>;
  readonly guestCodes: Pick<GuestCodeRows, 'change'>;
  readonly deliveries: Pick<Deliveries, 'enqueue'>;
  readonly links: Pick<JoinLinks, 'read'>;
  readonly clock: Clock;
  readonly wake: () => void;
}): IssueGuestCode {
  const { meetings, guestCodes, deliveries, links, clock, wake } = deps;

  return async (text) => {
    const link = links.read(text);
    const guest = link && (await guestAtDoor(meetings, link));
    if (!link || !guest) return refuse({ kind: 'unknown-link' });
    const { meeting, invitee } = guest;
    const now = clock.now();
    let outcome: ReturnType<typeof issueCode> = refuse({ kind: 'code-over' });
    await guestCodes.change(meeting.id, invitee.id, (codes) => {
      outcome = issueCode(codes, now);
      return outcome.ok ? outcome.value : null;
    });
    const issued = outcome as ReturnType<typeof issueCode>;
    if (!issued.ok) return issued;
    const what = { workspace: meeting.workspace, meeting: meeting.id, occurrence: cardOccurrence(meeting) };
    const cause = `${link.version}.${issued.value.issue}`;
    await deliveries.enqueue([{ ...what, kind: 'guest-code', invitee: invitee.id, cause, dueAt: now }], now);
    wake();
    return ok({ sentTo: maskedAddress(invitee.email), validMinutes: CODE_VALID_MINUTES });
  };
}
