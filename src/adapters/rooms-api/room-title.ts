const SEPARATOR = ' · ';

/** The room's title, which everybody in it sees: `Standup · k7f3q`. */
export function titleWithCode(title: string, code: string): string {
  return `${title}${SEPARATOR}${code}`;
}

/** The code behind the last separator, or null where there is none. */
export function codeInTitle(title: unknown): string | null {
  if (typeof title !== 'string' || !title.includes(SEPARATOR)) return null;
  return title.slice(title.lastIndexOf(SEPARATOR) + SEPARATOR.length);
}
