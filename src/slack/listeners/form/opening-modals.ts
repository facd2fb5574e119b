import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { SlackUserId, WorkspaceId } from '../../../domain/ids.ts';
import { newReference } from '../../../log/reference.ts';
import type { Opening } from '../../../usecases/open-form.ts';
import { formView } from '../../views/form/form-view.ts';
import { FORM_TITLE, loadingModal } from '../../views/form/modals.ts';
import { sayingModal } from '../../views/modals/modal.ts';
import type { Showing } from './showing.ts';

/** Somebody who has done something that a modal answers. */
export interface Visitor {
  readonly client: WebClient;
  readonly workspace: WorkspaceId;
  readonly user: SlackUserId;
  /** Lives for three seconds (docs.slack.dev/surfaces/modals). */
  readonly triggerId: string;
}

/** What the form begins with, or why there is none, in mrkdwn. */
export type Begun = Opening | { readonly words: string };

/** Opens the form: a loading modal first where it takes a moment to know what stands in it. @throws what Slack refuses */
export type OpenModal = (visitor: Visitor, begin: () => Promise<Begun>) => Promise<void>;

/** Long enough for what is remembered, short enough for the trigger. */
const QUICK_MS = 400;

export function makeOpenModal(showing: Showing, log: Pick<Logger, 'error'>): OpenModal {
  return async ({ client, workspace, user, triggerId }, begin) => {
    const drawn = draw(workspace, user, begin);
    const quick = await Promise.race([drawn, soon()]);
    if (quick) {
      await client.views.open({ trigger_id: triggerId, view: quick });
      return;
    }
    const { view } = await client.views.open({ trigger_id: triggerId, view: loadingModal() });
    if (view?.id) await client.views.update({ view_id: view.id, view: await drawn });
  };

  async function draw(workspace: WorkspaceId, user: SlackUserId, begin: () => Promise<Begun>) {
    try {
      const begun = await begin();
      return 'words' in begun
        ? sayingModal(FORM_TITLE, begun.words)
        : formView(await showing.opened(workspace, user, begun));
    } catch (error) {
      const reference = newReference();
      log.error({ reference, err: error }, 'a form could not be filled');
      return sayingModal(
        FORM_TITLE,
        `Something broke on our side. Please try again in a moment. (Reference ${reference})`,
      );
    }
  }
}

function soon(): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(resolve, QUICK_MS, null).unref();
  });
}
