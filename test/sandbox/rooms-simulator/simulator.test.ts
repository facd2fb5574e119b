import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { DialectName } from '../../../src/sandbox/rooms-simulator/route.ts';
import { NOON, type OpenedSimulator, openSimulator } from './open-simulator.ts';

let at: OpenedSimulator;

beforeEach(async () => {
  at = await openSimulator();
});
afterEach(() => at.simulator.close());

const AT_DYTE = { message: 'Unauthorized' };
const AT_THE_GATEWAY = {
  success: false,
  errors: [{ code: 10000, message: 'Authentication error' }],
  messages: [],
  result: null,
};
const AT_THE_APP = { success: false, error: { code: 404, message: 'App not found' } };

test.each<[DialectName, string, number, unknown]>([
  ['dyte', 'Basic d3Jvbmc6d3Jvbmc=', 401, AT_DYTE],
  ['dyte', 'Bearer simulated-api-token', 401, AT_DYTE],
  ['realtimekit', 'Bearer wrong', 401, AT_THE_GATEWAY],
  ['realtimekit', 'Basic d3Jvbmc6d3Jvbmc=', 401, AT_THE_GATEWAY],
])('the door of %s is shut to %s', async (dialect, authorization, status, body) => {
  const response = await fetch(`${at.simulator.baseUrls[dialect]}/presets`, { headers: { authorization } });

  expect({ status: response.status, body: await response.json() }).toEqual({ status, body });
  expect(at.simulator.calls().map(({ operation, outcome }) => [operation, outcome])).toEqual([[null, status]]);
});

test.each([
  ['account', '0123456789abcdef0123456789abcdef', 403, AT_THE_GATEWAY],
  ['app', 'simulated-app', 404, AT_THE_APP],
])('a good token opens no other %s', async (_, ours, status, body) => {
  const baseUrl = at.simulator.baseUrls.realtimekit.replace(ours, 'another');

  const response = await fetch(`${baseUrl}/presets`, { headers: { authorization: at.keys.realtimekit } });

  expect({ status: response.status, body: await response.json() }).toEqual({ status, body });
});

test('the ledger holds every call with its body and how it ended', async () => {
  at.simulator.fault({ operation: 'create-meeting', play: { kind: 'status', status: 429, retryAfterSeconds: 2 } });

  const refused = await at.ask('POST', '/meetings', { title: 'Standup' });
  await at.ask('POST', '/meetings', { title: 'Standup' });

  expect(refused.status).toBe(429);
  expect(at.simulator.calls('create-meeting').map(({ at, body, outcome }) => ({ at, body, outcome }))).toEqual([
    { at: NOON, body: { title: 'Standup' }, outcome: 'status' },
    { at: NOON, body: { title: 'Standup' }, outcome: 201 },
  ]);
});

test.each([
  [{}, ['group_call_host', 'group_call_participant', 'webinar_presenter', 'webinar_viewer']],
  [{ presets: [] }, []],
  [{ presets: ['host'] }, ['host']],
])('made with %j, there are the presets %j', async (options, names) => {
  await at.simulator.close();
  at = await openSimulator(options);

  expect((await at.ask('GET', '/presets')).rows.map(({ name }) => name)).toEqual(names);
});

test.each([
  ['cut-before', 1],
  ['cut-after', 2],
] as const)(
  '%s calls back at the call that was chosen, when %i rooms are there, and never answers',
  async (kind, there) => {
    const seen: number[] = [];
    const cut = () => seen.push(at.simulator.rooms().length);
    at.simulator.fault({ operation: 'create-meeting', skip: 1, play: { kind, cut } });
    await at.makeRoom();
    const url = `${at.simulator.baseUrls.realtimekit}/meetings`;
    const headers = { authorization: at.keys.realtimekit, 'content-type': 'application/json' };
    const signal = AbortSignal.timeout(100);

    const unanswered = fetch(url, { method: 'POST', headers, body: JSON.stringify({ title: 'Standup' }), signal });

    await expect(unanswered).rejects.toThrow('timeout');
    expect({ seen, outcomes: at.simulator.calls().map(({ outcome }) => outcome) }).toEqual({
      seen: [there],
      outcomes: [201, kind],
    });
  },
);
