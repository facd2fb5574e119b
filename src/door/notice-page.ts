import type { Assets } from './assets.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';
import type { Problem } from './problem.ts';

/** A problem as a page. It depends on nothing but the problem, so every forged link gets the same bytes. */
export function noticePage(assets: Assets, { title, detail, status }: Problem): string {
  const passes = status === 429 || status >= 500;
  return layout(assets, {
    title,
    body: html`<main class="card notice">
<h1>${title}</h1>
<p>${detail}</p>
${passes ? html`<a class="button" href="">Try again</a>` : null}
</main>`,
  });
}
