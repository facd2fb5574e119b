import type { Format } from './settings-reader.ts';

export function wholeNumber(from: number, to: number): Format<number> {
  return {
    expected: `a whole number from ${from} to ${to}`,
    parse: (text) => (/^\d{1,9}$/.test(text) && Number(text) >= from && Number(text) <= to ? Number(text) : null),
  };
}

export function oneOf<W extends string>(...words: readonly W[]): Format<W> {
  return { expected: words.join(' or '), parse: (text) => words.find((word) => word === text) ?? null };
}

export const onOff: Format<boolean> = {
  expected: 'on or off',
  parse: (text) => (text === 'on' ? true : text === 'off' ? false : null),
};

export function matching(pattern: RegExp, expected: string): Format<string> {
  return { expected, parse: (text) => (pattern.test(text) ? text : null) };
}

/** A text that guards something: a placeholder from documentation is refused. */
export function secret(pattern: RegExp, expected: string): Format<string> {
  return {
    expected: `${expected}, no sample value`,
    parse: (text) => (pattern.test(text) && !isPlaceholder(text) ? text : null),
  };
}

const REPEATED_CHARACTER = /^(?:xox[a-z]-)?(.)\1*$/u;
const SAMPLE_WORDS = /change-?me|\byour-|placeholder|<.*>|…|\.\.\./i;

export function isPlaceholder(text: string): boolean {
  return REPEATED_CHARACTER.test(text) || SAMPLE_WORDS.test(text);
}
