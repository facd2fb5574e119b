/** Where the page's script and style are served on this origin. */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
}

/** Only our own files, only our own origin: messages cannot load, frame, submit or run anything. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

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
