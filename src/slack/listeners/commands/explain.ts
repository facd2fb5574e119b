import type { ExplainReading } from '../../../usecases/explain-reading.ts';
import { words } from '../../views/blocks.ts';
import { explanation } from '../../views/explanation.ts';
import { problemText } from '../../views/problem-text.ts';
import type { Verb } from './verb.ts';

const EXPLAINS = /^explain\s+(.+)$/is;

/** `explain <text>`: how it would be read. */
export function explainVerb(explainReading: ExplainReading, command: string): Verb {
  return {
    takes: (text) => EXPLAINS.test(text),
    async answer({ text, workspace, user }) {
      const [, toExplain = ''] = EXPLAINS.exec(text) ?? [];
      const explained = await explainReading(workspace, user, toExplain);
      return explained.ok ? explanation(explained.value) : words(problemText(explained.problem, command));
    },
  };
}
