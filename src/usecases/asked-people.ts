import type { SlackUserId } from '../domain/ids.ts';
import { MOST_INVITEES, type PersonToInvite } from '../domain/meeting.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import type { People } from '../language/reading.ts';
import type { LookUpPerson } from './look-up-people.ts';

/** More than these would only run into Slack's limit of about 100 such calls a minute (Web API tier 4). */
const LOOKED_UP_AT_ONCE = 40;

export interface NotInvited {
  readonly user: SlackUserId;
  readonly why: 'unknown' | 'bot' | 'deactivated';
}

export type PeopleProblem =
  | { readonly kind: 'too-many-people'; readonly count: number; readonly most: number }
  | { readonly kind: 'nobody-can-come'; readonly left: readonly NotInvited[] }
  | { readonly kind: 'unknown-names'; readonly names: readonly string[] };

export interface AskedPeople {
  readonly people: readonly PersonToInvite[];
  readonly left: readonly NotInvited[];
}

/** The people named besides the organizer; those who did not answer in time are asked, and looked at again later. */
export async function askedPeople(
  people: People,
  organizer: SlackUserId,
  lookUp: LookUpPerson,
): Promise<Result<AskedPeople, PeopleProblem>> {
  const named = people.users.filter((user) => user !== organizer) as SlackUserId[];
  if (named.length > MOST_INVITEES)
    return refuse({ kind: 'too-many-people', count: named.length, most: MOST_INVITEES });
  const looked = await Promise.all(
    named.map(async (user, index) => ({
      user,
      person: index < LOOKED_UP_AT_ONCE ? await lookUp(user) : ('unanswered' as const),
    })),
  );
  const left = looked.flatMap(({ user, person }): NotInvited[] => {
    if (person === null) return [{ user, why: 'unknown' }];
    return person === 'unanswered' || person.kind === 'person' ? [] : [{ user, why: person.kind }];
  });
  if (named.length === 0 && people.unresolved.length > 0) {
    return refuse({ kind: 'unknown-names', names: people.unresolved });
  }
  if (left.length > 0 && left.length === named.length) return refuse({ kind: 'nobody-can-come', left });
  const asked = looked.filter(({ user }) => !left.some((one) => one.user === user));
  return ok({
    left,
    people: asked.map(({ user, person }) => ({ user, name: person === 'unanswered' ? null : (person?.name ?? null) })),
  });
}
