import type { Words } from '../grammar.ts';

/** Spellings set apart by spaces, meaning 1, 2, 3 and so on. */
export function inOrder(spellings: string): Words<number> {
  return spellings.split(' ').map((spelling, index) => [spelling, index + 1]);
}
