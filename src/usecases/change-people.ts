import type { Logger } from 'pino';
import {
  type PeopleProblem as ChangePeopleProblem,
  changeRole,
  handOver,
  invitePeople,
  replaceLink,
  takeOff,
} from '../domain/changes/people.ts';
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
  /** Typed with an @, but nobody's name. */
  readonly unresolved?: readonly string[];
  readonly takeOff?: readonly InviteeId[];
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
  | ChangePeopleProblem
  | AskedProblem
  | ChangeFault
  | { readonly kind: 'unknown-names'; readonly names: readonly string[] }
  | { readonly kind: 'nobody-can-come'; readonly left: readonly NotInvited[] };

/** Changes who is in a meeting, each kind of change if whoever asks may do that. The same change twice is one. */
export type ChangePeople = (actor: Actor, change: PeopleChange) => Promise<Result<ChangedPeople, ChangePeopleFault>>;

const LOOKUP_MS = 1_200;

type Step = readonly [
  Verb,
  (meeting: Meeting, now: Parameters<typeof takeOff>[2]) => Result<Meeting, ChangePeopleProblem>,
];

export function makeChangePeople(deps: {
  readonly changeMeeting: ChangeMeeting;
  readonly directory: Directory;
  /** Whether guests can be invited by mail. */
  readonly guestsAllowed: boolean;
  readonly log: Pick<Logger, 'warn'>;
}): ChangePeople {
  const { changeMeeting, directory, guestsAllowed, log } = deps;

  return async (actor, change) => {
    const { meeting: id, emails = [], inCharge } = change;
    const users = [...(change.add ?? []), ...(inCharge ? [inCharge] : [])];
    const { unresolved = [] } = change;
    if (unresolved.length > 0 && users.length + emails.length === 0) {
      return refuse({ kind: 'unknown-names', names: unresolved });
    }
    const lookUp = {
      person: lookingUpPeople(directory, actor.workspace, LOOKUP_MS, log),
      group: lookingUpGroups(directory, actor.workspace, LOOKUP_MS, log),
    };
    const asked = await askedPeople({ users, groups: [], emails }, '' as SlackUserId, lookUp, guestsAllowed);
    if (!asked.ok) return asked;
    const { people, left } = asked.value;
    if (left.length > 0 && people.length === 0) return refuse({ kind: 'nobody-can-come', left });
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

function stepsOf({ takeOff: off = [], roles = [], newLinks = [] }: PeopleChange, add: PersonToInvite[]): Step[] {
  return [
    ...(add.length > 0 ? [['invite', (meeting, now) => invitePeople(meeting, add, now)] as Step] : []),
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
