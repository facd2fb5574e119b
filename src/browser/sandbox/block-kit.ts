import { safeLink } from './reference.ts';

/** The blocks that can be drawn, read from the JSON that the app sent. What cannot be read is kept as `unknown`. */
export type Block =
  | { readonly kind: 'header'; readonly text: TextObject }
  | {
      readonly kind: 'section';
      readonly text: TextObject | null;
      readonly fields: readonly TextObject[];
      readonly accessory: BlockElement | null;
    }
  | { readonly kind: 'context'; readonly elements: readonly (TextObject | BlockElement)[] }
  | { readonly kind: 'actions'; readonly elements: readonly BlockElement[] }
  | { readonly kind: 'divider' }
  | { readonly kind: 'image'; readonly image: Picture; readonly title: TextObject | null }
  | Unknown;

export type BlockElement = Button | Picture | Unknown;

export interface TextObject {
  readonly kind: 'mrkdwn' | 'plain_text';
  readonly text: string;
}

export interface Button {
  readonly kind: 'button';
  readonly actionId: string;
  readonly blockId: string | null;
  readonly text: TextObject;
  readonly url: string | null;
  readonly style: 'primary' | 'danger' | 'default';
  /** Read out in place of the text where given. */
  readonly label: string | null;
  readonly confirm: Confirmation | null;
}

export interface Confirmation {
  readonly title: TextObject;
  readonly text: TextObject;
  readonly confirm: TextObject;
  readonly deny: TextObject;
  readonly style: 'primary' | 'danger';
}

export interface Picture {
  readonly kind: 'picture';
  readonly url: string;
  readonly alt: string;
}

export interface Unknown {
  readonly kind: 'unknown';
  readonly type: string;
}

type Json = Readonly<Record<string, unknown>>;

export function readBlock(value: unknown): Block {
  const json = objectOf(value);
  switch (json['type']) {
    case 'header':
      return withText(json, (text) => ({ kind: 'header', text }));
    case 'section':
      return readSection(json);
    case 'context':
      return {
        kind: 'context',
        elements: listOf(json['elements']).map((item) => readText(item) ?? readElement(item, json)),
      };
    case 'actions':
      return { kind: 'actions', elements: listOf(json['elements']).map((item) => readElement(item, json)) };
    case 'divider':
      return { kind: 'divider' };
    case 'image': {
      const image = readElement(json, json);
      return image.kind === 'picture' ? { kind: 'image', image, title: readText(json['title']) } : unknown(json);
    }
    default:
      return unknown(json);
  }
}

function readSection(json: Json): Block {
  const text = readText(json['text']);
  const fields = listOf(json['fields']).map(readText);
  if ((text === null && fields.length === 0) || fields.includes(null)) return unknown(json);
  const accessory = json['accessory'] === undefined ? null : readElement(json['accessory'], json);
  return { kind: 'section', text, fields: fields.filter((field) => field !== null), accessory };
}

function readElement(value: unknown, block: Json): BlockElement {
  const json = objectOf(value);
  if (json['type'] === 'button') return readButton(json, block);
  if (json['type'] !== 'image') return unknown(json);
  const { image_url: url, alt_text: alt } = json;
  return typeof url === 'string' && typeof alt === 'string' ? { kind: 'picture', url, alt } : unknown(json);
}

function readButton(json: Json, { block_id: blockId }: Json): BlockElement {
  const { action_id: actionId, url, style, accessibility_label: label, confirm } = json;
  const text = readText(json['text']);
  const link = typeof url === 'string' ? safeLink(url) : null;
  if (typeof actionId !== 'string' || text === null || (url !== undefined && link === null)) return unknown(json);
  const confirmation = confirm === undefined ? null : readConfirmation(objectOf(confirm));
  if (confirm !== undefined && confirmation === null) return unknown(json);
  return {
    kind: 'button',
    actionId,
    blockId: typeof blockId === 'string' ? blockId : null,
    text,
    url: link,
    style: style === 'primary' || style === 'danger' ? style : 'default',
    label: typeof label === 'string' ? label : null,
    confirm: confirmation,
  };
}

function readConfirmation(json: Json): Confirmation | null {
  const [title, text] = [readText(json['title']), readText(json['text'])];
  if (title === null || text === null) return null;
  return {
    title,
    text,
    confirm: readText(json['confirm']) ?? { kind: 'plain_text', text: 'Yes' },
    deny: readText(json['deny']) ?? { kind: 'plain_text', text: 'No' },
    style: json['style'] === 'danger' ? 'danger' : 'primary',
  };
}

function readText(value: unknown): TextObject | null {
  const { type, text } = objectOf(value);
  return (type === 'mrkdwn' || type === 'plain_text') && typeof text === 'string' ? { kind: type, text } : null;
}

function withText(json: Json, make: (text: TextObject) => Block): Block {
  const text = readText(json['text']);
  return text === null ? unknown(json) : make(text);
}

function unknown({ type }: Json): Unknown {
  return { kind: 'unknown', type: typeof type === 'string' ? type : 'without a type' };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
