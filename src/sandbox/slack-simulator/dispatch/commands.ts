import type { AppAnswer, SignedRequest, TypedCommand } from '../simulator.ts';
import { organizationOf } from '../state/grants.ts';
import { makeResponseUrl } from '../state/response-urls.ts';
import { makeTrigger } from '../state/triggers.ts';
import { expectWorkspace } from '../state/world.ts';
import { escapeTyped } from './escape-text.ts';
import { readShown, type Stage, saysNothing, show, showFailure } from './response.ts';
import type { Dispatcher } from './slack.ts';
import { standing } from './stage.ts';

const CHANNEL_NAME = { public: null, private: 'privategroup', im: 'directmessage', mpim: 'mpdm' } as const;

/** The signed request of a typed command, with a trigger and a response_url of its own. */
export function commandRequest(dispatcher: Dispatcher, typed: TypedCommand): SignedRequest {
  const { world } = dispatcher;
  const workspace = expectWorkspace(world, typed.team);
  const { conversation, person } = standing(world, typed);
  const organization = organizationOf(world, workspace);
  return dispatcher.signForm({
    token: 'deprecated-verification-token',
    team_id: workspace.id,
    team_domain: workspace.domain,
    channel_id: conversation.id,
    channel_name: CHANNEL_NAME[conversation.kind] ?? conversation.name,
    user_id: person.id,
    user_name: person.name,
    command: typed.command ?? '/meet',
    text: typed.verbatim ? typed.text : escapeTyped(workspace, person.id, typed.text),
    api_app_id: workspace.appId,
    ...(organization ? { enterprise_id: organization.id, enterprise_name: organization.name } : {}),
    is_enterprise_install: String(organization !== null),
    response_url: makeResponseUrl(world, {
      team: workspace.id,
      user: person.id,
      channel: conversation.id,
      source: null,
    }),
    trigger_id: makeTrigger(world, workspace.id, person.id),
  });
}

/** Sends a typed command and shows the person what came back. */
export async function dispatchCommand(dispatcher: Dispatcher, typed: TypedCommand): Promise<AppAnswer> {
  const name = typed.command ?? '/meet';
  const stage: Stage = { ...standing(dispatcher.world, typed), user: typed.user };
  const { answer, failure } = await dispatcher.deliver(name, commandRequest(dispatcher, typed));
  const error = failure ?? showAnswer(stage, name, answer.body);
  if (error) showFailure(stage, `${name} failed with the error "${error}"`);
  return answer;
}

/** Slack's error when the acknowledgement cannot be shown. */
function showAnswer(stage: Stage, name: string, body: unknown): string | null {
  const shown = readShown(stage, name, body);
  if (!shown) return 'invalid_command_response';
  if (!saysNothing(shown)) show(stage, shown);
  return null;
}
