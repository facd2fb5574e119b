import { folded } from '../folded.ts';
import type { Piece } from '../says.ts';
import type { MakeReader } from './reader.ts';

/** `monday or tuesday`, `3 or 4pm`: of two days, or of two hours, none is known. */
export const eitherReader: MakeReader = (language) => {
  const space = language.spaced ? '\\s+' : '\\s*';
  const or = new RegExp(`${space}(?:${folded(language.or)})${space}`, 'uy');
  return (text, found) => {
    const times = found.filter(({ says }) => says.day || says.clock);
    return times.flatMap(({ from, to, says }) => {
      or.lastIndex = to;
      const behind = to + (or.exec(text.lower)?.[0].length ?? Number.NaN);
      const others = times.filter((other) => other.from === behind && Boolean(other.says.day) === Boolean(says.day));
      return others.map((other): Piece => ({ from, to: other.to, as: 'time', says: { vague: true } }));
    });
  };
};
