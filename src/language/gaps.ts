import { folded } from './folded.ts';
import type { Language } from './grammar.ts';
import { anyWord } from './pattern.ts';
import { OPAQUE, PERSON } from './slack-text.ts';

/** Looks at what stands between stretches of a text. */
export interface Gaps {
  /** Nothing but connectives and people stands between. */
  joins(from: number, to: number): boolean;
  /** A plain word follows, before `next` where a stretch begins there. */
  isBeforeWord(at: number, next?: number): boolean;
  /** A plain word stands right before, behind `last` where a stretch ends there. */
  isAfterWord(at: number, last?: number): boolean;
  isAtStart(at: number): boolean;
  isAtEnd(at: number): boolean;
}

const LONGEST_GAP = 400;
const LAST_WORD = new RegExp(`[^\\s,;:.()|·•–—${PERSON}]+\\s*$`, 'u');
const MARKED = new RegExp(`[${PERSON}${OPAQUE}]`, 'u');

const patternsOf = new WeakMap<readonly Language[], ReturnType<typeof makePatterns>>();

export function gapsOf(languages: readonly Language[], text: string): Gaps {
  const plain = folded(text);
  const { between, around } = patterns(languages);
  return {
    joins: (from, to) => to - from <= LONGEST_GAP && between.test(plain.slice(from, to)),
    isBeforeWord: (at, next) => {
      if (next !== undefined) return false;
      const rest = plain.slice(at, at + LONGEST_GAP);
      const stop = rest.search(MARKED);
      return !around.test(stop < 0 ? rest : rest.slice(0, stop));
    },
    isAfterWord: (at, last) => {
      if (last !== undefined) return false;
      const word = LAST_WORD.exec(plain.slice(Math.max(0, at - LONGEST_GAP), at))?.[0];
      return word !== undefined && !between.test(word);
    },
    isAtStart: (at) => at <= LONGEST_GAP && around.test(plain.slice(0, at)),
    isAtEnd: (at) => plain.length - at <= LONGEST_GAP && around.test(plain.slice(at)),
  };
}

function patterns(languages: readonly Language[]): ReturnType<typeof makePatterns> {
  const known = patternsOf.get(languages) ?? makePatterns(languages);
  patternsOf.set(languages, known);
  return known;
}

function makePatterns(languages: readonly Language[]) {
  const time = anyWord(languages, ({ timeConnectives, timeFillers }) => `${timeConnectives}|${timeFillers}`);
  const person = anyWord(languages, ({ personConnectives, personFollowers }) =>
    [personConnectives, personFollowers].filter(Boolean).join('|'),
  );
  const space = `[\\s,;:.()|·•\\-–—${PERSON}]`;
  const idle = (connectives: string) => new RegExp(`^(?:${space}|${connectives})*$`, 'iu');
  return { between: idle(`${time}|${person}`), around: idle(person) };
}
