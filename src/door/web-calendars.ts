import type { DateTime } from 'luxon';

/** What a calendar on the web is told: nothing else, since everything in such an address is told to its owner. */
export interface WebEntry {
  readonly title: string;
  readonly startsAt: DateTime;
  readonly endsAt: DateTime;
}

/** Opens Google's form for a new entry (not documented, but used by Google's own "Add to calendar" buttons). */
export function googleLink({ title, startsAt, endsAt }: WebEntry): string {
  const dates = [startsAt, endsAt].map((at) => at.toUTC().toFormat("yyyyMMdd'T'HHmmss'Z'")).join('/');
  return address('https://calendar.google.com/calendar/render', { action: 'TEMPLATE', text: title, dates });
}

/** Opens Outlook's form for a new entry (not documented either). */
export function outlookLink({ title, startsAt, endsAt }: WebEntry): string {
  const iso = (at: DateTime) => at.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");
  return address('https://outlook.office.com/calendar/action/compose', {
    rru: 'addevent',
    subject: title,
    startdt: iso(startsAt),
    enddt: iso(endsAt),
  });
}

function address(base: string, parameters: Readonly<Record<string, string>>): string {
  return `${base}?${new URLSearchParams(parameters)}`;
}
