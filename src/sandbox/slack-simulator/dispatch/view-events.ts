import { findElement } from '../blocks/element-state.ts';
import { list, optional, type Rule, record, required } from '../blocks/rules.ts';
import { option, optionGroup } from '../blocks/text-rules.ts';
import { viewJson } from '../methods/view-json.ts';
import type { AppAnswer, Chosen, ViewElement, ViewPlace } from '../simulator.ts';
import { blocksOfView, openModals, putView, setModals } from '../state/views.ts';
import { actionJson, withAction } from './actions.ts';
import { personContext } from './person-context.ts';
import type { Dispatcher } from './slack.ts';
import { expectModal, expectView } from './stage.ts';

/** Presses a button of a modal or the Home tab, or changes another element of it. */
export async function pressInView(
  dispatcher: Dispatcher,
  press: ViewElement & { readonly value?: Chosen },
): Promise<AppAnswer> {
  const { world } = dispatcher;
  const { workspace, person, view: old } = expectView(world, press);
  const { block, element } = findElement(blocksOfView(old), press);
  const view = { ...old, state: withAction(old.state, block, element, press.value) };
  putView(world, workspace, view);
  const payload = {
    type: 'block_actions',
    ...personContext(world, workspace, person),
    container: { type: 'view', view_id: view.id },
    view: viewJson(workspace, view),
    actions: [actionJson(block, element, press.value, world.clock())],
  };
  const request = dispatcher.signForm({ payload: JSON.stringify(payload) });
  return (await dispatcher.deliver(`block_actions ${press.actionId}`, request)).answer;
}

const optionsAnswer: Rule = record({
  options: optional(list(option, 0, 100)),
  option_groups: optional(list(optionGroup, 0, 100)),
});
const atLeastOptions: Rule = record({ options: required(() => []) });

/** Asks the app for the options of an external select, as its user types. */
export async function suggest(
  dispatcher: Dispatcher,
  asked: ViewElement & { readonly query: string },
): Promise<AppAnswer> {
  const { world } = dispatcher;
  const { workspace, person, view } = expectView(world, asked);
  const { block } = findElement(blocksOfView(view), asked);
  const { trigger_id: _noTrigger, ...context } = personContext(world, workspace, person);
  const payload = {
    type: 'block_suggestion',
    ...context,
    container: { type: 'view', view_id: view.id },
    action_id: asked.actionId,
    block_id: block['block_id'],
    value: asked.query,
    view: viewJson(workspace, view),
  };
  const what = `block_suggestion ${asked.actionId}`;
  const request = dispatcher.signForm({ payload: JSON.stringify(payload) });
  const { answer, failure } = await dispatcher.deliver(what, request);
  const problems = failure ? [] : optionProblems(answer.body);
  for (const problem of problems) world.journal.violation(`${what}: ${problem}`);
  return answer;
}

function optionProblems(body: unknown): readonly string[] {
  const problems = optionsAnswer(body, 'answer');
  const hasGroups = typeof body === 'object' && body !== null && 'option_groups' in body;
  return hasGroups || problems.length > 0 ? problems : atLeastOptions(body, 'answer');
}

/** Closes a modal by its cross; the app hears of it where the view asked for that. */
export async function closeView(dispatcher: Dispatcher, place: ViewPlace): Promise<AppAnswer | null> {
  const { world } = dispatcher;
  const { workspace, person, view } = expectModal(world, place);
  const isCleared = view.view['clear_on_close'] === true;
  const below = openModals(workspace, person.id).filter(({ id }) => id !== view.id);
  setModals(world, workspace, person.id, isCleared ? [] : below);
  if (view.view['notify_on_close'] !== true) return null;
  const { trigger_id: _noTrigger, ...context } = personContext(world, workspace, person);
  const payload = { type: 'view_closed', ...context, view: viewJson(workspace, view), is_cleared: isCleared };
  const request = dispatcher.signForm({ payload: JSON.stringify(payload) });
  return (await dispatcher.deliver(`view_closed ${view.callbackId}`, request)).answer;
}
