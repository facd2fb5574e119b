import { folded } from './folded.ts';
import type { Language } from './grammar.ts';
import { anyWord } from './pattern.ts';
import type { Stretch } from './reading.ts';
import type { Piece } from './says.ts';
import { decoded, OPAQUE, type SlackText } from './slack-text.ts';

interface Cut {
  readonly from: number;
  readonly to: number;
  readonly as: 'time' | 'person' | 'quote';
}

/** The words that are no time and no person, without the connectives that led into those; quotes always make the title. */
export function titleOf(
  text: SlackText,
  taken: readonly Piece[],
  languages: readonly Language[],
): { title: string | null; stretches: Stretch[] } {
  const quotes = text.marks.filter(({ as }) => as === 'quote');
  const cuts: Cut[] = [
    ...taken.map(({ from, to }) => ({ from, to, as: 'time' as const })),
    ...text.marks.flatMap(({ from, to, as }) =>
      as === 'link' ? [] : [{ from, to, as: as === 'quote' ? ('quote' as const) : ('person' as const) }],
    ),
  ].sort((a, b) => a.from - b.from);
  if (quotes.length > 0) {
    const stretches = quotes.map(({ from, to, text: quoted }) => ({ from, to, text: quoted, as: 'title' as const }));
    return { title: quotes.map(({ text: quoted }) => quoted).join(' '), stretches };
  }
  const words = connectives(languages);
  const plain = folded(text.plain);
  const stretches: Stretch[] = [];
  let at = 0;
  let before: Cut | undefined;
  for (const cut of [...cuts, undefined]) {
    const to = cut?.from ?? text.raw.length;
    const [from, end] = words.stripped(plain, at, to, before?.as, cut?.as, stretches.length === 0);
    const shown = shownText(text, from, end + entityBehind(text.raw, end));
    if (/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(shown))
      stretches.push({ from, to: end, text: shown, as: 'title' });
    at = cut?.to ?? to;
    before = cut;
  }
  const title = stretches
    .map(({ text: shown }) => shown)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  return { title: title || null, stretches };
}

const connectivesFor = new WeakMap<readonly Language[], ReturnType<typeof connectivesOf>>();

function connectives(languages: readonly Language[]): ReturnType<typeof connectivesOf> {
  const known = connectivesFor.get(languages) ?? connectivesOf(languages);
  connectivesFor.set(languages, known);
  return known;
}

function connectivesOf(languages: readonly Language[]) {
  const time = anyWord(languages, ({ timeConnectives }) => timeConnectives);
  const fillers = anyWord(languages, ({ timeFillers }) => timeFillers);
  const person = anyWord(languages, ({ personConnectives }) => personConnectives);
  const followers = anyWord(languages, ({ personFollowers = '' }) => personFollowers);
  const trailing = (words: string) => new RegExp(`(?<!-)(?:${words})[\\s,.:;]*$`, 'iu');
  const leading = (words: string) => new RegExp(`^[\\s,.:;]*(?:${words})(?!-)`, 'iu');
  const endings = { time: trailing(time), person: trailing(person), quote: /(?!)/u };
  const atEnd = trailing(anyWord(languages, ({ titleTails = '' }) => titleTails));
  const between = new RegExp(`^(?:[\\s,]|${time}|${fillers}|${person}|${followers})*$`, 'iu');
  const lead = leading(anyWord(languages, ({ titleLeads }) => titleLeads));
  const afterPerson = leading(followers);

  /** The bounds of the plain words between two cuts. */
  const stripped = (
    plain: string,
    from: number,
    to: number,
    before: Cut['as'] | undefined,
    next: Cut['as'] | undefined,
    isFirst: boolean,
  ): [number, number] => {
    if (before && next && between.test(plain.slice(from, to))) return [to, to];
    let [start, end] = trimmed(plain, from, to);
    const ending = next ? endings[next] : atEnd;
    for (let match = ending.exec(plain.slice(start, end)); match; match = ending.exec(plain.slice(start, end))) {
      [start, end] = trimmed(plain, start, start + match.index);
    }
    const heads = [...(before === 'person' ? [afterPerson] : []), ...(before && isFirst ? [lead] : [])];
    for (const head of heads) {
      start += head.exec(plain.slice(start, end))?.[0].length ?? 0;
      [start, end] = trimmed(plain, start, end);
    }
    return [start, end];
  };
  return { stripped };
}

const LEADING = /^(?:[\s,;.|·•–—)\]-]|\/\/|\/(?=\s)|:(?![\w+-]+:))*/u;
const TRAILING = /(?:[\s,;|·•–—([-]|\/\/|(?<=\s)\/|[-=]>|→)$/u;
/** The end of a sentence, not of an abbreviation such as `Acme Inc.`. */
const FULL_STOP = /(?<=[\p{L}\p{N}]{3})(?<!\.\p{L}+|\s\p{Lu}\p{L}{0,3})\.$/u;
const QUOTES = /["“”„«»]/gu;
const EMOJI = /:[\w+-]{1,40}:$/u;

/** Without white space and separating punctuation at both ends; an emoji's colons (`:tada:`) stay. */
function trimmed(plain: string, from: number, to: number): [number, number] {
  const [only, another] = plain.slice(from, to).match(QUOTES) ?? [];
  // A quotation mark without its partner quotes nothing: the person that stood between them is taken out.
  if (only && !another) {
    const text = plain.slice(from, to).trim();
    const at = plain.indexOf(only, from);
    if (text.startsWith(only)) return trimmed(plain, at + 1, to);
    if (text.endsWith(only)) return trimmed(plain, from, at);
  }
  const start = from + (LEADING.exec(plain.slice(from, to))?.[0].length ?? 0);
  let end = to;
  for (;;) {
    const tail = plain.slice(Math.max(start, end - 50), end);
    const cut =
      (TRAILING.exec(tail) ?? (tail.endsWith('.') ? FULL_STOP.exec(tail) : null))?.[0].length ??
      (tail.endsWith(':') && !EMOJI.test(tail) ? 1 : 0);
    if (cut === 0 || end <= start) return [start, Math.max(start, end)];
    end -= cut;
  }
}

/** How much of an escaped character is left behind an offset: all of it but its first place is padding. */
function entityBehind(raw: string, at: number): number {
  const entity = /^&(?:amp|lt|gt);/.exec(raw.slice(Math.max(0, at - 1), at + 4));
  return entity ? entity[0].length - 1 : 0;
}

/** What a person sees of a stretch: a link's label, entities as the characters they stand for. */
function shownText(text: SlackText, from: number, to: number): string {
  const links = text.plain.slice(from, to).includes(OPAQUE)
    ? text.marks.filter((mark) => mark.as === 'link' && mark.from >= from && mark.to <= to)
    : [];
  let shown = '';
  let at = from;
  for (const link of links) {
    shown += decoded(text.raw.slice(at, link.from)) + link.text;
    at = link.to;
  }
  return (shown + decoded(text.raw.slice(at, Math.max(at, to)))).replace(/\s+/g, ' ').trim();
}
