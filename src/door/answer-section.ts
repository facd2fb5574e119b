import { type Html, html } from '../html/html.ts';
import type { DoorView } from '../usecases/look-at-door.ts';
import { ANSWERS, answerText } from './answer-words.ts';

/** What the invitee answered, and the buttons to answer otherwise; the script makes them work. */
export function answerSection({ answer, repeats }: DoorView): Html {
  return html`<section class="rsvp" id="rsvp" aria-labelledby="rsvp-heading">
<h2 id="rsvp-heading">Can you come?</h2>
<p id="rsvp-text" role="status">${answerText(answer)}</p>
<div class="answers">
${ANSWERS.map(
  ({ is, label }) =>
    html`<button type="button" data-answer="${is}" aria-pressed="${String(is === answer)}" disabled>${label}</button>\n`,
)}</div>
${repeats ? html`<label><input type="checkbox" id="only-this-time"> Only for this time</label>` : null}
</section>`;
}
