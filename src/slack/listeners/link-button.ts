import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { Logger } from 'pino';
import type { SlackUserId } from '../../domain/ids.ts';
import { newReference } from '../../log/reference.ts';
import type { GetMyLink } from '../../usecases/get-my-link.ts';
import { originOf } from '../origin-of.ts';
import { GET_MY_LINK, readPressValue } from '../views/actions.ts';
import { words } from '../views/blocks.ts';
import { linkProblemText, myLink } from '../views/my-link.ts';
import type { Rendered } from '../views/render-message.ts';
import { respondingTo } from './responding-to.ts';

/** "Get my link" on the message of a channel: the answer is seen by who pressed alone, and the message stays. */
export function registerLinkButton(
  app: App,
  deps: { readonly getMyLink: GetMyLink; readonly apiUrl: string; readonly log: Pick<Logger, 'error'> },
): void {
  const { getMyLink, apiUrl, log } = deps;

  app.action<BlockAction<ButtonAction>>(GET_MY_LINK, async ({ ack, body, action, respond }) => {
    await ack();
    const { text, blocks } = await answer(body, action).catch(afterFault);
    const later = respondingTo(body.response_url, respond, apiUrl);
    await later({ response_type: 'ephemeral', replace_original: false, text, blocks });
  });

  async function answer(body: BlockAction<ButtonAction>, action: ButtonAction): Promise<Rendered> {
    const value = readPressValue(action.value ?? '');
    const channel = body.channel?.id;
    const { workspace } = originOf(body);
    if (!value || !channel) return words(linkProblemText({ kind: 'unknown-meeting' }));
    const outcome = await getMyLink({ workspace, meeting: value.meeting, channel, user: body.user.id as SlackUserId });
    return outcome.ok ? myLink(outcome.value) : words(linkProblemText(outcome.problem));
  }

  function afterFault(error: unknown): Rendered {
    const reference = newReference();
    log.error({ reference, err: error }, 'a link could not be given');
    return words(`Something broke on our side. Please try again in a moment. (Reference ${reference})`);
  }
}
