import type { People } from './reading.ts';

/** A command's text with all that is no plain word blotted out, so that offsets stay those of the text as sent. */
export interface SlackText {
  readonly raw: string;
  /** As long as `raw`. People are `PERSON`, quotes and links are `OPAQUE`, entities are decoded and padded. */
  readonly plain: string;
  readonly marks: readonly Mark[];
}

/** A stretch that Slack marked, or that needs no reading. `text` is what a title shows for it. */
export type Mark = { readonly from: number; readonly to: number; readonly text: string } & (
  | { readonly as: 'quote' | 'link' }
  | { readonly as: 'user' | 'channel' | 'group' | 'email' | 'unresolved' | 'everyone'; readonly id: string }
);

export const PERSON = '\uE000';
export const OPAQUE = '\uE001';

const MARKUP = /<(@|#|!subteam\^|!|mailto:)?([^<>|\s]*)(?:\|([^<>]*))?>/y;
const ENTITY = /&(amp|lt|gt);/g;
const QUOTES =
  /["“”„«»]([^"“”„«»<>]{1,200})["“”«»]|「([^「」<>]{1,200})」|『([^『』<>]{1,200})』|(?<![\p{L}\p{N}])['‘]([^'‘’"<>]{2,200})['’](?![\p{L}\p{N}])/uy;
const EMAIL = /[\p{L}\p{N}_.+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})*\.\p{L}{2,24}/uy;
const NAME = /@[\p{L}\p{N}_](?:[\p{L}\p{N}_'’-]|\.(?=[\p{L}\p{N}]))*/uy;
/** `@9am` is a time, not a person. */
const CLOCK = /^@(?:\d{1,2}(?:[:.h]\d\d)?(?:[ap]m?)?|noon|midday|midnight)$/i;
const URL = /https?:\/\/[^\s<>]+/y;
const CHARACTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' };

/** Finds everything in Slack's escaped text that is not plain words. */
export function readSlackText(raw: string): SlackText {
  const marks: Mark[] = [];
  let at = 0;
  while (at < raw.length) {
    const mark = markAt(raw, at);
    if (mark) marks.push(mark);
    at = mark?.to ?? at + 1;
  }
  let plain = '';
  for (const { from, to, as } of marks) {
    plain += padded(raw.slice(plain.length, from));
    plain += (as === 'quote' || as === 'link' ? OPAQUE : PERSON).repeat(to - from);
  }
  return { raw, plain: plain + padded(raw.slice(plain.length)), marks };
}

/** Plain text as a person typed it: `&lt;` is `<`. */
export function decoded(raw: string): string {
  return raw.replace(ENTITY, (_, name: string) => CHARACTERS[name] ?? '');
}

/** Who was named, each once and in order. */
export function peopleOf(marks: readonly Mark[]): People {
  const ids = (as: Mark['as']) => [
    ...new Set(marks.flatMap((mark) => (mark.as === as && 'id' in mark ? [mark.id] : []))),
  ];
  return {
    users: ids('user'),
    channels: ids('channel'),
    groups: ids('group'),
    emails: ids('email'),
    unresolved: ids('unresolved'),
    everyone: marks.some(({ as }) => as === 'everyone'),
  };
}

function markAt(raw: string, from: number): Mark | undefined {
  const match = (pattern: RegExp) => {
    pattern.lastIndex = from;
    return pattern.exec(raw);
  };
  switch (raw[from]) {
    case '<': {
      const markup = match(MARKUP);
      return markup ? marked(markup, from) : undefined;
    }
    case '@': {
      const name = /[\p{L}\p{N}_]$/u.test(raw.slice(Math.max(0, from - 2), from)) ? null : match(NAME);
      return name && !CLOCK.test(name[0]) ? unresolved(name[0], from) : undefined;
    }
    case '"':
    case '“':
    case '”':
    case '„':
    case '«':
    case '»':
    case '「':
    case '『':
    case "'":
    case '‘': {
      const quote = match(QUOTES);
      const text = quote?.slice(1).find(Boolean)?.trim();
      return quote && text ? { from, to: from + quote[0].length, text: decoded(text), as: 'quote' } : undefined;
    }
    case 'h': {
      const url = match(URL);
      return url ? { from, to: from + url[0].length, text: decoded(url[0]), as: 'link' } : undefined;
    }
    default: {
      if (/[\p{L}\p{N}_.+-]$/u.test(raw.slice(Math.max(0, from - 2), from))) return undefined;
      const email = match(EMAIL);
      return email
        ? { from, to: from + email[0].length, text: '', as: 'email', id: email[0].toLowerCase() }
        : undefined;
    }
  }
}

function marked(markup: RegExpExecArray, from: number): Mark | undefined {
  const [whole, sigil, body = '', label] = markup;
  const place = { from, to: from + whole.length, text: '' };
  const shown = decoded(label || body);
  if (sigil === '@' || (sigil === undefined && /^[UW][A-Z0-9]{2,}$/.test(body))) {
    return /^[UW][A-Z0-9]+$/.test(body)
      ? { ...place, as: 'user', id: body }
      : { ...place, as: 'unresolved', id: shown.replace(/^@/, '') };
  }
  if (sigil === '#' || (sigil === undefined && /^[CGD][A-Z0-9]{2,}$/.test(body)))
    return { ...place, as: 'channel', id: body };
  if (sigil === '!subteam^') return { ...place, as: 'group', id: body };
  if (sigil === 'mailto:') return { ...place, as: 'email', id: body.toLowerCase() };
  if (sigil === '!') {
    if (/^(?:here|channel|everyone)$/.test(body)) return { ...place, as: 'everyone', id: body };
    return label ? { ...place, text: decoded(label), as: 'link' } : undefined;
  }
  return body ? { ...place, text: shown, as: 'link' } : undefined;
}

function unresolved(name: string, from: number): Mark {
  const typed = name.slice(1);
  const place = { from, to: from + name.length, text: '' };
  return /^(?:here|channel|everyone)$/i.test(typed)
    ? { ...place, as: 'everyone', id: typed.toLowerCase() }
    : { ...place, as: 'unresolved', id: typed };
}

function padded(raw: string): string {
  return raw.replace(ENTITY, (entity, name: string) => (CHARACTERS[name] ?? '').padEnd(entity.length));
}
