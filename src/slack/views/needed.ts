import type { Lack } from '../../usecases/understand-reading.ts';

/** What a text lacks, as it is named to its writer. */
export const NEEDED: Readonly<Record<Lack, string>> = {
  title: 'a title',
  date: 'a day',
  time: 'a time',
  people: 'somebody to invite',
};

/** `a title, a day and a time`. */
export function lackingText(lacks: readonly Lack[]): string {
  const missing = lacks.map((lack) => NEEDED[lack]);
  return missing.length > 1 ? `${missing.slice(0, -1).join(', ')} and ${missing.at(-1)}` : (missing[0] ?? 'something');
}
