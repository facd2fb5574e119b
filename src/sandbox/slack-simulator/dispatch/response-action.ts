import { isRecord } from '../blocks/rules.ts';
import { viewProblems } from '../blocks/view-rules.ts';
import { blocksOfView, DEEPEST_STACK, openModals, putView, replaceView, setModals, showModal } from '../state/views.ts';
import type { Workspace } from '../state/workspace.ts';
import type { World } from '../state/world.ts';
import type { SimView, ViewJson } from '../views.ts';

/** The modal that was sent. */
export interface Submitted {
  readonly world: World;
  readonly workspace: Workspace;
  readonly view: SimView;
  /** How violations call it. */
  readonly what: string;
}

type Answer = Readonly<Record<string, unknown>>;

/** What each `response_action` does; it answers what was wrong with it. */
const ACTIONS: Readonly<Record<string, (submitted: Submitted, answer: Answer) => readonly string[]>> = {
  clear({ world, workspace, view }) {
    setModals(world, workspace, view.user, []);
    return [];
  },

  errors({ world, workspace, view }, { errors }) {
    const texts = isRecord(errors) ? errors : {};
    const inputs = blocksOfView(view).filter(({ type }) => type === 'input');
    const shown = Object.entries(texts).map(([blockId, text]) => [blockId, String(text)]);
    putView(world, workspace, { ...view, errors: Object.fromEntries(shown) });
    const strays = Object.keys(texts).filter((id) => !inputs.some(({ block_id }) => block_id === id));
    return shown.length === 0 ? ['no errors to show'] : strays.map((id) => `an error under ${id}, which is no input`);
  },

  update: withView(({ world, workspace, view }, next) => {
    replaceView(world, workspace, view, next);
  }),

  push: withView(({ world, workspace, view }, next) => {
    showModal(world, workspace, view.user, openModals(workspace, view.user), next);
  }),
};

/** Does what the app answered to a submission; an empty answer closes the modal. */
export function followSubmission(submitted: Submitted, body: unknown): void {
  const { world, workspace, view, what } = submitted;
  if (body === '' || (isRecord(body) && Object.keys(body).length === 0)) {
    const below = openModals(workspace, view.user).filter(({ id }) => id !== view.id);
    setModals(world, workspace, view.user, below);
    return;
  }
  const answer = isRecord(body) ? body : {};
  const name = String(answer['response_action']);
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  const problems = action ? action(submitted, answer) : ['an answer that Slack does not know'];
  for (const problem of problems) world.journal.violation(`${what}: ${problem}`);
}

function withView(show: (submitted: Submitted, view: ViewJson) => void) {
  return (submitted: Submitted, { response_action: action, view }: Answer): readonly string[] => {
    const depth = openModals(submitted.workspace, submitted.view.user).length;
    const problems =
      action === 'push' && depth >= DEEPEST_STACK ? ['more than three modals'] : viewProblems(view, 'modal');
    if (problems.length === 0 && isRecord(view)) show(submitted, view);
    return problems;
  };
}
