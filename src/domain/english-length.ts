import type { DateTime } from 'luxon';

/** How long something takes: `30 minutes`, `1 hour`, `1 hour 15 minutes`; a minute begun is one. */
export function lengthText(startsAt: DateTime, endsAt: DateTime): string {
  return minutesText(Math.ceil(endsAt.diff(startsAt).as('minutes')));
}

/** Of whole minutes; empty for none. */
export function minutesText(minutes: number): string {
  return [counted(Math.floor(minutes / 60), 'hour'), counted(minutes % 60, 'minute')]
    .filter((part) => part !== '')
    .join(' ');
}

function counted(count: number, unit: string): string {
  return count === 0 ? '' : `${count} ${unit}${count === 1 ? '' : 's'}`;
}
