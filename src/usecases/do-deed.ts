import type { ChangeProblem } from '../domain/changes/changed.ts';
import type { MoveProblem } from '../domain/changes/move.ts';
import type { Meeting } from '../domain/meeting.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { Seen } from '../store/seen.ts';
import type { NotInvited } from './asked-people.ts';
import type { CancelMeeting } from './cancel-meeting.ts';
import type { Actor, ChangeFault } from './change-meeting.ts';
import type { ChangePeople, ChangePeopleFault } from './change-people.ts';
import type { Deed, Meant } from './deed.ts';
import type { EndMeeting, EndProblem } from './end-meeting.ts';
import type { ExtendMeeting, ExtendProblem } from './extend-meeting.ts';
import type { MoveMeeting } from './move-meeting.ts';

export interface Done extends Meant {
  /** As it is now. */
  readonly after: Meeting;
  readonly left: readonly NotInvited[];
}

export type DeedProblem =
  | MoveProblem
  | ChangeProblem
  | ChangeFault
  | EndProblem
  | ExtendProblem
  | ChangePeopleFault
  /** The same request has done it before. */
  | { readonly kind: 'done-before' };

/** Does what was meant, if whoever asks may. @param request what Slack never repeats for another action */
export type DoDeed = (actor: Actor, meant: Meant, request: string) => Promise<Result<Done, DeedProblem>>;

/** Slack sends nothing again after this. */
const REMEMBERED = { hours: 1 };

export function makeDoDeed(deps: {
  readonly moveMeeting: MoveMeeting;
  readonly cancelMeeting: CancelMeeting;
  readonly extendMeeting: ExtendMeeting;
  readonly endMeeting: EndMeeting;
  readonly changePeople: ChangePeople;
  readonly seen: Pick<Seen, 'note'>;
  readonly clock: Clock;
}): DoDeed {
  const { moveMeeting, cancelMeeting, extendMeeting, endMeeting, changePeople, seen, clock } = deps;

  return async (actor, meant, request) => {
    if (meant.isRelative && !(await isFirst(actor, request))) return refuse({ kind: 'done-before' });
    const done = await perform(actor, meant.deed);
    return done.ok ? ok({ ...meant, ...done.value }) : done;
  };

  function isFirst({ workspace, user }: Actor, request: string): Promise<boolean> {
    return seen.note('slack', `${workspace}/${user}/${request}`, clock.now().plus(REMEMBERED));
  }

  async function perform(
    actor: Actor,
    deed: Deed,
  ): Promise<Result<{ after: Meeting; left: readonly NotInvited[] }, DeedProblem>> {
    switch (deed.kind) {
      case 'move':
        return changed(await moveMeeting(actor, deed));
      case 'cancel':
        return changed(await cancelMeeting(actor, deed));
      case 'extend':
        return changed(await extendMeeting(actor, deed));
      case 'end':
        return changed(await endMeeting(actor, deed.meeting, deed.occurrence));
      default: {
        const outcome = await changePeople(actor, deed);
        return outcome.ok ? ok({ after: outcome.value.meeting, left: outcome.value.left }) : outcome;
      }
    }
  }
}

function changed<P>(outcome: Result<Meeting, P>): Result<{ after: Meeting; left: readonly NotInvited[] }, P> {
  return outcome.ok ? ok({ after: outcome.value, left: [] }) : outcome;
}
