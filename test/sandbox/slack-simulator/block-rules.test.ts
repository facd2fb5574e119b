import { expect, test } from '@jest/globals';
import { blockProblems } from '../../../src/sandbox/slack-simulator/blocks/block-rules.ts';
import { viewProblems } from '../../../src/sandbox/slack-simulator/blocks/view-rules.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const button = (fields: object = {}) => ({ type: 'button', action_id: 'join', text: plain('Join'), ...fields });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const input = { type: 'input', label: plain('Title'), element: { type: 'plain_text_input', action_id: 'title' } };
const modal = (fields: object = {}) => ({ type: 'modal', title: plain('Meeting'), blocks: [section('Hi')], ...fields });

test('a card with everything in it is right', () => {
  const blocks = [
    { type: 'header', text: plain('Standup') },
    { ...section('*Tuesday* at 9'), accessory: button({ action_id: 'more', confirm: undefined }) },
    { type: 'section', fields: [plain('When'), plain('Tuesday')] },
    { type: 'divider' },
    {
      type: 'context',
      elements: [plain('Berlin time'), { type: 'image', image_url: 'https://x.example/i', alt_text: 'i' }],
    },
    actions(button({ url: 'https://meet.example.com/j/abc', style: 'primary', value: 'm1' }), {
      type: 'overflow',
      action_id: 'rest',
      options: [{ text: plain('Move'), value: 'move' }],
    }),
  ];

  expect(blockProblems(blocks, 'message')).toEqual([]);
});

test.each([
  ['a block of no known type', [{ type: 'nonsense' }], 'blocks/0: unsupported type nonsense'],
  ['a section without text', [{ type: 'section' }], 'blocks/0: needs text or fields'],
  ['an empty text', [section('')], 'blocks/0/text/text: must not be empty'],
  ['a text over 3000', [section('x'.repeat(3001))], 'blocks/0/text/text: more than 3000 characters'],
  [
    'a header in mrkdwn',
    [{ type: 'header', text: { type: 'mrkdwn', text: 'Hi' } }],
    'blocks/0/text/type: must be one of plain_text',
  ],
  [
    'a header over 150',
    [{ type: 'header', text: plain('x'.repeat(151)) }],
    'blocks/0/text/text: more than 150 characters',
  ],
  [
    'a button text over 75',
    [actions(button({ text: plain('x'.repeat(76)) }))],
    'blocks/0/elements/0/text/text: more than 75 characters',
  ],
  [
    'a button url over 3000',
    [actions(button({ url: 'x'.repeat(3001) }))],
    'blocks/0/elements/0/url: more than 3000 characters',
  ],
  [
    'a button value over 2000',
    [actions(button({ value: 'x'.repeat(2001) }))],
    'blocks/0/elements/0/value: more than 2000 characters',
  ],
  [
    'a button without an action id',
    [actions({ type: 'button', text: plain('Join') })],
    'blocks/0/elements/0/action_id: missing',
  ],
  ['an action id twice in a block', [actions(button(), button())], 'blocks/0: an action_id stands twice'],
  [
    'a block id twice',
    [
      { ...section('a'), block_id: 'b' },
      { ...section('c'), block_id: 'b' },
    ],
    'blocks: a block_id stands twice',
  ],
  ['a misspelt field', [actions(button({ colour: 'red' }))], 'blocks/0/elements/0/colour: no such field'],
  ['no elements', [actions()], 'blocks/0/elements: must have 1 to 25 items'],
  [
    'eleven fields',
    [{ type: 'section', fields: Array(11).fill(plain('x')) }],
    'blocks/0/fields: must have 1 to 10 items',
  ],
  ['51 blocks', Array(51).fill(section('x')), 'blocks: must have 0 to 50 items'],
  [
    'a select without options',
    [actions({ type: 'static_select', action_id: 's' })],
    'blocks/0: a select needs either options or option_groups',
  ],
  [
    'a date out of form',
    [actions({ type: 'datepicker', action_id: 'd', initial_date: '2.3.2026' })],
    'blocks/0/elements/0/initial_date: does not have the form ^\\d{4}-\\d{2}-\\d{2}$',
  ],
  ['no list', { type: 'section' }, 'blocks: must be a list'],
])('%s is refused', (_what, blocks, problem) => {
  expect(blockProblems(blocks, 'message')).toEqual([problem]);
});

test('a modal may have a hundred blocks, and no more', () => {
  const blocks = (count: number) => Array.from({ length: count }, () => section('x'));

  expect(viewProblems(modal({ blocks: blocks(100) }), 'modal')).toEqual([]);
  expect(viewProblems(modal({ blocks: blocks(101) }), 'modal')).toEqual(['blocks: must have 1 to 100 items']);
});

test.each([
  ['a title over 24', modal({ title: plain('x'.repeat(25)) }), 'view/title/text: more than 24 characters'],
  ['an input without submit', modal({ blocks: [input] }), 'view: an input needs submit'],
  [
    'private_metadata over 3000',
    modal({ private_metadata: 'x'.repeat(3001) }),
    'view/private_metadata: more than 3000 characters',
  ],
  ['no blocks', modal({ blocks: [] }), 'blocks: must have 1 to 100 items'],
  [
    'a home where a modal belongs',
    { type: 'home', blocks: [section('x')], title: plain('x') },
    'view/type: must be one of modal',
  ],
])('a modal with %s is refused', (_what, view, problem) => {
  expect(viewProblems(view, 'modal')).toEqual([problem]);
});
