import { isRecord } from '../blocks/rules.ts';
import { viewProblems } from '../blocks/view-rules.ts';
import { spendTrigger } from '../state/triggers.ts';
import { DEEPEST_STACK, findView, openModals, replaceView, showHome, showModal } from '../state/views.ts';
import type { SimView, ViewJson } from '../views.ts';
import { type Args, optionalText, text } from '../web-api/arguments.ts';
import { findPerson } from '../web-api/lookups.ts';
import { type Call, type MethodFamily, method } from '../web-api/method.ts';
import { invalidArguments, Refusal } from '../web-api/refusal.ts';
import { viewJson } from './view-json.ts';

const LARGEST_VIEW_BYTES = 250_000;

export const VIEW_METHODS: MethodFamily = {
  'views.open': method({
    scopes: [],
    validate: (args) => ({ trigger: text(args, 'trigger_id'), view: viewOf(args) }),
    run(call, { trigger, view }) {
      checkView(call, view, 'modal');
      return answer(call, showModal(call.world, call.workspace, exchange(call, trigger), [], view));
    },
  }),

  'views.push': method({
    scopes: [],
    validate: (args) => ({ trigger: text(args, 'trigger_id'), view: viewOf(args) }),
    run(call, { trigger, view }) {
      checkView(call, view, 'modal');
      const user = exchange(call, trigger);
      const below = openModals(call.workspace, user);
      if (below.length === 0) throw new Refusal('not_found');
      if (below.length >= DEEPEST_STACK) throw new Refusal('push_limit_reached');
      return answer(call, showModal(call.world, call.workspace, user, below, view));
    },
  }),

  'views.update': method({
    scopes: [],
    validate: (args) => ({ ...target(args), hash: optionalText(args, 'hash'), view: viewOf(args) }),
    run(call, { id, externalId, hash, view }) {
      const old = findView(call.workspace, (open) =>
        id === undefined ? open.externalId === externalId : open.id === id,
      );
      if (!old) throw new Refusal('not_found');
      checkHash(old, hash);
      checkView(call, view, old.type, old);
      return answer(call, replaceView(call.world, call.workspace, old, view));
    },
  }),

  'views.publish': method({
    scopes: [],
    validate: (args) => ({ user: text(args, 'user_id'), hash: optionalText(args, 'hash'), view: viewOf(args) }),
    run(call, { user, hash, view }) {
      const person = findPerson(call, user);
      checkHash(call.workspace.homes.get(user), hash);
      checkView(call, view, 'home', call.workspace.homes.get(user));
      return answer(call, showHome(call.world, call.workspace, person.id, view));
    },
  }),
};

function answer({ workspace }: Call, view: SimView): object {
  return { view: viewJson(workspace, view) };
}

function viewOf(args: Args): ViewJson {
  const view = args['view'];
  if (!isRecord(view)) throw invalidArguments('missing required field: view');
  return view;
}

function target(args: Args): { id: string | undefined; externalId: string | undefined } {
  const id = optionalText(args, 'view_id');
  const externalId = optionalText(args, 'external_id');
  if (id === undefined && externalId === undefined) throw invalidArguments('missing required field: view_id');
  return { id, externalId };
}

/** The person of a trigger, which is used up by this. */
function exchange({ world, workspace }: Call, trigger: string): string {
  const spent = spendTrigger(world, workspace.id, trigger);
  if ('error' in spent) throw new Refusal(spent.error);
  return spent.user;
}

function checkHash(view: SimView | undefined, hash: string | undefined): void {
  if (hash !== undefined && view?.hash !== hash) throw new Refusal('hash_conflict');
}

/** @throws Refusal for a view that Slack would not show, which is a violation too */
function checkView(call: Call, view: ViewJson, type: 'modal' | 'home', old?: SimView): void {
  const problems = viewProblems(view, type);
  for (const problem of problems) call.world.journal.violation(`${call.method}: ${problem}`);
  if (problems.length > 0) throw invalidArguments(...problems);
  if (Buffer.byteLength(JSON.stringify(view)) > LARGEST_VIEW_BYTES) throw new Refusal('view_too_large');
  const externalId = view['external_id'];
  const isTaken = (other: SimView) => other.externalId === externalId && other.id !== old?.id;
  if (externalId && findView(call.workspace, isTaken)) throw new Refusal('duplicate_external_id');
}
