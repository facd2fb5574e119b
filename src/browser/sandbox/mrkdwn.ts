import { emojiOf } from './emoji.ts';
import { unescapeEntities } from './entities.ts';
import { type Reference, readReference } from './reference.ts';

/** Slack's mrkdwn as a tree of plain data. Nothing in it is markup any more: whoever draws it sets text only. */
export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'emphasis'; readonly style: Emphasis; readonly children: readonly Token[] }
  | { readonly kind: 'quote'; readonly children: readonly Token[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'code-block'; readonly text: string }
  | { readonly kind: 'emoji'; readonly name: string; readonly character: string }
  | Reference;

export type Emphasis = 'bold' | 'italic' | 'strike';

const EMPHASIS: Readonly<Record<string, Emphasis>> = { '*': 'bold', _: 'italic', '~': 'strike' };
const CODE_BLOCK = /```\n?([\s\S]*?)\n?```/g;
const QUOTE = /^(?:&gt;|>)\s?/;
/** A reference in angle brackets, inline code, an emoji shortcode, or one character that may begin emphasis. */
const PIECE = /<([^<>\n]+)>|`([^`\n]+)`|:([a-z0-9_+-]+):|([*_~])/g;
const WORD = /[\p{L}\p{N}]/u;

/** @param text as it stands in a message or in a text object of type mrkdwn: `&`, `<` and `>` are escaped */
export function parseMrkdwn(text: string): Token[] {
  const tokens: Token[] = [];
  let from = 0;
  for (const block of text.matchAll(CODE_BLOCK)) {
    tokens.push(...parseLines(text.slice(from, block.index)));
    tokens.push({ kind: 'code-block', text: unescapeEntities(block[1] ?? '') });
    from = block.index + block[0].length;
  }
  return [...tokens, ...parseLines(text.slice(from))];
}

/** A text object of type plain_text: emoji are drawn, everything else stands as it is. */
export function parsePlainText(text: string): Token[] {
  const tokens: Token[] = [];
  for (const piece of text.split(/(:[a-z0-9_+-]+:)/)) {
    const character = emojiOf(piece.slice(1, -1));
    if (character !== null && piece.startsWith(':'))
      tokens.push({ kind: 'emoji', name: piece.slice(1, -1), character });
    else if (piece !== '') tokens.push({ kind: 'text', text: piece });
  }
  return tokens;
}

function parseLines(text: string): Token[] {
  if (text === '') return [];
  const tokens: Token[] = [];
  let quoted: Token[] | null = null;
  let isFirst = true;
  for (const line of text.split('\n')) {
    const isQuote = QUOTE.test(line);
    if (isQuote && quoted !== null) quoted.push({ kind: 'break' }, ...parseInline(line.replace(QUOTE, '')));
    if (isQuote && quoted === null) {
      quoted = parseInline(line.replace(QUOTE, ''));
      tokens.push({ kind: 'quote', children: quoted });
    }
    if (!isQuote) {
      if (!isFirst && quoted === null) tokens.push({ kind: 'break' });
      quoted = null;
      tokens.push(...parseInline(line));
    }
    isFirst = false;
  }
  return tokens;
}

/** A finished token, or a delimiter of which it is not known yet whether it begins or ends anything. */
type Piece = Token | Delimiter;

interface Delimiter {
  readonly kind: 'delimiter';
  readonly character: string;
}

function parseInline(line: string): Token[] {
  return pairUp(cut(line), []);
}

function cut(line: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of line.matchAll(PIECE)) {
    const piece = pieceOf(match);
    if (piece === null) continue;
    if (match.index > from) pieces.push(textOf(line.slice(from, match.index)));
    pieces.push(piece);
    from = match.index + match[0].length;
  }
  if (from < line.length) pieces.push(textOf(line.slice(from)));
  return pieces;
}

function pieceOf([whole, reference, code, shortcode, delimiter]: RegExpExecArray): Piece | null {
  if (reference !== undefined) return readReference(reference) ?? textOf(whole);
  if (code !== undefined) return { kind: 'code', text: unescapeEntities(code) };
  if (delimiter !== undefined) return { kind: 'delimiter', character: delimiter };
  const character = shortcode === undefined ? null : emojiOf(shortcode);
  return character === null || shortcode === undefined ? null : { kind: 'emoji', name: shortcode, character };
}

/** Turns delimiters into emphasis where they embrace something, and into text where they do not. */
function pairUp(pieces: readonly Piece[], around: readonly string[]): Token[] {
  const tokens: Token[] = [];
  const hopeless = new Set(around);
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at] as Piece;
    if (piece.kind !== 'delimiter') {
      tokens.push(piece);
      continue;
    }
    const end = hopeless.has(piece.character) || !opens(pieces, at) ? -1 : closerOf(pieces, at);
    if (end === -1) {
      if (opens(pieces, at)) hopeless.add(piece.character);
      tokens.push({ kind: 'text', text: piece.character });
    } else {
      const children = pairUp(pieces.slice(at + 1, end), [...around, piece.character]);
      tokens.push({ kind: 'emphasis', style: EMPHASIS[piece.character] as Emphasis, children });
      at = end;
    }
  }
  return joinTexts(tokens);
}

function opens(pieces: readonly Piece[], at: number): boolean {
  const before = lastCharacter(pieces[at - 1]);
  const after = firstCharacter(pieces[at + 1]);
  return !WORD.test(before) && after !== '' && !/\s/.test(after);
}

function closerOf(pieces: readonly Piece[], opener: number): number {
  const { character } = pieces[opener] as Delimiter;
  for (let at = opener + 2; at < pieces.length; at += 1) {
    const piece = pieces[at] as Piece;
    if (piece.kind === 'delimiter' && piece.character === character && closes(pieces, at)) return at;
  }
  return -1;
}

function closes(pieces: readonly Piece[], at: number): boolean {
  return !/\s/.test(lastCharacter(pieces[at - 1])) && !WORD.test(firstCharacter(pieces[at + 1]));
}

function firstCharacter(piece: Piece | undefined): string {
  if (piece === undefined) return '';
  if (piece.kind === 'text') return piece.text.slice(0, 1);
  return piece.kind === 'delimiter' ? piece.character : '|';
}

function lastCharacter(piece: Piece | undefined): string {
  if (piece === undefined) return '';
  if (piece.kind === 'text') return piece.text.slice(-1);
  return piece.kind === 'delimiter' ? piece.character : '|';
}

function joinTexts(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    if (token.kind === 'text' && last?.kind === 'text')
      joined[joined.length - 1] = { kind: 'text', text: last.text + token.text };
    else joined.push(token);
  }
  return joined;
}

function textOf(text: string): Token {
  return { kind: 'text', text: unescapeEntities(text) };
}
