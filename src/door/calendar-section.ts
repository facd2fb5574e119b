import type { CalendarChoice } from '../domain/calendar-choice.ts';
import { type Html, html } from '../html/html.ts';
import type { DoorView } from '../usecases/look-at-door.ts';
import { googleLink, outlookLink } from './web-calendars.ts';

/** Where a calendar follows by itself a file would be one entry too many. */
const FOLLOWS: Readonly<Record<Exclude<CalendarChoice, 'file'>, string>> = {
  mail: 'This meeting comes into your calendar by e-mail, and so does each change of it.',
  feed: 'This meeting comes into your calendar by your feed, and so does each change of it, often some hours later.',
};

/**
 * The ways into a calendar, or the one that is taken already. The file has the link in it, calendars on the web are told
 * nothing but title and time.
 */
export function calendarSection(link: string, view: DoorView): Html {
  if (view.calendar !== 'file') return html`<div class="calendar"><p class="web">${FOLLOWS[view.calendar]}</p></div>`;
  return html`<div class="calendar">
<p>${inviteFile(link, 'Add to your calendar')}</p>
<p class="web">or to ${elsewhere(googleLink(view), 'Google Calendar')}, ${elsewhere(outlookLink(view), 'Outlook')}. These two are given only the title and the time, so keep the link to this page.</p>
</div>`;
}

/** How a calendar that is out of date gets to know what is so. */
export function newsForCalendar(link: string, { calendar }: DoorView): Html {
  if (calendar !== 'file') return html`${FOLLOWS[calendar]}`;
  return html`${inviteFile(link, 'Get the new calendar file')} and remove the old entry: calendars do not replace it.`;
}

function inviteFile(link: string, label: string): Html {
  return html`<a href="/j/${encodeURIComponent(link)}/invite.ics">${label}</a>`;
}

function elsewhere(href: string, label: string): Html {
  return html`<a href="${href}" target="_blank" rel="noreferrer noopener">${label}</a>`;
}
