import { html } from '../html/html.ts';
import type { Assets } from './assets.ts';
import { layout } from './layout.ts';
import type { Problem } from './problem.ts';

/** A problem as a page. It depends on nothing but the problem, so every forged link gets the same bytes. */
export function noticePage(assets: Assets, { title, detail, status, action }: Problem): string {
  const passes = status === 429 || status >= 500;
  const offered = action ?? (passes ? { label: 'Try again', href: '' } : null);
  return layout(assets, {
    title,
    body: html`<main class="card notice">
<h1>${title}</h1>
<p>${detail}</p>
${offered && html`<a class="button" href="${offered.href}">${offered.label}</a>`}
</main>`,
  });
}
