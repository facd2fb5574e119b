import type { HomeView } from '@slack/types';
import type { Logger } from 'pino';
import type { Surfaces } from '../../ports/surfaces.ts';
import type { Actor } from '../../usecases/change-meeting.ts';
import type { LookAtHome } from '../../usecases/look-at-home.ts';
import { type HomeNote, homeView, unreadHome } from '../views/home.ts';

/** Publishes somebody's Home tab as things stand. Never throws: it is shown anew at their next visit. */
export type ShowHome = (actor: Actor, note?: HomeNote | null) => Promise<void>;

export function makeShowHome(deps: {
  readonly lookAtHome: LookAtHome;
  readonly surfaces: Pick<Surfaces, 'publishHome'>;
  readonly command: string;
  readonly log: Pick<Logger, 'warn'>;
}): ShowHome {
  const { lookAtHome, surfaces, command, log } = deps;
  return async (actor, note = null) => {
    try {
      await surfaces.publishHome(actor.workspace, actor.user, await viewFor(actor, note));
    } catch (error) {
      log.warn({ workspace: actor.workspace, err: error }, 'a Home tab could not be shown');
    }
  };

  /** Without words the tab would stay blank. */
  async function viewFor(actor: Actor, note: HomeNote | null): Promise<HomeView> {
    try {
      return homeView(await lookAtHome(actor), command, note);
    } catch (error) {
      log.warn({ workspace: actor.workspace, err: error }, 'a Home tab could not be filled');
      return unreadHome(note);
    }
  }
}
