import { expect, test } from '@jest/globals';
import { readExtension } from '../../src/language/read-extension.ts';
import { afterTitle } from '../../src/language/title-first.ts';
import { readReason, readSuccessor, readVerb } from '../../src/language/verbs.ts';

const BOB = '<@U0BOB0000|bob>';

test.each([
  ['Move standup to thu 10', 'move'],
  ['reschedule standup to thu', 'move'],
  ['cancel retro', 'cancel'],
  ['hand over standup to @bob', 'hand-over'],
  ['extend standup 15 min', 'extend'],
  ['end standup', 'end'],
  [`add ${BOB} and <@U0CHEN000> to standup`, 'add'],
  [`remove ${BOB} from standup`, 'remove'],
  ['add <!subteam^S0ENG0000|@eng> to standup', 'add'],
  ['add <#C0TEAM000|team> and @typo to standup', 'add'],
  ['remove <!subteam^S0ENG0000> from standup', 'remove'],
  ['add <!here> to standup', undefined],
  [`add ${BOB} from standup`, undefined],
  ['add milk to list', undefined],
  ['moving day tomorrow 9am', undefined],
  ['move', undefined],
  ['endgame tomorrow 9am', undefined],
])('%s: %s', (text, verb) => {
  expect(readVerb(text)?.verb).toBe(verb);
});

test.each([
  ['standup to thu', 'Standup', ' to thu'],
  ['  STAND   up to thu', 'stand up', ' to thu'],
  ['“standup” to thu', 'Standup', ' to thu'],
  ['Q&amp;A now', 'q&a', ' now'],
  ['C++ (weekly) to 10', 'C++ (weekly)', ' to 10'],
  ['standups to thu', 'standup', null],
  ['stand to thu', 'standup', null],
  ['.* to thu', 'standup', null],
])('%s after %s: %s', (text, title, rest) => {
  expect(afterTitle(text, title)).toBe(rest);
});

test.each([
  [' because we are done', { before: '', reason: 'we are done' }],
  [' thursday because of rain', { before: ' thursday', reason: 'rain' }],
  [': nobody can come', { before: '', reason: 'nobody can come' }],
  [' - nobody can come', { before: '', reason: 'nobody can come' }],
  [' thursday', { before: ' thursday', reason: '' }],
])('the reason in “%s”', (rest, expected) => {
  expect(readReason(rest)).toEqual(expected);
});

test.each([
  [' 15 min', 15],
  [' by half an hour', 30],
  [' for 1h more', 60],
  [' 20', 20],
  [' by a day', null],
  [' a lot', null],
  ['', null],
])('“%s” longer is %s', (rest, minutes) => {
  expect(readExtension(rest, 'en-US')).toBe(minutes);
});

test('one person is put in charge, and nobody else', () => {
  expect(readSuccessor(` to ${BOB}`)?.users).toEqual(['U0BOB0000']);
  expect(readSuccessor(` to ${BOB} and <@U0CHEN000>`)).toBeNull();
  expect(readSuccessor(` to ${BOB} and <#C0TEAM000|team>`)).toBeNull();
  expect(readSuccessor(' to somebody')).toBeNull();
});
