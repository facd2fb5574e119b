/** Where the page's script and style are served on this origin. */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
}

/** Only our own files, only our own origin: messages cannot load, submit or run anything. Mails are framed, under a policy of their own. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** A flask: this is the laboratory. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">
<rect width="24" height="24" rx="6" fill="#0b6b66"/>
<path d="M9.5 4.5h5M10.3 4.5v5L6 17.3A1.2 1.2 0 0 0 7 19h10a1.2 1.2 0 0 0 1-1.7L13.7 9.5v-5M8.5 14.5h7"
 fill="none" stroke="#fff" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"/>
</svg>
`;

/** The empty page. Everything in it is drawn by the script, so that no text of anybody is ever part of its HTML. */
export function shell({ script, style }: PageAssets): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>Convene sandbox</title>
<link rel="icon" type="image/svg+xml" href="/sandbox/icon.svg">
<link rel="stylesheet" href="${escapeAttribute(style)}">
<script type="module" src="${escapeAttribute(script)}"></script>
</head>
<body>
<noscript><p class="plain">The sandbox is drawn by JavaScript. Please allow it for this page; it loads nothing from elsewhere.</p></noscript>
</body>
</html>
`;
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
