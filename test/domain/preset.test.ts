import { expect, test } from '@jest/globals';
import { missingPresets, presetFor } from '../../src/domain/preset.ts';

const presets = { host: 'group_call_host', guest: 'group_call_participant' };

test.each([
  ['host', 'group_call_host'],
  ['guest', 'group_call_participant'],
] as const)('a %s gets the preset %s', (role, preset) => {
  expect(presetFor(role, presets)).toBe(preset);
});

test.each([
  [['group_call_participant', 'group_call_host', 'other'], []],
  [['group_call_host'], ['group_call_participant']],
  [[], ['group_call_host', 'group_call_participant']],
])('of a service that has %j, %j are missing', (existing, missing) => {
  expect(missingPresets(presets, existing)).toEqual(missing);
});

test('one preset for both roles is missing once', () => {
  expect(missingPresets({ host: 'all', guest: 'all' }, [])).toEqual(['all']);
});
