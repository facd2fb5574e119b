import { dispatchEvent } from '../dispatch/events.ts';
import type { Dispatcher } from '../dispatch/slack.ts';
import type { AppAnswer } from '../simulator.ts';

/** Both events come, in no promised order (docs.slack.dev/reference/events/app_uninstalled). */
export async function uninstall(dispatcher: Dispatcher, place: string): Promise<readonly AppAnswer[]> {
  const { world } = dispatcher;
  const grants = [...world.grants.values()].filter(({ organization, workspaces }) =>
    organization ? organization.id === place : workspaces[0]?.id === place,
  );
  const [first] = grants.flatMap(({ workspaces }) => workspaces);
  if (!first) throw new Error(`the app was never installed in ${place}`);
  const organization = grants.find((grant) => grant.organization)?.organization ?? null;
  for (const grant of grants) grant.isRevoked = true;
  const from = { team: first.id, organization: organization?.id ?? null };
  const revoked = { type: 'tokens_revoked', tokens: { oauth: [], bot: [first.botUserId] } };
  return [
    await dispatchEvent(dispatcher, { ...from, event: revoked }),
    await dispatchEvent(dispatcher, { ...from, event: { type: 'app_uninstalled' } }),
  ];
}
