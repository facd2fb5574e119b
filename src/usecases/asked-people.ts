import type { SlackUserId } from '../domain/ids.ts';
import { readMailAddress } from '../domain/mail-address.ts';
import { MOST_INVITEES, type PersonToInvite } from '../domain/meeting.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import type { Person } from '../ports/directory.ts';
import type { GroupLookedUp, LookUpGroup } from './look-up-groups.ts';
import type { LookUpPerson } from './look-up-people.ts';
import type { Audience } from './wishes.ts';

/** More than these would only run into Slack's limit of about 100 such calls a minute (Web API tier 4). */
const LOOKED_UP_AT_ONCE = 40;

export interface NotInvited {
  readonly user: SlackUserId;
  readonly why: 'unknown' | Exclude<Person['kind'], 'person'>;
}

export type PeopleProblem =
  | { readonly kind: 'too-many-people'; readonly count: number; readonly most: number }
  | {
      readonly kind: 'group-unknown';
      readonly group: string;
      readonly why: Exclude<GroupLookedUp, readonly SlackUserId[]>;
    }
  | { readonly kind: 'no-guests' }
  | { readonly kind: 'not-an-address'; readonly addresses: readonly string[] };

export interface AskedPeople {
  readonly people: readonly PersonToInvite[];
  /** Named, but not invited. Of groups, those who cannot come are left out without a word. */
  readonly left: readonly NotInvited[];
}

export interface LookUp {
  readonly person: LookUpPerson;
  readonly group: LookUpGroup;
}

/**
 * The people asked besides the organizer, groups taken apart into their members; those who did not answer in time are
 * asked, and looked at again later.
 *
 * @param guestsAllowed people without Slack can be invited by mail
 */
export async function askedPeople(
  audience: Pick<Audience, 'users' | 'groups' | 'emails'>,
  organizer: SlackUserId,
  lookUp: LookUp,
  guestsAllowed: boolean,
): Promise<Result<AskedPeople, PeopleProblem>> {
  const guests = guestsOf(audience.emails, guestsAllowed);
  if (!guests.ok) return guests;
  const groups = await Promise.all(audience.groups.map(async (id) => ({ id, members: await lookUp.group(id) })));
  const via = new Map<SlackUserId, string | null>(audience.users.map((user) => [user, null]));
  for (const { id, members } of groups) {
    if (typeof members === 'string') return refuse({ kind: 'group-unknown', group: id, why: members });
    for (const user of members) if (!via.has(user)) via.set(user, id);
  }
  via.delete(organizer);
  const count = via.size + guests.value.length;
  if (count > MOST_INVITEES) return refuse({ kind: 'too-many-people', count, most: MOST_INVITEES });

  const looked = await Promise.all(
    [...via].map(async ([user, group], index) => ({
      user,
      via: group,
      person: index < LOOKED_UP_AT_ONCE ? await lookUp.person(user) : ('unanswered' as const),
    })),
  );
  const people: PersonToInvite[] = [];
  const left: NotInvited[] = [];
  for (const { user, via, person } of looked) {
    if (person === 'unanswered') people.push({ user, name: null, via });
    else if (person?.kind === 'person') people.push({ user, name: person.name, via });
    else if (via === null) left.push({ user, why: person?.kind ?? 'unknown' });
  }
  return ok({ people: [...people, ...guests.value], left });
}

function guestsOf(typed: readonly string[], guestsAllowed: boolean): Result<PersonToInvite[], PeopleProblem> {
  if (typed.length === 0) return ok([]);
  if (!guestsAllowed) return refuse({ kind: 'no-guests' });
  const addresses = typed.flatMap((text) => readMailAddress(text) ?? []);
  if (addresses.length < typed.length) {
    return refuse({ kind: 'not-an-address', addresses: typed.filter((text) => readMailAddress(text) === null) });
  }
  return ok([...new Set(addresses)].map((email) => ({ user: null, email, name: null })));
}
