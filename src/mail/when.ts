import type { DateTime } from 'luxon';
import { englishDay, englishHour } from '../domain/english-time.ts';

/** `Wednesday, 11 February 2026, 09:00–09:30`, in the order and on the clock of the locale that the times carry. */
export function spanText(startsAt: DateTime, endsAt: DateTime): string {
  const until = startsAt.hasSame(endsAt, 'day') ? `–${hourText(endsAt)}` : ` – ${dayAndHourText(endsAt)}`;
  return `${dayAndHourText(startsAt)}${until}`;
}

/** For a subject: `Wed 11 Feb 2026, 09:00`. */
export function shortText(at: DateTime): string {
  return `${englishDay(at, 'short', localeOf(at))}, ${hourText(at)}`;
}

/** `Europe/Berlin (UTC+1)`: the offset is for readers who live elsewhere. */
export function zoneText(at: DateTime): string {
  const offset = at.offset === 0 ? 'UTC' : `UTC${at.setLocale('en-US').toFormat('Z')}`;
  return offset === at.zoneName ? offset : `${at.zoneName} (${offset})`;
}

function dayAndHourText(at: DateTime): string {
  return `${englishDay(at, 'full', localeOf(at))}, ${hourText(at)}`;
}

function hourText(at: DateTime): string {
  return englishHour(at, localeOf(at));
}

function localeOf({ locale }: DateTime): string {
  return locale ?? 'en-GB';
}
