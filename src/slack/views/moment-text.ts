import { LRUCache } from 'lru-cache';
import type { DateTime } from 'luxon';
import type { TimeReader } from '../../ports/messenger.ts';

/** By locale, as making a format takes longer than all the rest of a message. */
const twelveHours = new LRUCache<string, boolean>({ max: 200 });
/** Most people of a meeting read the same of it. */
const knownSpans = new LRUCache<string, Span>({ max: 1_000 });

interface Span {
  readonly text: string;
  readonly mrkdwn: string;
}

/** `Wed, 11 February 2026, 09:00–09:30 (Europe/Berlin)`: the day spelled out, so that no date can be mistaken. */
export function whenText(startsAt: DateTime, endsAt: DateTime, reader: TimeReader): string {
  return spanOf(startsAt, endsAt, reader).text;
}

/** One instant: `Wed, 11 February 2026, 09:00 (Europe/Berlin)`. */
export function momentText(at: DateTime, reader: TimeReader): string {
  const shown = shownTo(at, reader);
  return `${dayAndTimeText(shown)} (${reader.zone})`;
}

/** `Wednesday, 11 February 2026`. */
export function dayText(at: DateTime, reader: TimeReader): string {
  return shownTo(at, reader).toFormat('cccc, d LLLL yyyy');
}

/** Where the day is plain: `09:00–09:30`. */
export function rangeText(startsAt: DateTime, endsAt: DateTime, reader: TimeReader): string {
  return `${timeText(shownTo(startsAt, reader))}–${timeText(shownTo(endsAt, reader))}`;
}

/** For a button, where the zone is plain from what stands above it: `Wed 11 Feb 2026, 09:00`. */
export function shortMomentText(at: DateTime, reader: TimeReader): string {
  const shown = shownTo(at, reader);
  return `${shown.toFormat('ccc d LLL yyyy')}, ${timeText(shown)}`;
}

/**
 * The same for Slack to render in the zone of the device that shows it, with the zoned text for whatever cannot
 * (docs.slack.dev/messaging/formatting-message-text, "Date formatting").
 */
export function whenMrkdwn(startsAt: DateTime, endsAt: DateTime, reader: TimeReader): string {
  return spanOf(startsAt, endsAt, reader).mrkdwn;
}

function spanOf(startsAt: DateTime, endsAt: DateTime, reader: TimeReader): Span {
  const key = `${startsAt.toMillis()}/${endsAt.toMillis()}/${reader.zone}/${usesTwelveHours(reader.locale)}`;
  const span = knownSpans.get(key) ?? formSpan(startsAt, endsAt, reader);
  knownSpans.set(key, span);
  return span;
}

function formSpan(startsAt: DateTime, endsAt: DateTime, reader: TimeReader): Span {
  const [start, end] = [shownTo(startsAt, reader), shownTo(endsAt, reader)];
  const begins = dayAndTimeText(start);
  const until = start.hasSame(end, 'day')
    ? { dash: '–', format: '{time}', text: timeText(end) }
    : { dash: ' – ', format: '{date_short} {time}', text: dayAndTimeText(end) };
  return {
    text: `${begins}${until.dash}${until.text} (${reader.zone})`,
    mrkdwn:
      `<!date^${start.toUnixInteger()}^{date_long_pretty}, {time}|${begins}>${until.dash}` +
      `<!date^${end.toUnixInteger()}^${until.format}|${until.text} (${reader.zone})>`,
  };
}

/** The hour alone, of a moment that is near: `09:00 (Europe/Berlin)`. */
export function clockText(at: DateTime, reader: TimeReader): string {
  return `${timeText(shownTo(at, reader))} (${reader.zone})`;
}

/** The same for Slack to render. */
export function clockMrkdwn(at: DateTime, reader: TimeReader): string {
  return `<!date^${at.toUnixInteger()}^{time}|${clockText(at, reader)}>`;
}

/** `30 minutes`, `1 hour`, `1 hour, 15 minutes`. */
export function lengthText(startsAt: DateTime, endsAt: DateTime): string {
  return minutesText(Math.ceil(endsAt.diff(startsAt).as('minutes')));
}

export function minutesText(minutes: number): string {
  const parts = [plural(Math.floor(minutes / 60), 'hour'), plural(minutes % 60, 'minute')].filter(
    (part) => part !== '',
  );
  return parts.join(', ');
}

function plural(count: number, unit: string): string {
  return count === 0 ? '' : `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** Words are English whatever the reader's language; the locale only says which clock they read. */
function shownTo(at: DateTime, { zone, locale }: TimeReader): DateTime {
  return at.setZone(zone).setLocale(usesTwelveHours(locale) ? 'en-US' : 'en-GB');
}

function dayAndTimeText(at: DateTime): string {
  return `${at.toFormat('ccc, d LLLL yyyy')}, ${timeText(at)}`;
}

function timeText(at: DateTime): string {
  return at.toFormat(at.locale === 'en-US' ? 'h:mm a' : 'HH:mm');
}

function usesTwelveHours(locale: string): boolean {
  const known = twelveHours.get(locale) ?? asksForTwelveHours(locale);
  twelveHours.set(locale, known);
  return known;
}

function asksForTwelveHours(locale: string): boolean {
  try {
    return new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 === true;
  } catch {
    // A locale that this Node does not know is read on the 24 hour clock.
    return false;
  }
}
