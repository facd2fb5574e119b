import { elementsOf } from '../blocks/block-rules.ts';
import { elementState } from '../blocks/element-state.ts';
import { viewJson } from '../methods/view-json.ts';
import type { AppAnswer, Chosen, ViewPlace } from '../simulator.ts';
import { blocksOfView, putView } from '../state/views.ts';
import type { SimView } from '../views.ts';
import { personContext } from './person-context.ts';
import { followSubmission } from './response-action.ts';
import type { Dispatcher } from './slack.ts';
import { expectModal } from './stage.ts';

/**
 * Fills in a modal and sends it, then does what the app answers.
 *
 * @param values what is put into the inputs, by block id; the others keep what they hold
 * @returns null when Slack itself asks for a required input first; `errors` of the view says which
 */
export async function submitView(
  dispatcher: Dispatcher,
  place: ViewPlace,
  values: Readonly<Record<string, Chosen>>,
): Promise<AppAnswer | null> {
  const { world } = dispatcher;
  const { workspace, person, view: opened } = expectModal(world, place);
  const view = { ...opened, errors: {}, state: { ...opened.state, ...typedIn(opened, values) } };
  const missing = emptyInputs(view);
  putView(world, workspace, { ...view, errors: missing });
  if (Object.keys(missing).length > 0) return null;
  const payload = {
    type: 'view_submission',
    ...personContext(world, workspace, person),
    view: viewJson(workspace, view),
    response_urls: [],
  };
  const what = `view_submission ${view.callbackId}`;
  const { answer, failure } = await dispatcher.deliver(what, dispatcher.signForm({ payload: JSON.stringify(payload) }));
  if (!failure) followSubmission({ world, workspace, what, view }, answer.body);
  return answer;
}

function typedIn(view: SimView, values: Readonly<Record<string, Chosen>>): SimView['state'] {
  const blocks = blocksOfView(view);
  return Object.fromEntries(
    Object.entries(values).map(([blockId, chosen]) => {
      const block = blocks.find((candidate) => candidate['block_id'] === blockId);
      const element = block && elementsOf(block)[0];
      const state = element && elementState(element, chosen);
      if (!state) throw new Error(`the view has no input with the block id ${blockId}`);
      return [blockId, { [String(element['action_id'])]: state }];
    }),
  );
}

function emptyInputs(view: SimView): Record<string, string> {
  const required = blocksOfView(view).filter((block) => block['type'] === 'input' && block['optional'] !== true);
  return Object.fromEntries(
    required
      .map((block) => String(block['block_id']))
      .filter((blockId) => Object.values(view.state[blockId] ?? {}).every(holdsNothing))
      .map((blockId) => [blockId, 'Please complete this required field.']),
  );
}

function holdsNothing({ type: _type, timezone: _timezone, ...value }: Readonly<Record<string, unknown>>): boolean {
  return Object.values(value).every(
    (held) => held === null || held === '' || (Array.isArray(held) && held.length === 0),
  );
}
