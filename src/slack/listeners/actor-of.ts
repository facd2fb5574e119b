import type { SlackUserId } from '../../domain/ids.ts';
import type { Actor } from '../../usecases/change-meeting.ts';
import { workspaceOf } from './workspace-of.ts';

/** As much as says it of a press, a submission or a choice in a menu. */
interface Interaction {
  readonly is_enterprise_install?: boolean | undefined;
  readonly enterprise?: { readonly id: string } | null | undefined;
  readonly team?: { readonly id: string } | null | undefined;
  readonly user: { readonly id: string };
}

/** Who does it now, and where: the only thing an interaction is believed. */
export function actorOf({ is_enterprise_install, enterprise, team, user }: Interaction): Actor {
  return {
    workspace: workspaceOf(is_enterprise_install === true, enterprise?.id, team?.id),
    user: user.id as SlackUserId,
  };
}
