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

const HAN = '一二三四五六七八九';

/** 1 to 59 as Chinese and Japanese write them out: `三`, `十五`, `四十`. */
export function hanNumbers(): Words<number> {
  return Array.from({ length: 59 }, (_, index) => {
    const [tens, ones] = [Math.floor((index + 1) / 10), (index + 1) % 10];
    const spelling = (tens > 1 ? HAN[tens - 1] : '') + (tens > 0 ? '十' : '') + (ones > 0 ? HAN[ones - 1] : '');
    return [spelling, index + 1] as const;
  });
}
