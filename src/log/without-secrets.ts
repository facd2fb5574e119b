const REDACTED = '[redacted]';

/** Fields whose value is never printed, whatever it is; names are compared in small letters without - and _. */
const SECRET_FIELD =
  /token|secret|password|authorization|cookie|apikey|encryptionkey|signature|nonce|email|responseurl|uploadurl|triggerid/;
const PRIVATE_FIELDS = new Set(['link', 'links', 'joinlink', 'text', 'title', 'blocks', 'body', 'headers', 'auth']);

/** Secrets that betray themselves by their form, wherever they stand in a text. */
const SECRET_FORMS: readonly { form: RegExp; leaving: string }[] = [
  { form: /(?:xox[a-z][.-]|xapp-)[\w.-]+/gi, leaving: REDACTED },
  { form: /\b(bearer|basic)\s+[\w.~+/=-]+/gi, leaving: `$1 ${REDACTED}` },
  { form: /\/(j|m|unsubscribe|recordings)\/[\w.~%-]+/g, leaving: `/$1/${REDACTED}` },
  { form: /\/calendar\/[\w.~%-]+\.ics/g, leaving: `/calendar/${REDACTED}` },
  { form: /\b(hooks|files)\.slack(-gov)?\.com\/[^\s"'<>]*/gi, leaving: `$1.slack$2.com/${REDACTED}` },
  { form: /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, leaving: REDACTED },
  { form: /\bSG\.[\w-]+\.[\w-]+/g, leaving: REDACTED },
  { form: /:\/\/[^\s/@"'<>]+@/g, leaving: `://${REDACTED}@` },
  { form: /[\w.+%-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\b/gi, leaving: REDACTED },
];

/** The same line of JSON, with everything that looks like a secret or a personal matter replaced. */
export function withoutSecrets(line: string): string {
  return `${JSON.stringify(redact(JSON.parse(line)))}\n`;
}

function redact(value: unknown): unknown {
  if (typeof value === 'string') return redactText(value);
  if (Array.isArray(value)) return value.map(redact);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, part]) => [redactText(field), isSecret(field) ? REDACTED : redact(part)]),
  );
}

function isSecret(field: string): boolean {
  const name = field.toLowerCase().replaceAll(/[-_]/g, '');
  return SECRET_FIELD.test(name) || PRIVATE_FIELDS.has(name);
}

function redactText(text: string): string {
  return SECRET_FORMS.reduce((rest, { form, leaving }) => rest.replace(form, leaving), text);
}
