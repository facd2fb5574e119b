import { html } from '../html/html.ts';
import type { Assets } from './assets.ts';
import { layout } from './layout.ts';

/** The end of an installation as a page. */
export function installPage(
  assets: Assets,
  notice: {
    readonly title: string;
    readonly detail: string;
    readonly link: { readonly label: string; readonly href: string } | null;
  },
): string {
  const { title, detail, link } = notice;
  return layout(assets, {
    title,
    body: html`<main class="card notice">
<h1>${title}</h1>
<p>${detail}</p>
${link ? html`<a class="button" href="${link.href}">${link.label}</a>` : null}
</main>`,
  });
}
