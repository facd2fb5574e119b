import type { Person } from '../simulator.ts';
import { organizationOf } from '../state/grants.ts';
import { makeTrigger } from '../state/triggers.ts';
import type { Workspace } from '../state/workspace.ts';
import type { World } from '../state/world.ts';

/** What every interaction says of the person and the team, with a fresh trigger. */
export function personContext(world: World, workspace: Workspace, person: Person): Record<string, unknown> {
  const organization = organizationOf(world, workspace);
  return {
    user: { id: person.id, username: person.name, name: person.name, team_id: person.homeTeam ?? workspace.id },
    api_app_id: workspace.appId,
    token: 'deprecated-verification-token',
    trigger_id: makeTrigger(world, workspace.id, person.id),
    team: organization ? null : { id: workspace.id, domain: workspace.domain },
    enterprise: organization && { id: organization.id, name: organization.name },
    is_enterprise_install: organization !== null,
  };
}
