import { englishDay, englishHour, type WallTime } from '../../domain/english-time.ts';
import { byId } from './by-id.ts';

/** Writes the meeting's time in the viewer's zone, by the viewer's locale; its own zone stays below it where it differs. */
export function showLocalTimes(): void {
  const { startsAt = '', endsAt = '', offset } = byId('when').dataset;
  const start = new Date(startsAt);
  const end = new Date(endsAt);
  const days = start.toDateString() === end.toDateString() ? [start] : [start, end];
  byId('date').textContent = days.map((at) => englishDay(wallTime(at), 'full', navigator.language)).join(' – ');
  byId('time').textContent = `${hour(start)}–${hour(end)}`;
  byId('zone').textContent = `Your time, ${Intl.DateTimeFormat().resolvedOptions().timeZone.replaceAll('_', ' ')}`;
  byId('planned').hidden = Number(offset) === -start.getTimezoneOffset();
  // Only there for who comes from an older calendar file.
  for (const moved of document.querySelectorAll<HTMLTimeElement>('.old-file time'))
    moved.textContent = dayAndHour(new Date(moved.dateTime));
}

/** Writes when the door opens: the day only where it is not today. */
export function showOpening(opensAt: string, serverNow: number): void {
  const opens = new Date(opensAt);
  const isToday = opens.toDateString() === new Date(serverNow).toDateString();
  const element = byId('opens');
  element.setAttribute('datetime', opensAt);
  element.textContent = isToday ? hour(opens) : dayAndHour(opens);
}

function dayAndHour(at: Date): string {
  return `${englishDay(wallTime(at), 'near', navigator.language)}, ${hour(at)}`;
}

function hour(at: Date): string {
  return englishHour(wallTime(at), navigator.language);
}

/** Where the viewer is. */
function wallTime(at: Date): WallTime {
  return {
    year: at.getFullYear(),
    month: at.getMonth() + 1,
    day: at.getDate(),
    weekday: at.getDay() || 7,
    hour: at.getHours(),
    minute: at.getMinutes(),
  };
}
