import type { DateTime, Duration } from 'luxon';
import type { SlackUserId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Recurrence } from '../domain/recurrence.ts';

/** Whom somebody asks to a meeting. */
export interface Audience {
  readonly users: readonly SlackUserId[];
  /** Ids of user groups, whose members are invited one by one. */
  readonly groups: readonly string[];
  /** Ids of channels, which get one message for all of their members. */
  readonly channels: readonly string[];
  /** As they were typed. */
  readonly emails: readonly string[];
  /** Typed with an @, but nobody's name. */
  readonly unresolved: readonly string[];
}

/** What somebody wants of a meeting as far as it is known: what a form begins with. */
export interface Wishes extends Audience {
  readonly title: string | null;
  readonly notes: string | null;
  /** `2026-03-03` and `09:00`, both in the zone. */
  readonly day: string | null;
  readonly time: string | null;
  /** IANA name, or a fixed offset as luxon writes it. */
  readonly zone: string;
  /** Null for the default. */
  readonly length: Duration | null;
  readonly rule: Recurrence | null;
  readonly access: Meeting['access'];
  readonly waitForHost: boolean | null;
}

/** Somebody who knows only where they are. */
export function noWishes(zone: string): Wishes {
  return {
    users: [],
    groups: [],
    channels: [],
    emails: [],
    unresolved: [],
    title: null,
    notes: null,
    day: null,
    time: null,
    zone,
    length: null,
    rule: null,
    access: 'invited',
    waitForHost: null,
  };
}

/** What a form shows of a meeting that is there: those who came with a group or a channel are not named. */
export function wishesOf(meeting: Meeting): Wishes {
  const { title, notes, startsAt, endsAt, series, access, waitForHost, invitees, channels, groups } = meeting;
  const named = invitees.filter(({ user, via }) => via === null && user !== meeting.organizer);
  return {
    users: named.flatMap(({ user }) => (user ? [user] : [])),
    groups,
    channels: channels.map(({ id }) => id),
    emails: named.flatMap(({ email }) => (email ? [email] : [])),
    unresolved: [],
    title,
    notes,
    ...onTheWall(startsAt),
    length: endsAt.diff(startsAt),
    rule: series?.rule ?? null,
    access,
    waitForHost,
  };
}

/** A moment as somebody types it. */
export function onTheWall(at: DateTime): Pick<Wishes, 'day' | 'time' | 'zone'> {
  return { day: at.toFormat('yyyy-MM-dd'), time: at.toFormat('HH:mm'), zone: at.zoneName ?? 'UTC' };
}
