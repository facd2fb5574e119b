import type { DateTime } from 'luxon';
import type { Logger } from 'pino';
import type { MeetingId, SlackUserId, WorkspaceId } from '../domain/ids.ts';
import { may, type Verb } from '../domain/rights.ts';
import { readRequest } from '../language/read-request.ts';
import type { Doubt } from '../language/reading.ts';
import { readVerb, type VerbText } from '../language/verbs.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import { type Meant, RIGHT_FOR } from './deed.ts';
import type { FindOwnMeetings, OwnMeeting } from './find-own-meetings.ts';
import type { IsAdmin } from './is-admin.ts';
import { USUAL_LOCALE } from './locale-of.ts';
import { lookingUpPeople } from './look-up-people.ts';
import type { Scope } from './move-meeting.ts';
import { readDeed, restBehind, type Unclear } from './read-deed.ts';

/** What its writer chose, where a text could be taken in several ways. */
export interface Chosen {
  /** A change to a meeting is meant, and no new one. */
  readonly isVerb: boolean;
  readonly meeting: MeetingId | null;
  readonly scope: Scope | null;
  readonly startsAt: DateTime | null;
}

export const NOTHING_CHOSEN: Chosen = { isVerb: false, meeting: null, scope: null, startsAt: null };

export interface VerbRequest {
  readonly workspace: WorkspaceId;
  readonly user: SlackUserId;
  /** As Slack sends it, escaped. */
  readonly text: string;
  readonly chosen: Chosen;
}

/** Who reads the answer: where, and by which clock. */
export interface Reader {
  readonly zone: string;
  readonly locale: string;
}

export type VerbUnderstood =
  | { readonly kind: 'no-verb' }
  | { readonly kind: 'not-allowed'; readonly own: OwnMeeting; readonly right: Verb }
  | { readonly kind: 'unclear'; readonly own: OwnMeeting; readonly verb: VerbText['verb']; readonly why: Unclear }
  /** `orNew`: the title of the new meeting that it may be instead. */
  | { readonly kind: 'which'; readonly found: readonly OwnMeeting[]; readonly orNew: string | null }
  /** It reads as a new meeting as well. */
  | { readonly kind: 'or-new'; readonly meant: Meant; readonly title: string }
  | { readonly kind: 'which-runs'; readonly meant: Meant }
  | { readonly kind: 'which-time'; readonly meant: Meant; readonly doubts: readonly Doubt[] }
  | { readonly kind: 'meant'; readonly meant: Meant };

/** What a text asks to be done to a meeting of its writer's, as the meetings stand now. Nothing is changed. */
export type UnderstandVerb = (
  request: VerbRequest,
) => Promise<{ readonly is: VerbUnderstood; readonly reader: Reader }>;

const LOOKUP_MS = 1_200;

export function makeUnderstandVerb(deps: {
  readonly findOwnMeetings: FindOwnMeetings;
  readonly isAdmin: IsAdmin;
  readonly directory: Directory;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'warn'>;
}): UnderstandVerb {
  const { findOwnMeetings, isAdmin, directory, clock, log } = deps;

  return async (request) => {
    const { workspace, user, text } = request;
    const verb = readVerb(text);
    if (!verb) return { is: { kind: 'no-verb' }, reader: { zone: 'UTC', locale: USUAL_LOCALE } };
    const [known, own] = await Promise.all([
      lookingUpPeople(directory, workspace, LOOKUP_MS, log)(user),
      findOwnMeetings(workspace, user),
    ]);
    const person = known === 'unanswered' ? null : known;
    const reader = { zone: person?.zone ?? 'UTC', locale: person?.locale ?? USUAL_LOCALE };
    return { is: await understand(request, verb, own, reader), reader };
  };

  async function understand(
    { workspace, user, text, chosen }: VerbRequest,
    verb: VerbText,
    own: readonly OwnMeeting[],
    reader: Reader,
  ): Promise<VerbUnderstood> {
    const now = clock.now();
    const newMeeting = titleOfNewMeeting(text, now, reader);
    const isNew = newMeeting !== null && !chosen.isVerb;
    const named = longestNamed(verb, own);
    const right = RIGHT_FOR[verb.verb];
    let allowed = named.filter(({ own: { meeting } }) => may(meeting, user, right));
    if (named.length > 0 && allowed.length === 0 && (await isAdmin(workspace, user))) {
      allowed = named.filter(({ own: { meeting } }) => may(meeting, user, right, true));
    }
    const [first] = named;
    if (!first || (allowed.length === 0 && isNew)) return { kind: 'no-verb' };
    if (allowed.length === 0) return { kind: 'not-allowed', own: first.own, right };

    const candidates = chosen.meeting ? allowed.filter((one) => one.own.meeting.id === chosen.meeting) : allowed;
    const [one, another] = candidates;
    if (!one) return { kind: 'no-verb' };
    const rest = withoutPeople(verb, one.rest, isNew || chosen.isVerb);
    const read = readDeed(verb, rest, one.own, chosen, { now, locale: reader.locale });
    if (read.kind === 'unclear' && isNew) return { kind: 'no-verb' };
    if (another) {
      return { kind: 'which', found: candidates.map((each) => each.own), orNew: isNew ? newMeeting : null };
    }
    if (read.kind === 'unclear') return { ...read, own: one.own, verb: verb.verb };
    const { meant } = read;
    if (isNew) return { kind: 'or-new', meant, title: newMeeting };
    if (read.asks === 'scope') return { kind: 'which-runs', meant };
    return read.asks === 'time' ? { kind: 'which-time', meant, doubts: read.doubts } : { kind: 'meant', meant };
  }
}

interface Behind {
  readonly own: OwnMeeting;
  readonly rest: string;
}

/** The meetings whose title the text has, the longest title only. */
function longestNamed(verb: VerbText, own: readonly OwnMeeting[]): Behind[] {
  const named = own.flatMap((one) => {
    const rest = restBehind(verb, one.meeting.title);
    return rest === null ? [] : [{ own: one, rest }];
  });
  const shortest = Math.min(...named.map(({ rest }) => rest.length));
  return named.filter(({ rest }) => rest.length === shortest);
}

/** Null unless the text says a whole new meeting, with people. */
function titleOfNewMeeting(text: string, now: DateTime, { zone, locale }: Reader): string | null {
  const { needs, people, title } = readRequest(text, { now, zone, locale });
  const { users, groups, channels, emails, unresolved } = people;
  const isForSomebody = [users, groups, channels, emails, unresolved].some((named) => named.length > 0);
  return needs.length === 0 && isForSomebody ? title : null;
}

/** People in the text of a move are of the new meeting that it may be; a move concerns everybody anyhow. */
function withoutPeople(verb: VerbText, rest: string, isWholeRequest: boolean): string {
  const takesNone = verb.verb === 'move' || verb.verb === 'extend';
  return takesNone && isWholeRequest ? rest.replace(/(?:\s(?:with|and))?\s*<@[UW][A-Z0-9]+(?:\|[^<>]*)?>/g, '') : rest;
}
