import { LONGEST_VISITOR_NAME } from '../domain/visitor.ts';
import { type Html, html } from '../html/html.ts';
import type { PublicView } from '../usecases/look-at-public-meeting.ts';
import type { Assets } from './assets.ts';
import { layout } from './layout.ts';
import { closedWords } from './public-words.ts';
import { utc } from './status.ts';
import { whenWords } from './when-words.ts';

/** The page of a shared link: what the meeting is, and who would like to come in. */
export function publicPage(page: {
  readonly assets: Assets;
  readonly view: PublicView;
  readonly nonce: string;
  /** The viewer's, for showing times. */
  readonly locale: string;
}): string {
  const { assets, view, nonce, locale } = page;
  const { title, startsAt, endsAt, organizer, status } = view;
  const { date, time, zone, dayAndTime } = whenWords(startsAt, endsAt, locale);
  return layout(assets, {
    title: 'Join a meeting',
    head: html`<meta name="join-nonce" content="${nonce}">
<script type="module" src="${assets.url('visit/main.ts')}"></script>`,
    body: html`<main class="card" id="card">
<p class="badge">Public meeting</p>
<h1 id="title" dir="auto">${title}</h1>
<p class="when" id="when" data-starts-at="${utc(startsAt)}" data-ends-at="${utc(endsAt)}" data-offset="${startsAt.offset}">
<time class="date" id="date" datetime="${utc(startsAt)}">${date}</time>
<time class="time" id="time" datetime="${utc(startsAt)}">${time}</time>
<span class="zone" id="zone">${zone}</span>
<span class="planned" id="planned" hidden>${dayAndTime} in ${zone}</span>
</p>
<dl class="facts"><div><dt>Organizer</dt><dd><bdi>${organizer}</bdi></dd></div></dl>
${closed(status, organizer) ?? FORM}
</main>`,
  });
}

function closed(status: PublicView['status'], organizer: string): Html | null {
  const words = closedWords(status, organizer);
  return (
    words &&
    html`<section class="state"><h2>${words.heading}</h2>
<p>${words.text}</p></section>`
  );
}

const FORM = html`<form id="visit" class="visit">
<label for="name">Your name</label>
<input id="name" name="name" type="text" autocomplete="name" maxlength="${LONGEST_VISITOR_NAME}" required>
<p class="hint">The others will see it. You come in as a guest.</p>
<button class="button" type="submit">Continue</button>
<p class="note" id="note" role="alert"></p>
</form>
<noscript><p class="note">Joining needs JavaScript. Please turn it on for this site, or open the link in another browser.</p></noscript>`;
