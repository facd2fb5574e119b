import { blocksOfView } from '../state/views.ts';
import type { Workspace } from '../state/workspace.ts';
import type { SimView } from '../views.ts';

/** A view as the Web API and interactions show one: https://docs.slack.dev/reference/interaction-payloads */
export function viewJson(workspace: Workspace, view: SimView): Record<string, unknown> {
  return {
    private_metadata: '',
    clear_on_close: false,
    notify_on_close: false,
    close: null,
    submit: null,
    ...view.view,
    id: view.id,
    team_id: workspace.id,
    type: view.type,
    blocks: blocksOfView(view),
    callback_id: view.callbackId,
    external_id: view.externalId,
    state: { values: view.state },
    hash: view.hash,
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: workspace.appId,
    app_installed_team_id: workspace.id,
    bot_id: workspace.botId,
  };
}
