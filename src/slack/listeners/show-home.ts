import type { Logger } from 'pino';
import type { Surfaces } from '../../ports/surfaces.ts';
import type { Actor } from '../../usecases/change-meeting.ts';
import type { LookAtHome } from '../../usecases/look-at-home.ts';
import { type HomeNote, homeView } from '../views/home.ts';

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
      const home = await lookAtHome(actor);
      await surfaces.publishHome(actor.workspace, actor.user, homeView(home, command, note));
    } catch (error) {
      log.warn({ workspace: actor.workspace, err: error }, 'a Home tab could not be shown');
    }
  };
}
