import { type Html, html } from '../html/html.ts';
import type { DoorView } from '../usecases/look-at-door.ts';
import { googleLink, outlookLink } from './web-calendars.ts';

/** The ways into a calendar: the file has the link in it, the others are told nothing but title and time. */
export function calendarSection(link: string, view: DoorView): Html {
  return html`<div class="calendar">
<p>${inviteFile(link, 'Add to your calendar')}</p>
<p class="web">or to ${elsewhere(googleLink(view), 'Google Calendar')}, ${elsewhere(outlookLink(view), 'Outlook')}. These two are given only the title and the time, so keep the link to this page.</p>
</div>`;
}

export function inviteFile(link: string, label: string): Html {
  return html`<a href="/j/${encodeURIComponent(link)}/invite.ics">${label}</a>`;
}

function elsewhere(href: string, label: string): Html {
  return html`<a href="${href}" target="_blank" rel="noreferrer noopener">${label}</a>`;
}
