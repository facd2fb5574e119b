import { type DateTime, Duration } from 'luxon';
import { choose } from './choose.ts';
import { gapsOf } from './gaps.ts';
import { languagesFor } from './languages/for-locale.ts';
import { askChrono } from './readers/chrono.ts';
import { readersFor } from './readers/readers-for.ts';
import type { Doubt } from './reading.ts';
import { settle } from './rules/settle.ts';
import type { Says } from './says.ts';
import { readSlackText, type SlackText } from './slack-text.ts';
import { titleOf } from './title.ts';
import { amount } from './values.ts';

/** A meeting as it stands: where a text is silent, its day, its hour and its length stay. */
export interface MoveContext {
  readonly now: DateTime;
  /** In the meeting's zone, in which the text is read. */
  readonly startsAt: DateTime;
  readonly length: Duration;
  /** The writer's Slack locale. */
  readonly locale: string;
}

export type MoveReading =
  /** `startsAt` is in the meeting's zone. */
  | { readonly kind: 'to'; readonly startsAt: DateTime; readonly length: Duration; readonly doubts: readonly Doubt[] }
  /** A day without an hour that could be kept, such as `tomorrow afternoon`. */
  | { readonly kind: 'needs-time' }
  /** Another repetition, which is no move. */
  | { readonly kind: 'repeats' }
  /** No time, or words besides it. */
  | { readonly kind: 'unread' };

const LEAD = /^\s*(?:to|until|→|->|=>)\s+/i;
const SHIFT = /^\s*(?:by\s+)?(.+?)(?:\s+(later|earlier|sooner|forward|back))?\s*$/i;
const BY = /^\s*by\s/i;
const BACK = /^(?:earlier|sooner|forward)$/i;
const BARE_HOUR = /^\s*\d/;

/** Reads where a meeting is moved to: `to thu 10`, `to 10`, `to thu`, `by 15 min`, `an hour earlier`, `to 3-4pm`. Total. */
export function readMove(text: string, context: MoveContext): MoveReading {
  const shifted = readShift(text, context);
  if (shifted) return shifted;
  const rest = text.replace(LEAD, '');
  const plain = said(rest, context);
  if (plain.says && (plain.says.day || plain.says.clock)) return placed(plain.says, context);
  // An hour by itself is no time in a new meeting's text, but behind "move standup to" it is.
  const led = BARE_HOUR.test(rest) ? said(`at ${rest}`, context) : plain;
  const says = led.says ?? plain.says;
  return says ? placed(says, context) : { kind: 'unread' };
}

/** What a text says of time; null where it has other words, or people, in it. */
function said(text: string, { now, startsAt, locale }: MoveContext): { readonly says: Says | null } {
  const slack = readSlackText(text);
  const languages = languagesFor(locale);
  const gaps = gapsOf(languages, slack.plain);
  const proposals = readersFor(locale)(slack.plain);
  let choice = choose(proposals, gaps);
  if (!choice.says.day && !choice.says.rule && choice.says.elapsed === undefined) {
    const today = now.setZone(startsAt.zone);
    const asked = languages.flatMap((language) => askChrono(language, slack.plain, today));
    if (asked.length > 0) choice = choose([...proposals, ...asked], gaps);
  }
  const isAllTime = choice.pieces.length > 0 && !hasOtherWords(slack, titleOf(slack, choice.pieces, languages).title);
  return { says: isAllTime ? choice.says : null };
}

function hasOtherWords({ marks }: SlackText, title: string | null): boolean {
  return marks.length > 0 || title !== null;
}

function placed(says: Says, context: MoveContext): MoveReading {
  const { now, startsAt, length } = context;
  if (says.rule) return { kind: 'repeats' };
  const zone = startsAt.zoneName ?? 'UTC';
  const isLengthOnly = says.length !== undefined && !says.clock && !says.day && says.week === undefined;
  if (isLengthOnly)
    return { kind: 'to', startsAt, length: Duration.fromObject({ minutes: says.length ?? 0 }), doubts: [] };
  const complete = completed(says, startsAt);
  if (!complete) return { kind: says.part || says.vague ? 'needs-time' : 'unread' };
  const settled = settle(complete, now, zone);
  if (!settled.start || !('at' in settled.start)) return { kind: 'needs-time' };
  const inZone = (at: DateTime) => at.setZone(startsAt.zone);
  return {
    kind: 'to',
    startsAt: inZone(settled.start.at),
    length: settled.length ?? length,
    doubts: settled.doubts.map((doubt) => ({ ...doubt, alternatives: doubt.alternatives.map(inZone) })),
  };
}

/** With the day or the hour of the meeting where the text has none; null where that cannot be known. */
function completed(says: Says, startsAt: DateTime): Says | null {
  if (says.elapsed !== undefined) return says;
  const there = says.zone ? startsAt.setZone(says.zone) : startsAt;
  const hour = { hour: there.hour, minute: there.minute, exact: true };
  if (says.week !== undefined && !says.day) {
    const day = { on: 'weekday', weekday: there.weekday, which: 'coming' } as const;
    return says.part && !says.clock ? null : { ...says, day, clock: says.clock ?? hour };
  }
  if (says.day && !says.clock) return says.part ? null : { ...says, clock: hour };
  if (!says.clock || says.vague) return null;
  const { year, month, day } = there;
  return says.day ? says : { ...says, day: { on: 'date', year, month, day } };
}

/** `by 15 min`, `an hour later`, `2 days earlier`; null for what is no shift. Days keep the hour across clock changes. */
function readShift(text: string, { startsAt, length, locale }: MoveContext): MoveReading | null {
  const [, amountText = '', direction = ''] = SHIFT.exec(text) ?? [];
  if (!direction && !BY.test(text)) return null;
  const [by] = languagesFor(locale).flatMap((language) => amount(language, amountText.toLowerCase()) ?? []);
  if (!by || !Number.isInteger(by.days) || !Number.isInteger(by.months)) return null;
  const { minutes, days, months } = by;
  const isBack = BACK.test(direction);
  const moved = isBack ? startsAt.minus({ minutes, days, months }) : startsAt.plus({ minutes, days, months });
  return { kind: 'to', startsAt: moved, length, doubts: [] };
}
