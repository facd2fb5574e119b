import { type Html, html } from '../html/html.ts';
import type { Assets } from './assets.ts';

const ICON_URL =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='9' fill='%233355d1'/%3E%3Cpath d='M21.5 20.2a7 7 0 1 1 0-8.4' fill='none' stroke='%23fff' stroke-width='3.4' stroke-linecap='round'/%3E%3Ccircle cx='16' cy='16' r='2.2' fill='%23fff'/%3E%3C/svg%3E";

const ICON = html`<link rel="icon" href="${ICON_URL}">`;

const MARK = html`<svg class="mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true"><rect width="32" height="32" rx="9"/><path d="M21.5 20.2a7 7 0 1 1 0-8.4"/><circle cx="16" cy="16" r="2.2"/></svg>`;

export interface Layout {
  /** Names no meeting: chat and mail programs show titles of links in previews. */
  readonly title: string;
  readonly head?: Html;
  readonly body: Html;
}

/** The frame of every page of the door. */
export function layout(assets: Assets, { title, head, body }: Layout): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#f4f5f8" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#0f1116" media="(prefers-color-scheme: dark)">
<title>${title} · Convene</title>
${ICON}
<link rel="stylesheet" href="${assets.url('join/style.css')}">
${head ?? null}
</head>
<body>
<header class="brand">${MARK}<span>Convene</span></header>
${body}
</body>
</html>
`;
  return page.markup;
}
