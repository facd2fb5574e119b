import type { Words } from '../grammar.ts';

const HAN = '一二三四五六七八九';

/** 1 to 59 as Chinese and Japanese write them out, the longest first: `三`, `十五`, `四十`. */
export function hanNumbers(): Words<number> {
  return Array.from({ length: 59 }, (_, index) => {
    const [tens, ones] = [Math.floor((index + 1) / 10), (index + 1) % 10];
    const spelling = (tens > 1 ? HAN[tens - 1] : '') + (tens > 0 ? '十' : '') + (ones > 0 ? HAN[ones - 1] : '');
    return [spelling, index + 1] as const;
  }).sort(([a], [b]) => b.length - a.length);
}
