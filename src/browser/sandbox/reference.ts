import { unescapeEntities } from './entities.ts';

/** What Slack writes in angle brackets: links, mentions and dates. */
export type Reference =
  | { readonly kind: 'link'; readonly href: string; readonly label: string }
  | { readonly kind: 'user'; readonly id: string; readonly label: string | null }
  | { readonly kind: 'channel'; readonly id: string; readonly label: string | null }
  /** A user group, `here`, `channel` or `everyone`. */
  | { readonly kind: 'group'; readonly label: string }
  | {
      readonly kind: 'date';
      readonly seconds: number;
      readonly format: string;
      readonly href: string | null;
      readonly fallback: string;
    };

/**
 * @param inside what stands between `<` and `>`
 * @returns null for anything that Slack does not define, and for links to other than web and mail addresses
 */
export function readReference(inside: string): Reference | null {
  const [target, label] = splitOnce(inside, '|');
  const text = label === null ? null : unescapeEntities(label);
  if (/^@[UW][A-Z0-9]+$/.test(target)) return { kind: 'user', id: target.slice(1), label: text };
  if (/^#[CG][A-Z0-9]+$/.test(target)) return { kind: 'channel', id: target.slice(1), label: text };
  if (/^!subteam\^S[A-Z0-9]+$/.test(target)) return { kind: 'group', label: text ?? '@group' };
  if (/^!(here|channel|everyone)$/.test(target)) return { kind: 'group', label: `@${target.slice(1)}` };
  if (target.startsWith('!date^')) return text === null ? null : readDate(unescapeEntities(target), text);
  const href = safeLink(unescapeEntities(target));
  return href === null ? null : { kind: 'link', href, label: text ?? unescapeEntities(target).replace(/^mailto:/, '') };
}

/** The address itself when it is one of a page, a mailbox or a calendar, so that no script can stand in a link; else null. */
export function safeLink(address: string): string | null {
  return URL.canParse(address) && /^(https?|mailto|webcal):$/.test(new URL(address).protocol) ? address : null;
}

function readDate(target: string, fallback: string): Reference | null {
  const [, seconds = '', format = '', link] = target.split('^');
  if (!/^\d{1,11}$/.test(seconds) || format === '') return null;
  return { kind: 'date', seconds: Number(seconds), format, href: link === undefined ? null : safeLink(link), fallback };
}

function splitOnce(text: string, separator: string): [before: string, after: string | null] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, null] : [text.slice(0, at), text.slice(at + separator.length)];
}
