import type { AckFn, App, ViewResponseAction } from '@slack/bolt';
import type { Logger } from 'pino';
import type { PaceCommands } from '../../usecases/pace-commands.ts';
import { originOf, type SlackBody } from '../origin-of.ts';
import { sayingModal } from '../views/modals/modal.ts';
import { tooFastText } from '../views/too-fast-text.ts';

/**
 * Lets through no more commands and sent forms than a person and a workspace may send, before anything is done with them.
 * A form that came too fast stays as it was filled in, under the words why.
 */
export function admitNotTooFast(app: App, paceCommands: PaceCommands, log: Pick<Logger, 'warn'>): void {
  app.use(async ({ body, next, ...args }) => {
    const isCommand = 'command' in body;
    const isForm = 'type' in body && body.type === 'view_submission';
    const { workspace, user } = originOf(body as SlackBody);
    if (!(isCommand || isForm) || !user) return next();
    const paced = paceCommands(workspace, user);
    if (paced.ok) return next();
    log.warn({ workspace, who: paced.problem.who }, 'commands came too fast');
    const { ack } = args as { readonly ack?: AckFn<string | ViewResponseAction> };
    const text = tooFastText(paced.problem);
    await ack?.(isCommand ? text : { response_action: 'push', view: sayingModal('One moment', text) });
  });
}
