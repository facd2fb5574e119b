import type { DateTime } from 'luxon';
import { englishDay, englishHour } from '../../domain/english-time.ts';
import type { TimeReader } from '../../ports/messenger.ts';

/** `Wed, 11 February 2026, 09:00–09:30 (Europe/Berlin)`: the day spelled out, so that no date can be mistaken. */
export function whenText(startsAt: DateTime, endsAt: DateTime, reader: TimeReader): string {
  const [start, end] = [startsAt.setZone(reader.zone), endsAt.setZone(reader.zone)];
  const until = start.hasSame(end, 'day') ? `–${hourText(end, reader)}` : ` – ${dayAndHourText(end, reader)}`;
  return `${dayAndHourText(start, reader)}${until} (${reader.zone})`;
}

/** One instant: `Wed, 11 February 2026, 09:00 (Europe/Berlin)`. */
export function momentText(at: DateTime, reader: TimeReader): string {
  return `${dayAndHourText(at, reader)} (${reader.zone})`;
}

/** `Wednesday, 11 February 2026`. */
export function dayText(at: DateTime, { zone, locale }: TimeReader): string {
  return englishDay(at.setZone(zone), 'full', locale);
}

/** Where the day is plain: `09:00–09:30`. */
export function rangeText(startsAt: DateTime, endsAt: DateTime, reader: TimeReader): string {
  return `${hourText(startsAt, reader)}–${hourText(endsAt, reader)}`;
}

/** For a button, where the zone is plain from what stands above it: `Wed 11 Feb 2026, 09:00`. */
export function shortMomentText(at: DateTime, reader: TimeReader): string {
  return `${englishDay(at.setZone(reader.zone), 'short', reader.locale)}, ${hourText(at, reader)}`;
}

/**
 * The same for Slack to render in the zone of the device that shows it, with the zoned text for whatever cannot
 * (docs.slack.dev/messaging/formatting-message-text, "Date formatting").
 */
export function whenMrkdwn(startsAt: DateTime, endsAt: DateTime, reader: TimeReader): string {
  const [start, end] = [startsAt.setZone(reader.zone), endsAt.setZone(reader.zone)];
  const until = start.hasSame(end, 'day')
    ? { dash: '–', format: '{time}', fallback: hourText(end, reader) }
    : { dash: ' – ', format: '{date_short} {time}', fallback: dayAndHourText(end, reader) };
  return (
    `<!date^${start.toUnixInteger()}^{date_long_pretty}, {time}|${dayAndHourText(start, reader)}>${until.dash}` +
    `<!date^${end.toUnixInteger()}^${until.format}|${until.fallback} (${reader.zone})>`
  );
}

/** The hour alone, of a moment that is near: `09:00 (Europe/Berlin)`. */
export function clockText(at: DateTime, reader: TimeReader): string {
  return `${hourText(at, reader)} (${reader.zone})`;
}

/** The same for Slack to render. */
export function clockMrkdwn(at: DateTime, reader: TimeReader): string {
  return `<!date^${at.toUnixInteger()}^{time}|${clockText(at, reader)}>`;
}

function dayAndHourText(at: DateTime, reader: TimeReader): string {
  return `${englishDay(at.setZone(reader.zone), 'usual', reader.locale)}, ${hourText(at, reader)}`;
}

function hourText(at: DateTime, { zone, locale }: TimeReader): string {
  return englishHour(at.setZone(zone), locale);
}
