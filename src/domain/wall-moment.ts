import { DateTime } from 'luxon';
import { ok, type Result, refuse } from './result.ts';

export type WallMomentProblem =
  | { readonly kind: 'no-such-time' }
  /** The clocks are put forward over this time; they then show that of `instead`. */
  | { readonly kind: 'skipped-time'; readonly instead: DateTime };

/**
 * The moment at which the clocks of a zone show this: the first of two where they are put back (RFC 5545, 3.3.5).
 *
 * @param day such as `2026-03-29`
 * @param time such as `02:30`
 */
export function wallMoment(day: string, time: string, zone: string): Result<DateTime, WallMomentProblem> {
  if (!isDay(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return refuse({ kind: 'no-such-time' });
  const at = DateTime.fromISO(`${day}T${time}`, { zone });
  if (at.toFormat('HH:mm') !== time) return refuse({ kind: 'skipped-time', instead: at });
  return ok(DateTime.min(...at.getPossibleOffsets()) ?? at);
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
