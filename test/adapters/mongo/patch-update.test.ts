import { expect, test } from '@jest/globals';
import { updateOf } from '../../../src/adapters/mongo/patch-update.ts';
import type { Patch } from '../../../src/ports/documents.ts';
import { at, tasks } from '../../contracts/tasks.ts';

test('sets, removes and counts up under the value, and counts the version', () => {
  const patch: Patch = { set: { dueAt: at(5), done: true, key: null }, increment: ['attempts'] };

  expect(updateOf(tasks, patch, 'write1')).toEqual({
    $set: { 'value.dueAt': at(5), 'value.done': true, writeId: 'write1' },
    $unset: { 'value.key': '' },
    $inc: { 'value.attempts': 1, version: 1 },
  });
});

test('removes nothing where nothing is to be removed', () => {
  expect(updateOf(tasks, { set: {} }, 'write1')).toEqual({ $set: { writeId: 'write1' }, $inc: { version: 1 } });
});

test.each<[string, Patch]>([
  ['a path', { set: { 'inner.dueAt': at(5) } }],
  ['an operator', { set: { $where: 'x' } }],
  ['a path to count up', { set: {}, increment: ['inner.count'] }],
  ['a text in an index of dates', { set: { dueAt: '2026-01-05' } }],
  ['an invalid date', { set: { doneAt: new Date(Number.NaN) } }],
  ['a text to be counted up', { set: {}, increment: ['team'] }],
])('refuses %s', (_, patch) => {
  expect(() => updateOf(tasks, patch, 'write1')).toThrow(TypeError);
});
