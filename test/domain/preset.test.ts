import { expect, test } from '@jest/globals';
import type { Role } from '../../src/domain/invitee.ts';
import { missingPresets, presetFor } from '../../src/domain/preset.ts';
import { BOB } from '../support/a-meeting.ts';

const presets = { host: 'group_call_host', guest: 'group_call_participant', outside: 'waiting_room' };

test.each<[Role, 'the workspace' | 'outside', string]>([
  ['host', 'the workspace', 'group_call_host'],
  ['guest', 'the workspace', 'group_call_participant'],
  ['guest', 'outside', 'waiting_room'],
  ['host', 'outside', 'group_call_host'],
])('a %s from %s gets the preset %s', (role, from, preset) => {
  expect(presetFor({ role, user: from === 'outside' ? null : BOB }, presets)).toBe(preset);
});

test.each([
  [['group_call_participant', 'waiting_room', 'group_call_host', 'other'], []],
  [['group_call_host'], ['group_call_participant', 'waiting_room']],
  [[], ['group_call_host', 'group_call_participant', 'waiting_room']],
])('of a service that has %j, %j are missing', (existing, missing) => {
  expect(missingPresets(presets, existing)).toEqual(missing);
});

test('one preset for everybody is missing once', () => {
  expect(missingPresets({ host: 'all', guest: 'all', outside: 'all' }, [])).toEqual(['all']);
});
