import type { HomeView, ModalView } from '@slack/web-api';
import type { Surfaces } from '../../ports/surfaces.ts';
import type { AskSlack } from './ask.ts';

export function makeSlackSurfaces(askSlack: AskSlack): Surfaces {
  return {
    async openModal(workspace, triggerId, view) {
      await askSlack(workspace, 'views.open', (slack) =>
        slack.views.open({ trigger_id: triggerId, view: view as ModalView }),
      );
    },

    async publishHome(workspace, user, view) {
      await askSlack(workspace, 'views.publish', (slack) =>
        slack.views.publish({ user_id: user, view: view as HomeView }),
      );
    },
  };
}
