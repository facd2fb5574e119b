import type { App, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { Logger } from 'pino';
import type { SlackUserId } from '../../domain/ids.ts';
import { newReference } from '../../log/reference.ts';
import type { GetMyLink, LinkRequest } from '../../usecases/get-my-link.ts';
import type { GetRecordings } from '../../usecases/get-recordings.ts';
import { originOf } from '../origin-of.ts';
import { GET_MY_LINK, GET_RECORDINGS, readPressValue } from '../views/actions.ts';
import { words } from '../views/blocks.ts';
import { linkProblemText, myLink } from '../views/my-link.ts';
import { myRecordings, recordingsProblemText } from '../views/my-recordings.ts';
import type { Rendered } from '../views/render-message.ts';
import { respondingTo } from './responding-to.ts';

type Press = SlackActionMiddlewareArgs<BlockAction<ButtonAction>>;

/** The buttons on the message of a channel: the answer is seen by who pressed alone, and the message stays. */
export function registerChannelButtons(
  app: App,
  deps: {
    readonly getMyLink: GetMyLink;
    readonly getRecordings: GetRecordings;
    readonly apiUrl: string;
    readonly log: Pick<Logger, 'error'>;
  },
): void {
  const { getMyLink, getRecordings, apiUrl, log } = deps;

  app.action<BlockAction<ButtonAction>>(GET_MY_LINK, (press) =>
    answering(press, async (request) => {
      const outcome = await getMyLink(request);
      return outcome.ok ? myLink(outcome.value) : words(linkProblemText(outcome.problem));
    }),
  );

  app.action<BlockAction<ButtonAction>>(GET_RECORDINGS, (press) =>
    answering(press, async (request) => {
      const outcome = await getRecordings(request);
      return outcome.ok ? myRecordings(outcome.value) : words(recordingsProblemText(outcome.problem));
    }),
  );

  async function answering(
    { ack, body, action, respond }: Press,
    answer: (request: LinkRequest) => Promise<Rendered>,
  ): Promise<void> {
    await ack();
    const request = requestOf(body, action);
    const unknown = words(linkProblemText({ kind: 'unknown-meeting' }));
    const { text, blocks } = request ? await answer(request).catch(afterFault) : unknown;
    const later = respondingTo(body.response_url, respond, apiUrl);
    await later({ response_type: 'ephemeral', replace_original: false, text, blocks });
  }

  function afterFault(error: unknown): Rendered {
    const reference = newReference();
    log.error({ reference, err: error }, 'a link could not be given');
    return words(`Something broke on our side. Please try again in a moment. (Reference ${reference})`);
  }
}

function requestOf(body: BlockAction<ButtonAction>, action: ButtonAction): LinkRequest | null {
  const value = readPressValue(action.value ?? '');
  const channel = body.channel?.id;
  if (!value || !channel) return null;
  return { workspace: originOf(body).workspace, meeting: value.meeting, channel, user: body.user.id as SlackUserId };
}
