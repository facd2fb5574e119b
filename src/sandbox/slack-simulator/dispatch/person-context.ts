import type { Person } from '../simulator.ts';
import { makeTrigger } from '../state/triggers.ts';
import type { Workspace } from '../state/workspace.ts';
import type { World } from '../state/world.ts';

/** What every interaction says of the person and the team, with a fresh trigger. */
export function personContext(world: World, workspace: Workspace, person: Person): Record<string, unknown> {
  return {
    user: { id: person.id, username: person.name, name: person.name, team_id: workspace.id },
    api_app_id: workspace.appId,
    token: 'deprecated-verification-token',
    trigger_id: makeTrigger(world, workspace.id, person.id),
    team: { id: workspace.id, domain: workspace.domain },
    enterprise: null,
    is_enterprise_install: false,
  };
}
