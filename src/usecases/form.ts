import { type DateTime, Duration, FixedOffsetZone, IANAZone } from 'luxon';
import type { MeetingId } from '../domain/ids.ts';
import { firstStart } from '../domain/occurrence.ts';
import { plainLine, plainLines } from '../domain/plain-text.ts';
import type { Recurrence } from '../domain/recurrence.ts';
import { dayOf, weekdayOf } from '../domain/recurrence-days.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { type WallMomentProblem, wallMoment } from '../domain/wall-moment.ts';
import { readRequest } from '../language/read-request.ts';
import type { Audience } from './wishes.ts';

/** How often, as a form offers it; `custom` is said in words. */
export const REPETITIONS = ['none', 'daily', 'weekdays', 'weekly', 'biweekly', 'monthly', 'custom'] as const;
export type Repetition = (typeof REPETITIONS)[number];

/** What a form was made for. */
export type FormPurpose =
  /** `replaces`: a draft that goes when the new meeting is there. */
  | { readonly kind: 'schedule'; readonly replaces: MeetingId | null }
  /** `seen`: how the meeting stood when the form was opened, see `faceOfForm`. */
  | { readonly kind: 'edit'; readonly meeting: MeetingId; readonly seen: string };

/** What somebody has put into a form: nothing is checked yet. */
export interface FilledForm extends Omit<Audience, 'unresolved'> {
  readonly title: string;
  readonly notes: string;
  /** `2026-03-03`, `09:00` and an IANA name. */
  readonly day: string;
  readonly time: string;
  readonly zone: string;
  readonly minutes: number;
  readonly repetition: Repetition;
  readonly repetitionText: string;
  readonly isPublic: boolean;
  readonly waitForHost: boolean | null;
}

export type FormProblem =
  | { readonly kind: 'no-title' }
  | WallMomentProblem
  | { readonly kind: 'repetition-not-understood' };

/** A form in the terms of a meeting. */
export interface ReadForm {
  readonly title: string;
  readonly notes: string | null;
  readonly startsAt: DateTime;
  readonly length: Duration;
  readonly rule: Recurrence | null;
}

/** Checks what no field can check by itself. */
export function readForm(form: FilledForm, now: DateTime): Result<ReadForm, FormProblem> {
  const title = plainLine(form.title, Number.POSITIVE_INFINITY);
  if (title === '') return refuse({ kind: 'no-title' });
  if (!isZone(form.zone)) return refuse({ kind: 'no-such-time' });
  const moment = wallMoment(form.day, form.time, form.zone);
  if (!moment.ok) return moment;
  const start = moment.value;
  const rule = ruleOf(form, start, now);
  if (!rule.ok) return rule;
  return ok({
    title,
    notes: plainLines(form.notes) || null,
    startsAt: rule.value ? firstStart(rule.value, start) : start,
    length: Duration.fromObject({ minutes: form.minutes }),
    rule: rule.value,
  });
}

function isZone(zone: string): boolean {
  return IANAZone.isValidZone(zone) || FixedOffsetZone.parseSpecifier(zone) !== null;
}

function ruleOf(form: FilledForm, start: DateTime, now: DateTime): Result<Recurrence | null, FormProblem> {
  const day = weekdayOf(dayOf(start));
  switch (form.repetition) {
    case 'none':
      return ok(null);
    case 'daily':
      return ok({ freq: 'DAILY' });
    case 'weekdays':
      return ok({ freq: 'WEEKLY', byday: ['MO', 'TU', 'WE', 'TH', 'FR'] });
    case 'weekly':
      return ok({ freq: 'WEEKLY', byday: [day] });
    case 'biweekly':
      return ok({ freq: 'WEEKLY', interval: 2, byday: [day] });
    case 'monthly':
      return ok({ freq: 'MONTHLY', byday: [`${placeInMonth(start)}${day}`] });
    case 'custom': {
      const said = readRequest(form.repetitionText, { now, zone: form.zone, locale: 'en-US' }).recurrence;
      return said ? ok(said) : refuse({ kind: 'repetition-not-understood' });
    }
  }
}

/** The fifth of its kind is the last. */
function placeInMonth({ day }: DateTime): number {
  const place = Math.ceil(day / 7);
  return place === 5 ? -1 : place;
}

/** Which choice of a form a rule is; `custom` where it is none of the others. */
export function repetitionOf(rule: Recurrence | null, startsAt: DateTime | null): Repetition {
  if (!rule) return 'none';
  if (!startsAt) return 'custom';
  const same = REPETITIONS.find((repetition) => {
    if (repetition === 'none' || repetition === 'custom') return false;
    const read = ruleOf({ repetition } as FilledForm, startsAt, startsAt);
    return read.ok && JSON.stringify(inOrder(read.value)) === JSON.stringify(inOrder(rule));
  });
  return same ?? 'custom';
}

function inOrder(rule: Recurrence | null): unknown {
  return rule && [rule.freq, rule.interval ?? 1, rule.byday ?? null, rule.bymonthday ?? null, rule.until, rule.count];
}
