import type { WorkspaceId } from '../../domain/ids.ts';

/** The enterprise where the app is installed for a whole organization, else the team. */
export function workspaceOf(
  isEnterpriseInstall: boolean,
  enterpriseId: string | undefined,
  teamId: string | undefined,
): WorkspaceId {
  return ((isEnterpriseInstall ? enterpriseId : undefined) ?? teamId ?? '') as WorkspaceId;
}
