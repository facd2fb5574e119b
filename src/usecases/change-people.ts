import type { Logger } from 'pino';
import { type Audience, type AudienceProblem, dropAudience, inviteAudience } from '../domain/changes/audience.ts';
import { changeRole, handOver, invitePeople, replaceLink, takeOff } from '../domain/changes/people.ts';
import type { InviteeId, MeetingId, SlackUserId } from '../domain/ids.ts';
import type { Role } from '../domain/invitee.ts';
import { inviteeByUser, inviteeOf, type Meeting, type PersonToInvite } from '../domain/meeting.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import type { Verb } from '../domain/rights.ts';
import type { Directory } from '../ports/directory.ts';
import { type PeopleProblem as AskedProblem, askedPeople, type NotInvited } from './asked-people.ts';
import type { Actor, ChangeFault, ChangeMeeting } from './change-meeting.ts';
import { lookingUpGroups } from './look-up-groups.ts';
import { lookingUpPeople } from './look-up-people.ts';

/** What is to become of the people of a meeting. */
export interface PeopleChange {
  readonly meeting: MeetingId;
  readonly add?: readonly SlackUserId[];
  readonly emails?: readonly string[];
  readonly groups?: readonly string[];
  readonly channels?: readonly string[];
  /** Typed with an @, but nobody's name. */
  readonly unresolved?: readonly string[];
  readonly takeOff?: readonly InviteeId[];
  readonly drop?: Audience;
  readonly roles?: readonly { readonly invitee: InviteeId; readonly role: Role }[];
  /** Whose link got into wrong hands, with the version that was seen, so that it is replaced once. */
  readonly newLinks?: readonly { readonly invitee: InviteeId; readonly version: number }[];
  readonly inCharge?: SlackUserId;
}

export interface ChangedPeople {
  readonly meeting: Meeting;
  /** Asked for, but nobody who can be invited. */
  readonly left: readonly NotInvited[];
}

export type ChangePeopleFault =
  | AudienceProblem
  | AskedProblem
  | ChangeFault
  | { readonly kind: 'unknown-names'; readonly names: readonly string[] }
  | { readonly kind: 'nobody-can-come'; readonly left: readonly NotInvited[] };

/** Changes who is in a meeting, each kind of change if whoever asks may do that. The same change twice is one. */
export type ChangePeople = (actor: Actor, change: PeopleChange) => Promise<Result<ChangedPeople, ChangePeopleFault>>;

const LOOKUP_MS = 1_200;

type Step = readonly [Verb, (meeting: Meeting, now: Parameters<typeof takeOff>[2]) => Result<Meeting, AudienceProblem>];

export function makeChangePeople(deps: {
  readonly changeMeeting: ChangeMeeting;
  readonly directory: Directory;
  /** Whether guests can be invited by mail. */
  readonly guestsAllowed: boolean;
  readonly log: Pick<Logger, 'warn'>;
}): ChangePeople {
  const { changeMeeting, directory, guestsAllowed, log } = deps;

  return async (actor, change) => {
    const { meeting: id, emails = [], groups = [], channels = [], unresolved = [], inCharge } = change;
    const users = [...(change.add ?? []), ...(inCharge ? [inCharge] : [])];
    if (unresolved.length > 0 && !namesAnybody(change)) return refuse({ kind: 'unknown-names', names: unresolved });
    const lookUp = {
      person: lookingUpPeople(directory, actor.workspace, LOOKUP_MS, log),
      group: lookingUpGroups(directory, actor.workspace, LOOKUP_MS, log),
    };
    const asked = await askedPeople({ users, groups, emails }, '' as SlackUserId, lookUp, guestsAllowed);
    if (!asked.ok) return asked;
    const { people, left } = asked.value;
    if (left.length > 0 && people.length + groups.length + channels.length === 0) {
      return refuse({ kind: 'nobody-can-come', left });
    }
    const toAdd = people.filter(({ user }) => user === null || user !== inCharge);
    const successor = people.find(({ user }) => user === inCharge);
    const steps = [...stepsOf(change, toAdd), ...(successor ? [charge(successor)] : [])];
    let outcome: Result<Meeting, ChangePeopleFault> = await changeMeeting(actor, id, steps[0]?.[0] ?? 'invite', ok);
    for (const [verb, step] of steps) {
      if (!outcome.ok) return outcome;
      outcome = await changeMeeting(actor, id, verb, step);
    }
    return outcome.ok ? ok({ meeting: outcome.value, left }) : outcome;
  };
}

function namesAnybody({
  add = [],
  emails = [],
  groups = [],
  channels = [],
  takeOff = [],
  drop,
  inCharge,
}: PeopleChange) {
  const named = [add, emails, groups, channels, takeOff, drop?.groups ?? [], drop?.channels ?? []];
  return inCharge !== undefined || named.some((some) => some.length > 0);
}

function stepsOf(change: PeopleChange, add: PersonToInvite[]): Step[] {
  const { groups = [], channels = [], takeOff: off = [], drop, roles = [], newLinks = [] } = change;
  const brings = add.length + groups.length + channels.length > 0;
  return [
    ...(brings ? [['invite', (meeting, now) => inviteAudience(meeting, add, { groups, channels }, now)] as Step] : []),
    ...(drop ? [['take-off', (meeting, now) => dropAudience(meeting, drop, now)] as Step] : []),
    ...off.map((invitee): Step => ['take-off', (meeting, now) => takeOff(meeting, invitee, now)]),
    ...roles.map(
      ({ invitee, role }): Step => ['change-role', (meeting, now) => changeRole(meeting, invitee, role, now)],
    ),
    ...newLinks.map(
      ({ invitee, version }): Step => [
        'take-off',
        (meeting, now) => {
          const isReplaced = (inviteeOf(meeting, invitee)?.linkVersion ?? version) !== version;
          return isReplaced ? ok(meeting) : replaceLink(meeting, invitee, now);
        },
      ],
    ),
  ];
}

/** Somebody who is not invited yet is, in the same write. */
function charge(successor: PersonToInvite): Step {
  return [
    'hand-over',
    (meeting, now) => {
      const { user } = successor;
      if (!user) return refuse({ kind: 'unknown-person' });
      const joined = inviteeByUser(meeting, user) ? ok(meeting) : invitePeople(meeting, [successor], now);
      return joined.ok ? handOver(joined.value, user, now) : joined;
    },
  ];
}
