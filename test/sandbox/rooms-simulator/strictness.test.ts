import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { DialectName } from '../../../src/sandbox/rooms-simulator/route.ts';
import { BOB, CHEN, DIALECTS, type OpenedSimulator, openSimulator } from './open-simulator.ts';

let at: OpenedSimulator;

beforeEach(async () => {
  at = await openSimulator();
});
afterEach(() => at.simulator.close());

const { name: _, ...nameless } = BOB;
test.each<[string, string, string, unknown, DialectName | 'both']>([
  ['a participant without a name', 'POST', '/participants', nameless, 'both'],
  ['a participant with a blank name', 'POST', '/participants', { ...BOB, name: ' ' }, 'both'],
  ['a participant without our id', 'POST', '/participants', { name: 'Bob', preset_name: 'x' }, 'both'],
  ['an e-mail address', 'POST', '/participants', { ...BOB, custom_participant_id: 'bob@example.com' }, 'both'],
  ['a Slack id', 'POST', '/participants', { ...BOB, custom_participant_id: 'U0123ABCD' }, 'both'],
  ['a phone number', 'POST', '/participants', { ...BOB, custom_participant_id: '+49 30 123456' }, 'both'],
  ['the old name of our id', 'POST', '/participants', { ...BOB, client_specific_id: 'p-bob' }, 'both'],
  ['deleting a room', 'DELETE', '', undefined, 'both'],
  ['an unknown status', 'PATCH', '', { status: 'CLOSED' }, 'both'],
  ['an unknown field', 'PATCH', '', { name: 'Standup' }, 'both'],
  ['a body that is no object', 'PATCH', '', ['INACTIVE'], 'both'],
  ['a page before the first', 'GET', '/participants?page_no=0', undefined, 'both'],
  ['an unknown filter', 'GET', '/participants?search=bob', undefined, 'both'],
  ['a kick of nobody', 'POST', '/active-session/kick', {}, 'both'],
  ['a kick by one kind of id', 'POST', '/active-session/kick', { participant_ids: ['p'] }, 'realtimekit'],
  ["RealtimeKit's field at Dyte", 'PATCH', '', { transcribe_on_end: true }, 'dyte'],
  ["Dyte's field at RealtimeKit", 'PATCH', '', { preferred_region: 'eu-central-1' }, 'realtimekit'],
])('violations are noted for %s', async (_title, method, path, body, dialect) => {
  const room = await at.makeRoom();
  at.simulator.join((await at.addTo(room, CHEN)).token);
  expect(at.simulator.violations()).toEqual([]);
  const doors = dialect === 'both' ? DIALECTS : [dialect];

  for (const each of doors) {
    const { status } = await at.ask(method, `/meetings/${room}${path}`, body, each);
    expect(Math.floor(status / 100)).toBe(4);
  }

  expect(at.simulator.violations()).toHaveLength(doors.length);
  expect(at.simulator.participants(room)).toHaveLength(1);
  expect(at.simulator.rooms()).toEqual([{ id: room, title: 'Standup', status: 'ACTIVE' }]);
});

test('violations are not noted for what a good client may meet', async () => {
  const room = await at.makeRoom();

  await at.ask('POST', `/meetings/${room}/participants`, { ...BOB, preset_name: 'no-such-preset' });
  await at.ask('GET', '/meetings/unknown');

  expect(at.simulator.violations()).toEqual([]);
});
