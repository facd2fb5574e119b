import type { DateTime } from 'luxon';
import { lengthText } from '../domain/english-length.ts';
import { type Html, html } from '../html/html.ts';
import type { DoorView } from '../usecases/look-at-door.ts';
import { answerSection } from './answer-section.ts';
import type { Assets } from './assets.ts';
import { calendarSection } from './calendar-section.ts';
import type { MissingProof } from './identity/missing-proof.ts';
import { layout } from './layout.ts';
import { oldFileSection } from './old-file-section.ts';
import { proofSection } from './proof-section.ts';
import { statusCode, utc } from './status.ts';
import { type StatusCode, statusWords } from './status-words.ts';
import { momentWords, whenWords } from './when-words.ts';

export interface JoinPage {
  readonly assets: Assets;
  readonly link: string;
  readonly view: DoorView;
  readonly now: DateTime;
  /** The viewer's, for showing times. */
  readonly locale: string;
  readonly joinNonce: string;
  readonly styleNonce: string;
  /** Of the calendar file whose link was followed; null for a link from elsewhere. */
  readonly fileSequence: number | null;
  /** What has to be done before Join works; null for nothing. */
  readonly missingProof: MissingProof | null;
}

/**
 * The join page in words, complete before any script runs. The script reads what it needs from `data-` attributes and
 * the two nonces from `<meta>`; nothing stands in the page as script or JSON.
 */
export function joinPage(page: JoinPage): string {
  const { assets, link, view, now, locale, joinNonce, styleNonce, fileSequence, missingProof } = page;
  const code = statusCode(view.status);
  const oldSequence = fileSequence !== null && fileSequence < view.sequence ? fileSequence : null;
  const words = statusWords(code, view.organizer);
  const opensAt = view.status.kind === 'too-early' ? view.status.opensAt : null;
  return layout(assets, {
    title: 'Join your meeting',
    head: html`<meta name="join-nonce" content="${joinNonce}">
<meta name="csp-nonce" content="${styleNonce}">
<script type="module" src="${assets.url('join/main.ts')}"></script>`,
    body: html`<main class="card" id="card" data-status="${code}" data-now="${utc(now)}" data-opens-at="${opensAt && utc(opensAt)}" data-organizer="${view.organizer}" data-invitee="${view.invitee}">
<p class="badge" id="badge">${words.badge}</p>
<h1 id="title" dir="auto">${view.title}</h1>
${when(view, locale)}
${oldSequence === null ? null : oldFileSection(link, view, oldSequence, code, locale)}
${facts(view)}
<section class="state" aria-labelledby="heading">
<h2 id="heading">${words.heading}</h2>
<p id="text">${words.text}</p>
<p class="countdown" id="countdown" role="timer" aria-label="Time until you can join"></p>
<p class="opens">You can join from ${opens(opensAt, locale)}</p>
</section>
${missingProof ? proofSection(missingProof, view) : null}
<button class="button" id="join" type="button" disabled>Join the meeting</button>
<p class="note" id="note" role="alert"></p>
${view.simulated ? html`<p class="demo">Simulation: this server has no video service, so Join opens a demo room.</p>` : null}
<p class="announcer" id="announcer" role="status"></p>
<noscript><p class="note">Joining needs JavaScript. Please turn it on for this site, or open the link in another browser.</p></noscript>
${view.mayAnswer && hasInviteFile(code) ? answerSection(view) : null}
${hasInviteFile(code) && oldSequence === null ? calendarSection(link, view) : null}
</main>
<p class="personal">This link is for <bdi>${view.invitee}</bdi>${view.role === 'host' ? ', who hosts this meeting' : null}. Please do not pass it on.</p>
<main id="room" hidden></main>`,
  });
}

function when({ startsAt, endsAt }: DoorView, locale: string): Html {
  const { date, time, dayAndTime, zone } = whenWords(startsAt, endsAt, locale);
  const start = utc(startsAt);
  return html`<p class="when" id="when" data-starts-at="${start}" data-ends-at="${utc(endsAt)}" data-offset="${startsAt.offset}">
<time class="date" id="date" datetime="${start}">${date}</time>
<time class="time" id="time" datetime="${start}">${time}</time>
<span class="zone" id="zone">${zone}</span>
<span class="planned" id="planned" hidden>${dayAndTime} in ${zone}</span>
</p>`;
}

function facts({ organizer, workspace, startsAt, endsAt }: DoorView): Html {
  return html`<dl class="facts">
<div><dt>Length</dt><dd>${lengthText(startsAt, endsAt)}</dd></div>
<div><dt>Organizer</dt><dd><bdi>${organizer}</bdi></dd></div>
${workspace === null ? null : html`<div><dt>Workspace</dt><dd><bdi>${workspace}</bdi></dd></div>`}
</dl>`;
}

/** The element is there in every state, so that the script has it when a host moves the meeting. */
function opens(opensAt: DateTime | null, locale: string): Html {
  return html`<time id="opens" datetime="${opensAt && utc(opensAt)}">${opensAt && momentWords(opensAt, locale)}</time>.`;
}

function hasInviteFile(code: StatusCode): boolean {
  return code !== 'cancelled' && code !== 'not_invited' && code !== 'ended';
}
