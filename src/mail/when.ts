import type { DateTime } from 'luxon';

/** `Wednesday, 11 February 2026, 09:00–09:30`. */
export function spanText(startsAt: DateTime, endsAt: DateTime): string {
  const [start, end] = [inEnglish(startsAt), inEnglish(endsAt)];
  const until = start.hasSame(end, 'day') ? `–${timeText(end)}` : ` – ${dayAndTimeText(end)}`;
  return `${dayAndTimeText(start)}${until}`;
}

/** For a subject: `Wed 11 Feb 2026, 09:00`. */
export function shortText(at: DateTime): string {
  const shown = inEnglish(at);
  return `${shown.toFormat('ccc d LLL yyyy')}, ${timeText(shown)}`;
}

/** `Europe/Berlin (UTC+1)`: the offset is for readers who live elsewhere. */
export function zoneText(at: DateTime): string {
  const offset = at.offset === 0 ? 'UTC' : `UTC${inEnglish(at).toFormat('Z')}`;
  return offset === at.zoneName ? offset : `${at.zoneName} (${offset})`;
}

/** The words are English whatever the reader's locale; it only says which clock they read. */
function inEnglish(at: DateTime): DateTime {
  return at.setLocale(usesTwelveHours(at.locale) ? 'en-US' : 'en-GB');
}

function usesTwelveHours(locale: string | null): boolean {
  try {
    return new Intl.DateTimeFormat(locale ?? 'en-GB', { hour: 'numeric' }).resolvedOptions().hour12 === true;
  } catch {
    // A locale that this Node does not know is read on the 24 hour clock.
    return false;
  }
}

function dayAndTimeText(at: DateTime): string {
  return `${at.toFormat('cccc, d LLLL yyyy')}, ${timeText(at)}`;
}

function timeText(at: DateTime): string {
  return at.toFormat(at.locale === 'en-US' ? 'h:mm a' : 'HH:mm');
}
