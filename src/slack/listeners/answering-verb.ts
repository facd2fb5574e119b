import type { Actor } from '../../usecases/change-meeting.ts';
import type { DoDeed } from '../../usecases/do-deed.ts';
import type { UnderstandVerb } from '../../usecases/understand-verb.ts';
import { words } from '../views/blocks.ts';
import { deedProblemText } from '../views/deed-problem-text.ts';
import { doneText } from '../views/done-text.ts';
import { escapeMrkdwn } from '../views/mrkdwn.ts';
import type { Rendered } from '../views/render-message.ts';
import { unclearText } from '../views/unclear-text.ts';
import { LONGEST_VERB_TEXT, type VerbChoice } from '../views/verb-choice.ts';
import { changeOrNew, whichMeeting, whichRuns, whichTime } from '../views/verb-question.ts';

/**
 * Does what a text asks to be done to a meeting, or asks back; null where it asks for nothing of the kind.
 *
 * @param signal aborted when the person has been answered already; nothing is changed from then on
 */
export type AnswerVerb = (actor: Actor, asked: VerbChoice, signal?: AbortSignal) => Promise<Rendered | null>;

export function makeAnswerVerb(deps: {
  readonly command: string;
  readonly understandVerb: UnderstandVerb;
  readonly doDeed: DoDeed;
}): AnswerVerb {
  const { command, understandVerb, doDeed } = deps;

  return async (actor, asked, signal) => {
    const { text, request, chosen } = asked;
    if (text.length > LONGEST_VERB_TEXT) return null;
    const { is, reader } = await understandVerb({ ...actor, text, chosen });
    switch (is.kind) {
      case 'no-verb':
        return null;
      case 'not-allowed': {
        const problem = { kind: 'not-allowed', verb: is.right } as const;
        const title = escapeMrkdwn(is.own.meeting.title);
        return words(`“${title}” stays as it is. ${deedProblemText(problem, reader.locale)}`);
      }
      case 'unclear':
        return words(unclearText(is.own.meeting.title, is.verb, is.why, command));
      case 'which':
        return whichMeeting(is.found, is.orNew, asked, reader);
      case 'or-new':
        return changeOrNew(is.meant, is.title, asked, reader);
      case 'which-runs':
        return whichRuns(is.meant, asked, reader);
      case 'which-time':
        return whichTime(is.meant, is.doubts, asked, reader);
      case 'meant': {
        signal?.throwIfAborted();
        const done = await doDeed(actor, is.meant, request);
        if (!done.ok) return words(deedProblemText(done.problem, reader.locale));
        return words(doneText(done.value, reader));
      }
    }
  };
}
