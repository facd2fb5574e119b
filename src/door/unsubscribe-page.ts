import { type Html, html } from '../html/html.ts';
import type { Subscription } from '../usecases/unsubscribe.ts';
import type { Assets } from './assets.ts';
import { layout } from './layout.ts';

/** Whether reminders are sent, and a button for the other. It is no form, so that nothing is sent without the script. */
export function unsubscribePage(assets: Assets, { title, wantsReminders }: Subscription, nonce: string): string {
  return layout(assets, {
    title: 'Reminders',
    head: html`<meta name="join-nonce" content="${nonce}">
<script type="module" src="${assets.url('unsubscribe/main.ts')}"></script>`,
    body: html`<main class="card notice">
${wantsReminders ? asking(title) : ended(title)}
<button class="button" id="choose" type="button" data-reminders="${String(!wantsReminders)}" disabled>${
      wantsReminders ? 'Stop the reminders' : 'Send me reminders again'
    }</button>
<p class="note" id="note" role="alert"></p>
<noscript><p class="note">The button needs JavaScript. Please turn it on for this site, or unsubscribe in your mail program.</p></noscript>
</main>`,
  });
}

function asking(title: string): Html {
  return html`<h1>No more reminders?</h1>
<p>You will get no more reminders of <bdi>${title}</bdi> by e-mail. You stay invited, and changes of the time still reach you.</p>`;
}

function ended(title: string): Html {
  return html`<h1>No more reminders</h1>
<p>You get no reminders of <bdi>${title}</bdi> any more. You stay invited, and your link works as before.</p>`;
}
