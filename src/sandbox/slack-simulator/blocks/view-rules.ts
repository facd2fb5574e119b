import { blockProblems } from './block-rules.ts';
import { boolean, isRecord, oneOf, optional, type Rule, record, required, string } from './rules.ts';
import { plainText } from './text-rules.ts';

const anything: Rule = () => [];
const blankOr =
  (rule: Rule): Rule =>
  (value, path) =>
    value === '' ? [] : rule(value, path);
const shared = {
  blocks: required(anything),
  private_metadata: optional(blankOr(string(3000))),
  callback_id: optional(blankOr(string(255))),
  external_id: optional(blankOr(string(255))),
};

const modal = record({
  type: required(oneOf('modal')),
  title: required(plainText(24)),
  submit: optional(plainText(24)),
  close: optional(plainText(24)),
  clear_on_close: optional(boolean),
  notify_on_close: optional(boolean),
  submit_disabled: optional(boolean),
  ...shared,
});
const home = record({ type: required(oneOf('home')), ...shared });

/** What Slack would refuse in a view, as https://docs.slack.dev/surfaces/modals says it. */
export function viewProblems(view: unknown, type: 'modal' | 'home'): readonly string[] {
  const shape = (type === 'modal' ? modal : home)(view, 'view');
  if (!isRecord(view)) return shape;
  const blocks = Array.isArray(view['blocks']) ? view['blocks'] : [];
  const hasInput = blocks.some((block) => isRecord(block) && block['type'] === 'input');
  return [
    ...shape,
    ...blockProblems(view['blocks'], type),
    ...(type === 'modal' && hasInput && !view['submit'] ? ['view: an input needs submit'] : []),
  ];
}
