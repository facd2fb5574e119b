import type { Need } from '../../language/reading.ts';

/** What a text lacks, as it is named to its writer. */
export const NEEDED: Readonly<Record<Need, string>> = { title: 'a title', date: 'a day', time: 'a time' };
