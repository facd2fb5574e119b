import { button, choices, image, inputs, overflow, selects } from './element-rules.ts';
import {
  boolean,
  type Field,
  isRecord,
  list,
  oneOf,
  optional,
  type Rule,
  record,
  required,
  string,
  variant,
} from './rules.ts';
import { anyText, plainText } from './text-rules.ts';

/**
 * Block Kit's own limits, as published at https://docs.slack.dev/reference/block-kit/blocks. Unknown blocks and
 * unknown fields are refused, so that a slip of the pen does not pass here and fail there.
 */
const pressable = { ...button, ...overflow, ...choices, ...selects };

function block(type: string, fields: Readonly<Record<string, Field>>): Readonly<Record<string, Rule>> {
  return { [type]: record({ type: required(oneOf(type)), block_id: optional(string(255)), ...fields }) };
}

const contextImage = variant(image);
const contextText = anyText(3000);
const contextElement: Rule = (value, path) =>
  (isRecord(value) && value['type'] === 'image' ? contextImage : contextText)(value, path);

const anyBlock = variant({
  ...block('section', {
    text: optional(anyText(3000)),
    fields: optional(list(anyText(2000), 1, 10)),
    accessory: optional(variant({ ...pressable, ...image })),
    expand: optional(boolean),
  }),
  ...block('header', { text: required(plainText(150)) }),
  ...block('divider', {}),
  ...block('context', { elements: required(list(contextElement, 1, 10)) }),
  ...block('actions', { elements: required(list(variant(pressable), 1, 25)) }),
  ...block('image', {
    image_url: required(string(3000)),
    alt_text: required(string(2000)),
    title: optional(plainText(2000)),
  }),
  ...block('input', {
    label: required(plainText(2000)),
    element: required(variant({ ...choices, ...selects, ...inputs })),
    hint: optional(plainText(2000)),
    optional: optional(boolean),
    dispatch_action: optional(boolean),
  }),
});

/** What Slack, or this simulator, would refuse in these blocks. */
export function blockProblems(blocks: unknown, surface: 'message' | 'modal' | 'home'): readonly string[] {
  const shape = list(anyBlock, surface === 'message' ? 0 : 1, surface === 'message' ? 50 : 100)(blocks, 'blocks');
  return Array.isArray(blocks) ? [...shape, ...blocks.flatMap(blockConsistency), ...repeatedBlockIds(blocks)] : shape;
}

/** What no single field can tell: alternatives, and ids that have to differ. */
function blockConsistency(block: unknown, index: number): readonly string[] {
  if (!isRecord(block)) return [];
  const path = `blocks/${index}`;
  const elements = elementsOf(block);
  const ids = elements.map((element) => element['action_id']).filter((id) => id !== undefined);
  return [
    ...(block['type'] === 'section' && !block['text'] && !block['fields'] ? [`${path}: needs text or fields`] : []),
    ...(new Set(ids).size < ids.length ? [`${path}: an action_id stands twice`] : []),
    ...elements
      .filter(({ type }) => type === 'static_select' || type === 'multi_static_select')
      .filter((element) => Boolean(element['options']) === Boolean(element['option_groups']))
      .map(() => `${path}: a select needs either options or option_groups`),
  ];
}

function repeatedBlockIds(blocks: readonly unknown[]): readonly string[] {
  const ids = blocks.flatMap((block) => (isRecord(block) && block['block_id'] ? [block['block_id']] : []));
  return new Set(ids).size < ids.length ? ['blocks: a block_id stands twice'] : [];
}

/** The interactive elements of a block, wherever it keeps them. */
export function elementsOf(block: Readonly<Record<string, unknown>>): readonly Record<string, unknown>[] {
  const elements = Array.isArray(block['elements']) ? block['elements'] : [];
  return [...elements, block['accessory'], block['element']].filter(isRecord);
}
