import type { DateTime } from 'luxon';

/** Who reads a time: where, and whether they write 9:00 AM or 09:00. */
export interface TimeReader {
  readonly zone: string;
  readonly locale: string;
}

/** `Wed, 11 February 2026, 09:00–09:30 (Europe/Berlin)`: the day spelled out, so that no date can be mistaken. */
export function whenText(startsAt: DateTime, endsAt: DateTime, reader: TimeReader): string {
  const [start, end] = [shownTo(startsAt, reader), shownTo(endsAt, reader)];
  const until = start.hasSame(end, 'day') ? timeText(end) : `${dayText(end)}, ${timeText(end)}`;
  return `${dayText(start)}, ${timeText(start)}–${until} (${reader.zone})`;
}

/** One instant: `Wed, 11 February 2026, 09:00 (Europe/Berlin)`. */
export function momentText(at: DateTime, reader: TimeReader): string {
  const shown = shownTo(at, reader);
  return `${dayText(shown)}, ${timeText(shown)} (${reader.zone})`;
}

/**
 * The same for Slack to render in the zone of the device that shows it, with the zoned text for whatever cannot
 * (docs.slack.dev/messaging/formatting-message-text, "Date formatting").
 */
export function whenMrkdwn(startsAt: DateTime, endsAt: DateTime, reader: TimeReader): string {
  const [start, end] = [shownTo(startsAt, reader), shownTo(endsAt, reader)];
  const endFormat = start.hasSame(end, 'day') ? '{time}' : '{date_short} {time}';
  const fallback = `${dayText(start)}, ${timeText(start)}`;
  return (
    `<!date^${start.toUnixInteger()}^{date_long_pretty}, {time}|${fallback}>–` +
    `<!date^${end.toUnixInteger()}^${endFormat}|${timeText(end)} (${reader.zone})>`
  );
}

/** `30 minutes`, `1 hour`, `1 hour, 15 minutes`. */
export function lengthText(startsAt: DateTime, endsAt: DateTime): string {
  const { hours = 0, minutes = 0 } = endsAt.diff(startsAt, ['hours', 'minutes']).toObject();
  const parts = [plural(hours, 'hour'), plural(minutes, 'minute')].filter((part) => part !== '');
  return parts.join(', ');
}

function plural(count: number, unit: string): string {
  return count === 0 ? '' : `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** Words are English whatever the reader's language; the locale only says which clock they read. */
function shownTo(at: DateTime, { zone, locale }: TimeReader): DateTime {
  return at.setZone(zone).setLocale(usesTwelveHours(locale) ? 'en-US' : 'en-GB');
}

function dayText(at: DateTime): string {
  return at.toFormat('ccc, d LLLL yyyy');
}

function timeText(at: DateTime): string {
  return at.toFormat(at.locale === 'en-US' ? 'h:mm a' : 'HH:mm');
}

function usesTwelveHours(locale: string): boolean {
  try {
    return new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 === true;
  } catch {
    // A locale that this Node does not know is read on the 24 hour clock.
    return false;
  }
}
