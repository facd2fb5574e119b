import { type PeopleProblem, replaceLink } from '../domain/changes/people.ts';
import type { MeetingId } from '../domain/ids.ts';
import type { Invitee } from '../domain/invitee.ts';
import type { LinkName } from '../domain/link-name.ts';
import { inviteeOf, type Meeting } from '../domain/meeting.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { may } from '../domain/rights.ts';
import type { Clock } from '../ports/clock.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Actor, RightsProblem } from './change-meeting.ts';

export type ReplaceLinkProblem = PeopleProblem | Extract<RightsProblem, { kind: 'unknown-meeting' }>;

/**
 * Makes a link that got into wrong hands worthless, for whoever it was given to or for somebody who may take them off.
 * The new one comes by itself; asking again for the same link changes nothing.
 *
 * @returns whose link it is
 */
export type ReplaceLink = (
  actor: Actor,
  link: LinkName & { readonly meeting: MeetingId },
) => Promise<Result<Invitee, ReplaceLinkProblem>>;

export function makeReplaceLink(deps: {
  readonly meetings: Pick<Meetings, 'change'>;
  readonly clock: Clock;
  readonly wake: () => void;
}): ReplaceLink {
  const { meetings, clock, wake } = deps;

  return async ({ workspace, user }, { meeting: id, invitee, version }) => {
    const now = clock.now();
    const changed = await meetings.change(workspace, id, now, (meeting): Result<Meeting, ReplaceLinkProblem> => {
      const owner = inviteeOf(meeting, invitee);
      const mayAsk = owner?.user === user || may(meeting, user, 'take-off');
      // Who may not is told the same as for a meeting that is not there.
      if (!owner || !mayAsk) return refuse({ kind: 'unknown-meeting' });
      return owner.linkVersion === version ? replaceLink(meeting, invitee, now) : ok(meeting);
    });
    wake();
    const owner = changed?.ok && inviteeOf(changed.value, invitee);
    if (owner) return ok(owner);
    return changed && !changed.ok ? changed : refuse({ kind: 'unknown-meeting' });
  };
}
