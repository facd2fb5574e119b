import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Environment } from '../../src/config/settings-reader.ts';
import type { DialectName } from '../../src/sandbox/rooms-simulator/route.ts';
import { type RoomsSimulator, startRoomsSimulator } from '../../src/sandbox/rooms-simulator/simulator.ts';
import { roomsAt } from '../adapters/rooms-api/open-rooms.ts';
import { runTool } from '../support/run-tool.ts';

jest.setTimeout(40_000);

const PUBLIC_URL = 'https://meet.acme.org';
const OURS = `${PUBLIC_URL}/webhooks/rooms`;
const EVENTS =
  'meeting.started, meeting.ended, meeting.participantJoined, meeting.participantLeft, recording.statusUpdate';

let simulator: RoomsSimulator;
beforeEach(async () => {
  simulator = await startRoomsSimulator({ clock: () => Date.UTC(2026, 4, 4, 9) });
});
afterEach(() => simulator.close());

function settingsFor(dialect: DialectName): Environment {
  const { credentials, baseUrls } = simulator;
  const { organizationId, apiKey } = credentials.dyte;
  const account: Environment =
    dialect === 'dyte'
      ? { DYTE_ORG_ID: organizationId, DYTE_API_KEY: apiKey }
      : { CLOUDFLARE_API_TOKEN: credentials.realtimekit.apiToken };
  return { PUBLIC_URL, ROOMS: dialect, ROOMS_API_URL: baseUrls[dialect], ...account };
}

const run = (settings: Environment) => runTool('webhooks', [], settings);

describe.each<DialectName>(['dyte', 'realtimekit'])('at %s', (dialect) => {
  test('our address is registered once, however often it is asked for', async () => {
    const first = await run(settingsFor(dialect));
    const second = await run(settingsFor(dialect));

    const line = `\n\n  ${OURS} · Convene · ${EVENTS}\n`;
    expect([first, second]).toEqual([
      { code: 0, stderr: '', stdout: `The video service now reports to ${OURS}${line}` },
      { code: 0, stderr: '', stdout: `The video service reports already to ${OURS}${line}` },
    ]);
    expect(simulator.calls('add-webhook')).toHaveLength(1);
    expect(simulator.violations()).toEqual([]);
  });

  test('what told too little, or stands there twice, is replaced, and others are left alone', async () => {
    const service = roomsAt(simulator, dialect);
    const other = 'https://hooks.example/services/secret?key=secret';
    for (const events of [['meeting.ended'], EVENTS.split(', '), EVENTS.split(', ')]) {
      await service.addWebhook({ name: 'Older', url: OURS, events });
    }
    await service.addWebhook({ name: 'Other', url: other, events: ['meeting.summary'] });

    const { code, stdout } = await run(settingsFor(dialect));

    expect([code, stdout.split('\n').slice(2, 4)]).toEqual([
      0,
      [`  ${OURS} · Older · ${EVENTS}`, '  https://hooks.example/… · Other · meeting.summary'],
    ]);
    expect((await service.listWebhooks()).map(({ url }) => url)).toEqual([OURS, other]);
    expect(stdout).not.toContain('secret');
  });
});

test.each<[string, () => Environment, RegExp]>([
  [
    'wrong credentials',
    () => ({ ...settingsFor('realtimekit'), CLOUDFLARE_API_TOKEN: 'another-token' }),
    /answered 401[\s\S]*Check the credentials/,
  ],
  ['settings that are missing', () => ({ ROOMS: 'dyte' }), /DYTE_ORG_ID[\s\S]*PUBLIC_URL|PUBLIC_URL[\s\S]*DYTE_ORG_ID/],
  ['a simulation without a service', () => ({ PUBLIC_URL, ROOMS: 'simulated' }), /has no webhooks/],
  [
    'an address that the service cannot reach',
    () => ({ PUBLIC_URL: 'http://localhost:3000', DYTE_ORG_ID: 'org', DYTE_API_KEY: 'key-of-ours' }),
    /cannot reach PUBLIC_URL/,
  ],
])('%s are told in words, without the values', async (_, settings, words) => {
  const { code, stdout, stderr } = await run(settings());

  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(words);
  expect(stderr).not.toMatch(/another-token|key-of-ours|\n\s+at /);
});

test('an answer that was lost asks for another run, which finds what was done', async () => {
  simulator.fault({ operation: 'add-webhook', play: { kind: 'lost-after' } });
  const lost = await run(settingsFor('realtimekit'));
  const again = await run(settingsFor('realtimekit'));

  expect([lost.code, again.code]).toEqual([1, 0]);
  expect(lost.stderr).toContain('run this again');
  expect(again.stdout).toContain('reports already');
});
