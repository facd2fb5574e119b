import type { Words } from '../grammar.ts';

/** Spellings set apart by spaces (`_` is a space within one), meaning 1, 2, 3 and so on. */
export function inOrder(spellings: string, first = 1): Words<number> {
  return listed(spellings).map((spelling, index) => [spelling, first + index]);
}

/** Spellings set apart by spaces, in order. */
export function listed(spellings: string): string[] {
  return spellings.split(' ').map((spelling) => spelling.replaceAll('_', ' '));
}
