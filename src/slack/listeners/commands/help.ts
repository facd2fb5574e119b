import { help } from '../../views/help.ts';
import type { Verb } from './verb.ts';

/** `help`, and `explain` without a text to explain. */
export function helpVerb(command: string): Verb {
  return {
    takes: (text) => /^(?:help|explain)$/i.test(text),
    answer: async () => help(command),
  };
}
