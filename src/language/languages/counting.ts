import type { Words } from '../grammar.ts';

/** The words of a list (parted by white space; `_` is a space within one) as the numbers from `first` on. */
export function counting(first: number, words: string): Words<number> {
  return listed(words).map((word, index) => [word, first + index] as const);
}

/** The words of a list, in order. */
export function listed(words: string): string[] {
  return words
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll('_', ' '));
}
