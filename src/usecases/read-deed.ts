import { DateTime } from 'luxon';
import type { SlackUserId } from '../domain/ids.ts';
import { inviteeByUser, type Meeting } from '../domain/meeting.ts';
import { type Occurrence, occurrencesBetween } from '../domain/occurrence.ts';
import { readExtension } from '../language/read-extension.ts';
import { type MoveReading, readMove } from '../language/read-move.ts';
import type { Doubt } from '../language/reading.ts';
import { decoded } from '../language/slack-text.ts';
import { afterTitle } from '../language/title-first.ts';
import { readReason, readSuccessor, type VerbText } from '../language/verbs.ts';
import type { Meant } from './deed.ts';
import type { OwnMeeting } from './find-own-meetings.ts';
import type { Scope } from './move-meeting.ts';

/** What was chosen already where a text leaves a choice. */
export interface Choices {
  readonly scope: Scope | null;
  readonly startsAt: DateTime | null;
}

export type Unclear =
  | 'no-time'
  | 'needs-time'
  | 'repeats'
  | 'no-such-day'
  | 'other-words'
  | 'no-length'
  | 'not-invited'
  | 'one-successor';

export type DeedReading =
  | { readonly kind: 'meant'; readonly meant: Meant; readonly asks: 'nothing' }
  | { readonly kind: 'meant'; readonly meant: Meant; readonly asks: 'scope' }
  | { readonly kind: 'meant'; readonly meant: Meant; readonly asks: 'time'; readonly doubts: readonly Doubt[] }
  | { readonly kind: 'unclear'; readonly why: Unclear };

/** Reads what a verb's text asks of this meeting. @param rest what follows the title */
export function readDeed(
  verb: VerbText,
  rest: string,
  { meeting, next }: OwnMeeting,
  { scope, startsAt }: Choices,
  { now, locale }: { readonly now: DateTime; readonly locale: string },
): DeedReading {
  const { id } = meeting;
  const meant = (deed: Meant['deed'], occurrence = next, isRelative = false): DeedReading & { kind: 'meant' } => ({
    kind: 'meant',
    meant: { deed, meeting, occurrence, isRelative },
    asks: 'nothing',
  });
  const place = { meeting: id, occurrence: next.key };

  switch (verb.verb) {
    case 'move': {
      const reading = moveOf(rest, next, now, locale);
      if (reading.kind !== 'to') return { kind: 'unclear', why: WHY[reading.kind] };
      const to = { startsAt: startsAt?.setZone(meeting.startsAt.zone) ?? reading.startsAt, length: reading.length };
      const move = meant({ kind: 'move', ...place, scope: scope ?? 'this', ...to }, next, RELATIVE.test(rest));
      if (meeting.series && !scope) return { ...move, asks: 'scope' };
      const isAsked = startsAt === null && reading.doubts.length > 0;
      return isAsked ? { ...move, asks: 'time', doubts: reading.doubts } : move;
    }
    case 'cancel': {
      const { before, reason } = readReason(rest);
      const run = before.trim() === '' ? next : runOn(meeting, before, next, now, locale);
      if (!run) return { kind: 'unclear', why: 'no-such-day' };
      if (run === 'unread') return { kind: 'unclear', why: 'other-words' };
      const isNamed = before.trim() !== '' || !meeting.series;
      const chosen = scope ?? 'this';
      const cancel = meant(
        { kind: 'cancel', meeting: id, occurrence: run.key, scope: chosen, reason: spoken(reason) },
        run,
      );
      return isNamed || scope ? cancel : { ...cancel, asks: 'scope' };
    }
    case 'extend': {
      const byMinutes = readExtension(rest, locale);
      if (!byMinutes) return { kind: 'unclear', why: rest.trim() === '' ? 'no-length' : 'other-words' };
      return meant({ kind: 'extend', ...place, byMinutes, endsAt: next.endsAt }, next, true);
    }
    case 'end':
      return rest.trim() === '' ? meant({ kind: 'end', ...place }) : { kind: 'unclear', why: 'other-words' };
    case 'hand-over': {
      const people = readSuccessor(rest);
      const [inCharge] = people?.users ?? [];
      if (!people) return { kind: 'unclear', why: 'one-successor' };
      const { unresolved } = people;
      return meant({
        kind: 'hand-over',
        meeting: id,
        unresolved,
        ...(inCharge ? { inCharge: inCharge as SlackUserId } : {}),
      });
    }
    case 'add': {
      const { users, ...others } = verb.people;
      return meant({ kind: 'add', meeting: id, add: users as SlackUserId[], ...others });
    }
    case 'remove': {
      const { users, groups, channels, emails, unresolved } = verb.people;
      const off = [
        ...users.map((user) => inviteeByUser(meeting, user as SlackUserId)?.id),
        ...emails.map((email) => meeting.invitees.find((one) => one.email?.toLowerCase() === email)?.id),
      ];
      const known = off.filter((one) => one !== undefined);
      const areThere =
        known.length === off.length &&
        groups.every((group) => meeting.groups.includes(group)) &&
        channels.every((channel) => meeting.channels.some((one) => one.id === channel));
      const wasTakenOff = meeting.former.some(({ user }) => user !== null && users.includes(user));
      if (!areThere && !wasTakenOff) return { kind: 'unclear', why: 'not-invited' };
      return meant({ kind: 'remove', meeting: id, takeOff: known, drop: { groups, channels }, unresolved });
    }
  }
}

const WHY = { 'needs-time': 'needs-time', repeats: 'repeats', unread: 'no-time' } as const;
/** Said from where the meeting, or the present, stands. */
const RELATIVE = /^\s*by\s|\b(?:later|earlier|sooner|forward|back)\s*$/i;

function moveOf(text: string, { startsAt, endsAt }: Occurrence, now: DateTime, locale: string): MoveReading {
  return readMove(text, { now, startsAt, length: endsAt.diff(startsAt), locale });
}

/** The run of a series on a day that was named; null where there is none. */
function runOn(
  meeting: Meeting,
  text: string,
  next: Occurrence,
  now: DateTime,
  locale: string,
): Occurrence | 'unread' | null {
  const reading = moveOf(text, next, now, locale);
  if (reading.kind !== 'to') return 'unread';
  const day = reading.startsAt.startOf('day');
  const runs = occurrencesBetween(meeting, DateTime.max(day, now), day.plus({ days: 1 }).minus({ milliseconds: 1 }));
  return runs.find(({ isCancelled, startsAt }) => !isCancelled && startsAt.hasSame(day, 'day')) ?? null;
}

/** In plain words: people whom Slack marked are not named by their ids. */
function spoken(reason: string): string {
  const unmarked = reason.replace(/<@[UW][A-Z0-9]+(?:\|([^<>]*))?>/g, (_, name?: string) =>
    name ? `@${name}` : 'somebody',
  );
  return decoded(unmarked.replace(/<[^<>|]*\|([^<>]*)>/g, '$1').replace(/<([^<>|]*)>/g, '$1'));
}

/** What follows the title; for people first, the title has to be all. */
export function restBehind(verb: VerbText, title: string): string | null {
  const rest = afterTitle(verb.about, title);
  return 'people' in verb && rest?.trim() !== '' ? null : rest;
}
