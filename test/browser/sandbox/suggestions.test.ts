import { describe, expect, test } from '@jest/globals';
import { choose, suggest } from '../../../src/browser/sandbox/suggestions.ts';
import type { ConversationView, PersonView } from '../../../src/sandbox/page/contract.ts';

const person = (name: string, realName: string, kind: PersonView['kind'] = 'person'): PersonView => ({
  id: `U${name.toUpperCase()}`,
  name,
  realName,
  kind,
  tz: 'America/New_York',
  locale: 'en-US',
  unread: 0,
});
const channel: ConversationView = {
  id: 'C1',
  kind: 'channel',
  name: 'team',
  isPrivate: false,
  unread: 0,
  messages: [],
};
const known = {
  command: { name: '/meet', hint: '[title] [when] [@people]', examples: [] },
  people: [person('bob', 'Bob Brown'), person('dana', 'Dana Dorn', 'deactivated'), person('robot', 'Robot', 'bot')],
  conversations: [channel, { ...channel, id: 'D1', kind: 'direct' as const, name: 'Convene' }],
};
const offered = (text: string, caret = text.length) =>
  suggest(text, caret, known)?.options.map(({ insert }) => insert) ?? [];

describe('what is offered', () => {
  test.each([
    ['/', ['/meet ']],
    ['/me', ['/meet ']],
    ['/x', []],
    ['say /me', []],
    ['/meet lunch @', ['@bob ', '@dana ', '@robot ']],
    ['/meet lunch @BR', ['@bob ']],
    ['/meet lunch @zo', []],
    ['mail me at ann@b', []],
    ['/meet in #', ['#team ']],
    ['', []],
  ])('for %j', (text, expected) => {
    expect(offered(text)).toEqual(expected);
  });

  test('is for the word at the caret, not for the end of the line', () => {
    expect(offered('/meet @bo tomorrow', 9)).toEqual(['@bob ']);
  });

  test('says of whom it is no use to invite', () => {
    expect(suggest('@', 1, known)?.options.map(({ note }) => note)).toEqual([
      '@bob · New York',
      '@dana · deactivated, cannot be invited',
      '@robot · bot, cannot be invited',
    ]);
  });
});

test.each([
  ['/meet @bo', 9, { text: '/meet @bob ', caret: 11 }],
  ['/meet @bo tomorrow', 9, { text: '/meet @bob tomorrow', caret: 11 }],
])('a choice in %j at %d writes the name out', (text, caret, expected) => {
  const suggestions = suggest(text, caret, known);
  const option = suggestions?.options[0];
  expect(suggestions && option ? choose(text, suggestions, option) : null).toEqual(expected);
});
