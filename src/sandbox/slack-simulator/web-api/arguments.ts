import { invalidArguments, Refusal } from './refusal.ts';

/** What a call brings, decoded from a form or from JSON. */
export type Args = Readonly<Record<string, unknown>>;

/** Arguments that are JSON inside a form. */
const STRUCTURED = new Set(['blocks', 'metadata', 'files', 'view', 'attachments', 'file_ids']);
/** Arguments that are `true` or `false` inside a form. */
const FLAGS = new Set([
  'exclude_archived',
  'include_all_metadata',
  'include_locale',
  'inclusive',
  'return_im',
  'unfurl_links',
  'unfurl_media',
]);

/** @throws Refusal for JSON that cannot be read */
export function readArguments(contentType: string, body: Buffer, query: URLSearchParams): Args {
  const text = body.toString('utf8');
  if (contentType.startsWith('application/json')) return readJson(text);
  const form = [...query, ...new URLSearchParams(text)];
  return Object.fromEntries(
    form.map(([name, value]) => [name, STRUCTURED.has(name) || FLAGS.has(name) ? parsed(value) : value]),
  );
}

function readJson(text: string): Args {
  const value = parsed(text);
  if (typeof value !== 'object' || value === null) throw new Refusal('invalid_json');
  return value as Args;
}

/** The value of JSON text; text that is no JSON stays text and is refused where it is used. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export function optionalText(args: Args, name: string): string | undefined {
  const value = args[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'object') throw invalidArguments(`must be a string: ${name}`);
  return String(value);
}

export function text(args: Args, name: string): string {
  const value = optionalText(args, name);
  if (value === undefined) throw invalidArguments(`missing required field: ${name}`);
  return value;
}

export function flag(args: Args, name: string): boolean {
  return args[name] === true || args[name] === '1' || args[name] === 1;
}

/** A whole number within bounds, or the fallback where none is given. */
export function whole(args: Args, name: string, fallback: number, { min, max }: { min: number; max: number }): number {
  const value = args[name] === undefined ? fallback : Number(args[name]);
  if (!Number.isInteger(value) || value < min || value > max)
    throw invalidArguments(`must be from ${min} to ${max}: ${name}`);
  return value;
}

/** Comma-separated, as Slack takes lists of ids. */
export function ids(args: Args, name: string): readonly string[] {
  return (optionalText(args, name) ?? '').split(',').filter((id) => id !== '');
}
