import { words } from '../../views/blocks.ts';
import type { Verb } from './verb.ts';

/** What will be commands of their own must not become titles meanwhile. */
export function notYetVerb(command: string): Verb {
  return {
    takes: (text) => /^(?:list|settings)$/i.test(text),
    answer: async () => words(`I cannot show that yet. \`${command} help\` says what I can do.`),
  };
}
