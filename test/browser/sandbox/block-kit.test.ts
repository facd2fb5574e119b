import { expect, test } from '@jest/globals';
import { readBlock } from '../../../src/browser/sandbox/block-kit.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const button = { type: 'button', action_id: 'join', text: plain('Join') };

test('reads a section with its fields and its button', () => {
  const block = {
    type: 'section',
    block_id: 'head',
    text: { type: 'mrkdwn', text: '*Standup*' },
    fields: [plain('30 minutes')],
    accessory: { ...button, url: 'https://a.example/j/x', style: 'primary', accessibility_label: 'Join the stand-up' },
  };

  expect(readBlock(block)).toEqual({
    kind: 'section',
    text: { kind: 'mrkdwn', text: '*Standup*' },
    fields: [{ kind: 'plain_text', text: '30 minutes' }],
    accessory: {
      kind: 'button',
      actionId: 'join',
      blockId: 'head',
      text: { kind: 'plain_text', text: 'Join' },
      url: 'https://a.example/j/x',
      style: 'primary',
      label: 'Join the stand-up',
      confirm: null,
    },
  });
});

test('reads a button that opens a calendar program', () => {
  const url = 'webcal://a.example/calendar/x.ics';

  expect(readBlock({ type: 'actions', elements: [{ ...button, url }] })).toMatchObject({
    kind: 'actions',
    elements: [{ kind: 'button', url }],
  });
});

test.each([
  ['a type that it does not know', { type: 'video' }, 'video'],
  ['nothing', null, 'without a type'],
  ['a text', 'section', 'without a type'],
  ['a header without text', { type: 'header' }, 'header'],
  ['a section without anything', { type: 'section' }, 'section'],
  ['a field that is not a text', { type: 'section', fields: [7] }, 'section'],
  ['a picture without words', { type: 'image', image_url: 'https://a.example/x.png' }, 'image'],
])('does not guess at %s', (_what, block, type) => {
  expect(readBlock(block)).toEqual({ kind: 'unknown', type });
});

test.each([
  ['an address that is a script', { ...button, url: 'javascript:alert(1)' }],
  ['an address that is none', { ...button, url: 7 }],
  ['no action', { type: 'button', text: plain('x') }],
  ['half a confirmation', { ...button, confirm: { title: plain('Sure?') } }],
])('does not draw a button with %s', (_what, element) => {
  expect(readBlock({ type: 'actions', elements: [element] })).toEqual({
    kind: 'actions',
    elements: [{ kind: 'unknown', type: 'button' }],
  });
});
