import { byId } from './by-id.ts';

const DAY: Intl.DateTimeFormatOptions = { weekday: 'short', month: 'short', day: 'numeric' };
/** Named by its style, since spelled out in parts one instant becomes 8:50 where a range begins at 08:50. */
const TIME: Intl.DateTimeFormatOptions = { timeStyle: 'short' };

/** Writes the meeting's time in the viewer's zone and locale; the meeting's own zone stays below it where it differs. */
export function showLocalTimes(): void {
  const { startsAt = '', endsAt = '', offset } = byId('when').dataset;
  const start = new Date(startsAt);
  const end = new Date(endsAt);
  byId('date').textContent = range(start, end, { dateStyle: 'full' });
  byId('time').textContent = range(start, end, TIME);
  byId('zone').textContent = `Your time, ${Intl.DateTimeFormat().resolvedOptions().timeZone.replaceAll('_', ' ')}`;
  byId('planned').hidden = Number(offset) === -start.getTimezoneOffset();
  // Only there for who comes from an older calendar file.
  for (const moved of document.querySelectorAll<HTMLTimeElement>('.old-file time'))
    moved.textContent = dayAndTime(new Date(moved.dateTime));
}

/** Writes when the door opens: the day only where it is not today. */
export function showOpening(opensAt: string, serverNow: number): void {
  const opens = new Date(opensAt);
  const isToday = opens.toDateString() === new Date(serverNow).toDateString();
  const element = byId('opens');
  element.setAttribute('datetime', opensAt);
  element.textContent = isToday ? opens.toLocaleString(undefined, TIME) : dayAndTime(opens);
}

function dayAndTime(at: Date): string {
  return `${at.toLocaleString(undefined, DAY)}, ${at.toLocaleString(undefined, TIME)}`;
}

function range(start: Date, end: Date, format: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(undefined, format).formatRange(start, end);
}
