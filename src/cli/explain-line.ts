import { DateTime } from 'luxon';
import { readRequest } from '../language/read-request.ts';
import type { Reading } from '../language/reading.ts';

/**
 * One line of the explain tool: a JSON object with `id`, `text`, `now`, `tz` and `locale` in, its reading out. A line
 * that is no such object gets `{"id":…,"error":…}`, so that every line has its answer.
 */
export function answer(line: string): string {
  const asked = parsed(line);
  const { id = null, text, now, tz, locale = 'en-US' } = asked;
  if (typeof text !== 'string' || typeof now !== 'string' || typeof tz !== 'string' || typeof locale !== 'string') {
    return refusal(id, 'text, now, tz and locale must be strings');
  }
  const at = instant(now);
  if (!at) return refusal(id, 'now is not an ISO 8601 time');
  return JSON.stringify({ id, ...shape(readRequest(text, { now: at, zone: tz, locale })) });
}

/** The object on a line; empty for a line that holds none. */
function parsed(line: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function instant(now: string): DateTime | null {
  try {
    return DateTime.fromISO(now, { setZone: true });
  } catch {
    return null;
  }
}

function shape({ title, start, length, people, recurrence, needs }: Reading) {
  const at = start && 'at' in start ? start.at : null;
  return {
    title,
    start: at ? iso(at) : start && 'day' in start ? start.day : null,
    end: at && length ? iso(at.plus(length)) : null,
    durationMinutes: length ? length.as('minutes') : null,
    invitees: { users: people.users, channels: people.channels, groups: people.groups, emails: people.emails },
    recurrence: recurrence && { ...recurrence, interval: recurrence.interval ?? 1 },
    needs,
  };
}

function iso(at: DateTime): string | null {
  return at.toISO({ suppressMilliseconds: true });
}

function refusal(id: unknown, error: string): string {
  return JSON.stringify({ id, error });
}
