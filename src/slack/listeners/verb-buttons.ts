import type { App, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { Logger } from 'pino';
import { newReference } from '../../log/reference.ts';
import type { Actor } from '../../usecases/change-meeting.ts';
import { words } from '../views/blocks.ts';
import type { Rendered } from '../views/render-message.ts';
import { readVerbChoice, VERB_AS_NEW, VERB_CHOICE, type VerbChoice } from '../views/verb-choice.ts';
import { actorOf } from './actor-of.ts';
import type { AnswerVerb } from './answering-verb.ts';
import { respondingTo } from './responding-to.ts';

type Press = SlackActionMiddlewareArgs<BlockAction<ButtonAction>>;

export type ScheduleNew = (actor: Actor, choice: VerbChoice, workspaceName: string) => Promise<Rendered>;

const GONE = 'That does not fit any more: the meeting was changed or is over. Please type the command again.';

/** The buttons under a question about a verb. The question is replaced by what became of it. */
export function registerVerbButtons(
  app: App,
  deps: {
    readonly answerVerb: AnswerVerb;
    /** Schedules the text as a new meeting. */
    readonly scheduleNew: ScheduleNew;
    readonly apiUrl: string;
    readonly log: Pick<Logger, 'error'>;
  },
): void {
  const { answerVerb, scheduleNew, apiUrl, log } = deps;
  const answering = async (press: Press, answer: (choice: VerbChoice) => Promise<Rendered | null>) => {
    await press.ack();
    const choice = readVerbChoice(press.action.value ?? '');
    const said = choice ? await answer(choice).catch(afterFault) : null;
    const { text, blocks } = said ?? words(GONE);
    const respond = respondingTo(press.body.response_url, press.respond, apiUrl);
    await respond({ replace_original: true, response_type: 'ephemeral', text, blocks });
  };
  app.action<BlockAction<ButtonAction>>(VERB_CHOICE, (press) =>
    answering(press, (choice) => answerVerb(actorOf(press.body), choice)),
  );
  app.action<BlockAction<ButtonAction>>(VERB_AS_NEW, (press) =>
    answering(press, (choice) => scheduleNew(actorOf(press.body), choice, press.body.team?.domain ?? '')),
  );

  function afterFault(error: unknown): Rendered {
    const reference = newReference();
    log.error({ reference, err: error }, 'a choice about a verb failed');
    return words(`Something broke on our side. Please type the command again. (Reference ${reference})`);
  }
}
