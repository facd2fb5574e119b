import type { DateTime } from 'luxon';
import { utc } from './status.ts';

/** What a calendar on the web is told: nothing else, since everything in such an address is told to its owner. */
export interface WebEntry {
  readonly title: string;
  readonly startsAt: DateTime;
  readonly endsAt: DateTime;
}

/** Opens Google's form for a new entry (not documented, but used by Google's own "Add to calendar" buttons). */
export function googleLink({ title, startsAt, endsAt }: WebEntry): string {
  const dates = [startsAt, endsAt].map((at) => toTheSecond(at).replaceAll(/[-:]/g, '')).join('/');
  return address('https://calendar.google.com/calendar/render', { action: 'TEMPLATE', text: title, dates });
}

/** Opens Outlook's form for a new entry (not documented either). */
export function outlookLink({ title, startsAt, endsAt }: WebEntry): string {
  return address('https://outlook.office.com/calendar/action/compose', {
    rru: 'addevent',
    subject: title,
    startdt: toTheSecond(startsAt),
    enddt: toTheSecond(endsAt),
  });
}

/** As in `2026-11-25T08:00:00Z`. */
function toTheSecond(at: DateTime): string {
  return utc(at).replace(/\.\d+/, '');
}

function address(base: string, parameters: Readonly<Record<string, string>>): string {
  return `${base}?${new URLSearchParams(parameters)}`;
}
