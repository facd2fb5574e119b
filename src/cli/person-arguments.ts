import type { SlackUserId, WorkspaceId } from '../domain/ids.ts';
import { type Called, WrongUsage } from './run-command.ts';

/** A workspace and a person in it, as Slack's ids. @throws WrongUsage */
export function personArguments({ positionals: [workspace = '', user = ''] }: Called): {
  readonly workspace: WorkspaceId;
  readonly user: SlackUserId;
} {
  if (!/^[TE][A-Z0-9]{2,}$/.test(workspace)) throw new WrongUsage('The workspace is an id such as T012AB3C4.');
  if (!/^[UW][A-Z0-9]{2,}$/.test(user)) throw new WrongUsage('The person is an id such as U012AB3C4.');
  return { workspace: workspace as WorkspaceId, user: user as SlackUserId };
}
