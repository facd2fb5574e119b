import { viewJson } from '../methods/view-json.ts';
import type { AppAnswer, AppEvent } from '../simulator.ts';
import { openDirect } from '../state/conversations.ts';
import { expectWorkspace } from '../state/world.ts';
import type { Dispatcher } from './slack.ts';
import { expectPerson } from './stage.ts';

/** Sends an event to the app in Slack's envelope: https://docs.slack.dev/apis/events-api */
export async function dispatchEvent(
  dispatcher: Dispatcher,
  { team, event, eventId, retry }: AppEvent,
): Promise<AppAnswer> {
  const { world } = dispatcher;
  const workspace = expectWorkspace(world, team);
  const bot = { team_id: workspace.id, user_id: workspace.botUserId, is_bot: true };
  const envelope = {
    token: 'deprecated-verification-token',
    team_id: workspace.id,
    api_app_id: workspace.appId,
    event,
    type: 'event_callback',
    event_id: eventId ?? world.makeId('Ev'),
    event_time: Math.floor(world.clock() / 1_000),
    authorizations: [{ enterprise_id: null, ...bot, is_enterprise_install: false }],
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
