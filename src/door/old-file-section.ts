import type { DateTime } from 'luxon';
import { earlierStart } from '../domain/earlier-starts.ts';
import { type Html, html } from '../html/html.ts';
import type { DoorView } from '../usecases/look-at-door.ts';
import { newsForCalendar } from './calendar-section.ts';
import { utc } from './status.ts';
import type { StatusCode } from './status-words.ts';
import { momentWords } from './when-words.ts';

/** For who comes from a calendar that does not know of the last changes: what it says, as far as that is known. */
export function oldFileSection(
  link: string,
  view: DoorView,
  fileSequence: number,
  code: StatusCode,
  locale: string,
): Html | null {
  if (code === 'cancelled' || code === 'not_invited') return null;
  return html`<section class="old-file" aria-labelledby="old-file">
<h2 id="old-file">Your calendar is out of date</h2>
<p>${changeSince(view, fileSequence, locale)}</p>
${code === 'ended' ? null : html`<p>${newsForCalendar(link, view)}</p>`}
</section>`;
}

function changeSince(
  { startsAt, plannedAt, earlierStarts, repeats }: DoorView,
  fileSequence: number,
  locale: string,
): Html {
  // The script writes it anew in the viewer's zone.
  const moment = (at: DateTime) => html`<time datetime="${utc(at)}">${momentWords(at, locale)}</time>`;
  const now = moment(startsAt);
  const before = earlierStart(earlierStarts, fileSequence);
  const isOther = (at: DateTime | null) => at !== null && at.toMillis() !== startsAt.toMillis();
  // Of a series that was moved, what the calendar says of this run is not known.
  if (repeats && before) return html`The series was moved since you saved it: this time it is at ${now}.`;
  if (isOther(plannedAt)) return html`Only this time it is at ${now} instead of ${moment(plannedAt)}.`;
  if (before && isOther(before))
    return html`This meeting was moved to ${now}. Your calendar still says ${moment(before)}.`;
  return html`Some details of this meeting have changed since you saved it.`;
}
