import { viewJson } from '../methods/view-json.ts';
import type { AppAnswer, AppEvent } from '../simulator.ts';
import { openDirect } from '../state/conversations.ts';
import { organizationOf } from '../state/grants.ts';
import { expectWorkspace } from '../state/world.ts';
import type { Dispatcher } from './slack.ts';
import { expectPerson } from './stage.ts';

/** Sends an event to the app in Slack's envelope: https://docs.slack.dev/apis/events-api */
export async function dispatchEvent(
  dispatcher: Dispatcher,
  { team, event, eventId, retry, at, organization }: AppEvent,
): Promise<AppAnswer> {
  const { world } = dispatcher;
  const workspace = expectWorkspace(world, team);
  const enterprise = organization ?? organizationOf(world, workspace)?.id ?? null;
  const isOrganization = enterprise !== null;
  const authorization = {
    enterprise_id: enterprise,
    // What an organization removed as a whole is told without a team.
    team_id: organization ? null : workspace.id,
    user_id: workspace.botUserId,
    is_bot: true,
    is_enterprise_install: isOrganization,
  };
  const envelope = {
    token: 'deprecated-verification-token',
    team_id: organization ? null : workspace.id,
    ...(isOrganization ? { enterprise_id: enterprise } : {}),
    api_app_id: workspace.appId,
    event,
    type: 'event_callback',
    event_id: eventId ?? world.makeId('Ev'),
    event_time: Math.floor((at ?? world.clock()) / 1_000),
    authorizations: [authorization],
    is_ext_shared_channel: false,
  };
  const headers = retry ? { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_timeout' } : {};
  return (await dispatcher.deliver(`event ${event.type}`, dispatcher.signJson(envelope, headers))).answer;
}

/** Opens the app's Home tab; Slack opens the direct message with the app on the way. */
export async function openHome(
  dispatcher: Dispatcher,
  { team, user, tab = 'home' }: { readonly team: string; readonly user: string; readonly tab?: 'home' | 'messages' },
): Promise<AppAnswer> {
  const { world } = dispatcher;
  const workspace = expectWorkspace(world, team);
  const person = expectPerson(workspace, user);
  const home = workspace.homes.get(person.id);
  const event = {
    type: 'app_home_opened',
    user: person.id,
    channel: openDirect(world, workspace, [person.id]).id,
    tab,
    event_ts: (world.clock() / 1_000).toFixed(6),
    ...(home && tab === 'home' ? { view: viewJson(workspace, home) } : {}),
  };
  return dispatchEvent(dispatcher, { team, event });
}
