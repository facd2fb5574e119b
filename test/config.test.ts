import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import type { Environment } from '../src/config/settings-reader.ts';
import { type Config, readConfig } from '../src/config.ts';
import {
  configWith,
  enough,
  knownSettings,
  LINK_SECRET,
  refusal,
  refusedNames,
  withoutRooms,
} from './support/settings.ts';

const KEY = Buffer.from(Array.from({ length: 32 }, (_, at) => at)).toString('base64');
const OTHER_KEY = Buffer.from(Array.from({ length: 32 }, (_, at) => 255 - at)).toString('base64');

const MANY: Environment = {
  SLACK_BOT_TOKEN: '',
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'c1ient5ecretc1ient5ecret',
  SLACK_STATE_SECRET: LINK_SECRET,
  ENCRYPTION_KEY: KEY,
};

test('the required settings alone give the documented defaults', () => {
  expect(readConfig(enough)).toEqual({
    slack: {
      installed: { kind: 'token', botToken: 'xoxb-1-2-abc' },
      signingSecret: '8f742231b10e8888abcd99yyyzzz85a5',
      appToken: null,
      apiUrl: 'https://slack.com/api/',
      command: '/meet',
    },
    server: {
      port: 3000,
      host: '0.0.0.0',
      publicUrl: 'https://meet.acme.org',
      trustedProxyHops: 0,
      metricsPort: null,
      logLevel: 'info',
    },
    store: { database: { kind: 'file', folder: resolve('data') }, leaseSeconds: 45, retentionDays: 90 },
    rooms: {
      service: {
        kind: 'realtimekit',
        apiUrl: null,
        accountId: 'acc1',
        appId: 'app1',
        apiToken: 'cf-api-token',
      },
      isSimulated: false,
      hostPreset: 'group_call_host',
      guestPreset: 'group_call_participant',
      outsidePreset: 'group_call_participant',
    },
    secrets: { linkSecrets: [LINK_SECRET], encryptionKeys: [] },
    mail: { transport: null, guests: false, guestCode: false },
    meetings: {
      joinOpensMinutes: 10,
      hostOpensMinutes: 30,
      joinClosesMinutes: 15,
      returnMinutes: 60,
      waitForHost: 'guests',
      linkDevices: 'any',
      strangers: false,
      reminderMinutes: 10,
      defaultLengthMinutes: 30,
      confirmFromPeople: 10,
      undoSeconds: 30,
    },
    identity: { kind: 'link' },
    limits: { commandsPerMinute: 20, openMeetings: 200, guestMailsPerDay: 500 },
  } satisfies Config);
});

test('Sign in with Slack takes the client of the app', () => {
  const slack = { JOIN_IDENTITY: 'slack', SLACK_CLIENT_ID: '12.34', SLACK_CLIENT_SECRET: '0f3a9c4471be4d0c8a2e' };

  expect(configWith(slack).identity).toEqual({
    kind: 'slack',
    clientId: '12.34',
    clientSecret: '0f3a9c4471be4d0c8a2e',
  });
});

test('the settings cannot be changed at any depth', () => {
  const config = readConfig(enough);

  expect([config, config.rooms, config.rooms.service, config.secrets.linkSecrets].map(Object.isFrozen)).toEqual([
    true,
    true,
    true,
    true,
  ]);
});

test.each<[string, Environment, (config: Config) => unknown, unknown]>([
  ['a blank setting counts as unset', { PORT: ' ' }, (c) => c.server.port, 3000],
  ['blanks around a value are dropped', { PORT: ' 8080\r' }, (c) => c.server.port, 8080],
  ['a slash after the origin is dropped', { PUBLIC_URL: 'https://a.org/' }, (c) => c.server.publicUrl, 'https://a.org'],
  [
    'this machine may go without https',
    { PUBLIC_URL: 'http://localhost:3000' },
    (c) => c.server.publicUrl,
    'http://localhost:3000',
  ],
  ['so may its IPv6 address', { PUBLIC_URL: 'http://[::1]:3000' }, (c) => c.server.publicUrl, 'http://[::1]:3000'],
  [
    'a simulated Slack may be on this machine',
    { SLACK_API_URL: 'http://127.0.0.1:9/api/' },
    (c) => c.slack.apiUrl,
    'http://127.0.0.1:9/api/',
  ],
  [
    'a relative folder starts at the working directory',
    { DATABASE_URL: 'file:./x/y' },
    (c) => c.store.database,
    { kind: 'file', folder: resolve('x/y') },
  ],
  [
    'an absolute folder is taken as it is',
    { DATABASE_URL: 'file:/var/lib/convene' },
    (c) => c.store.database,
    { kind: 'file', folder: '/var/lib/convene' },
  ],
  [
    'a folder may be a whole URL',
    { DATABASE_URL: 'file:///var/a%20b' },
    (c) => c.store.database,
    { kind: 'file', folder: '/var/a b' },
  ],
  [
    'link secrets are listed new first',
    { LINK_SECRET: `${KEY}, ${LINK_SECRET}` },
    (c) => c.secrets.linkSecrets,
    [KEY, LINK_SECRET],
  ],
  ['an encryption key is kept', { ENCRYPTION_KEY: KEY }, (c) => c.secrets.encryptionKeys, [KEY]],
  [
    'encryption keys are listed new first',
    { ENCRYPTION_KEY: `${OTHER_KEY}, ${KEY}` },
    (c) => c.secrets.encryptionKeys,
    [OTHER_KEY, KEY],
  ],
  ['a token for Socket Mode is kept', { SLACK_APP_TOKEN: 'xapp-1-A1-2-c' }, (c) => c.slack.appToken, 'xapp-1-A1-2-c'],
  [
    'the client id of one workspace is for signing in',
    { JOIN_IDENTITY: 'slack', SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'c1ient5ecretc1ient5ecret' },
    (c) => c.slack.installed,
    { kind: 'token', botToken: 'xoxb-1-2-abc' },
  ],
  [
    'many workspaces may install the app',
    MANY,
    (c) => c.slack.installed,
    { kind: 'oauth', clientId: '1.2', clientSecret: 'c1ient5ecretc1ient5ecret', stateSecret: LINK_SECRET },
  ],
  ['guests from outside are as other guests', { GUEST_PRESET: 'mine' }, (c) => c.rooms.outsidePreset, 'mine'],
  ['or have a preset of their own', { OUTSIDE_PRESET: 'waiting room' }, (c) => c.rooms.outsidePreset, 'waiting room'],
  ['a link may let in its first device alone', { LINK_DEVICES: 'first' }, (c) => c.meetings.linkDevices, 'first'],
  ['people of other organizations may come', { STRANGERS: 'on' }, (c) => c.meetings.strangers, true],
  ['hosts never open later than the others', { JOIN_OPENS_MINUTES: '45' }, (c) => c.meetings.hostOpensMinutes, 45],
  ['nobody comes back less long than others come', { JOIN_CLOSES_MINUTES: '90' }, (c) => c.meetings.returnMinutes, 90],
  [
    'a rooms API on this machine is a simulator',
    { ROOMS_API_URL: 'http://127.0.0.1:9/v2' },
    (c) => c.rooms.isSimulated,
    true,
  ],
  ['a rooms API elsewhere is not', { ROOMS_API_URL: 'https://api.acme.org/v2/' }, (c) => c.rooms.isSimulated, false],
])('%s', (_, settings, part, expected) => {
  expect(part(configWith(settings))).toEqual(expected);
});

test.each([
  'mongodb://db',
  'mongodb://db:27017/convene',
  'mongodb://me:p%40ss@db1:27017,db2,[::1]:27019/convene?replicaSet=rs0&tls=true',
  'mongodb+srv://me:secret@cluster.example.mongodb.net/convene',
])('MongoDB may be at %s', (uri) => {
  expect(configWith({ DATABASE_URL: uri }).store.database).toEqual({ kind: 'mongodb', uri });
});

test.each<[string, Environment, Config['rooms']['service']]>([
  [
    'Dyte follows from its keys',
    { DYTE_ORG_ID: 'org', DYTE_API_KEY: 'k-1' },
    { kind: 'dyte', apiUrl: null, organizationId: 'org', apiKey: 'k-1' },
  ],
  ['simulated rooms need no credentials', { ROOMS: 'simulated' }, { kind: 'simulated', apiUrl: null }],
  [
    'a whole base needs neither account nor app',
    { ROOMS: 'realtimekit', CLOUDFLARE_API_TOKEN: 't-1', ROOMS_API_URL: 'http://127.0.0.1:9/kit/app/' },
    { kind: 'realtimekit', apiUrl: 'http://127.0.0.1:9/kit/app', accountId: '', appId: '', apiToken: 't-1' },
  ],
])('%s', (_, settings, service) => {
  expect(readConfig({ ...withoutRooms, ...settings }).rooms.service).toEqual(service);
});

test.each<[string, Environment, string[]]>([
  ['a user token', { SLACK_BOT_TOKEN: 'xoxp-1-2' }, ['SLACK_BOT_TOKEN']],
  ['a bot token for Socket Mode', { SLACK_APP_TOKEN: 'xoxb-1-2-abc' }, ['SLACK_APP_TOKEN']],
  ['a short state secret', { ...MANY, SLACK_STATE_SECRET: 'short' }, ['SLACK_STATE_SECRET']],
  ['a good new encryption key with a short old one', { ENCRYPTION_KEY: `${KEY},c2hvcnQ=` }, ['ENCRYPTION_KEY']],
  ['a masked token', { SLACK_BOT_TOKEN: 'xoxb-xxxxxxxx' }, ['SLACK_BOT_TOKEN']],
  ['a short signing secret', { SLACK_SIGNING_SECRET: 'short' }, ['SLACK_SIGNING_SECRET']],
  ['an API address without the slash', { SLACK_API_URL: 'https://slack.com/api' }, ['SLACK_API_URL']],
  ['an API address without https', { SLACK_API_URL: 'http://slack.com/api/' }, ['SLACK_API_URL']],
  ['a command without its slash', { SLACK_COMMAND: 'meet' }, ['SLACK_COMMAND']],
  ['a port out of range', { PORT: '65536' }, ['PORT']],
  ['a port in words', { PORT: 'http' }, ['PORT']],
  ['a fraction', { RETENTION_DAYS: '1.5' }, ['RETENTION_DAYS']],
  ['a public address without https', { PUBLIC_URL: 'http://meet.acme.org' }, ['PUBLIC_URL']],
  ['a public address that only begins like this machine', { PUBLIC_URL: 'http://127.0.0.1.acme.org' }, ['PUBLIC_URL']],
  ['a public address with a path', { PUBLIC_URL: 'https://acme.org/meet' }, ['PUBLIC_URL']],
  ['a public address with a password', { PUBLIC_URL: 'https://a:b@acme.org' }, ['PUBLIC_URL']],
  ['a log level of another kind', { LOG_LEVEL: 'verbose' }, ['LOG_LEVEL']],
  ['a folder on another host', { DATABASE_URL: 'file://host/data' }, ['DATABASE_URL']],
  ['a path without file:', { DATABASE_URL: './data' }, ['DATABASE_URL']],
  ['a database of another kind', { DATABASE_URL: 'postgres://db/convene' }, ['DATABASE_URL']],
  ['a MongoDB without a host', { DATABASE_URL: 'mongodb:///convene' }, ['DATABASE_URL']],
  ['a MongoDB password that is not escaped', { DATABASE_URL: 'mongodb://me:p@ss@db/convene' }, ['DATABASE_URL']],
  ['a seed list with a port', { DATABASE_URL: 'mongodb+srv://db.example.com:27017' }, ['DATABASE_URL']],
  ['a short link secret', { LINK_SECRET: 'x1'.repeat(15) }, ['LINK_SECRET']],
  ['one repeated character', { LINK_SECRET: 'a'.repeat(40) }, ['LINK_SECRET']],
  ['a good new link secret with a short old one', { LINK_SECRET: `${LINK_SECRET},short` }, ['LINK_SECRET']],
  ['an encryption key of 16 bytes', { ENCRYPTION_KEY: Buffer.alloc(16, 'ab').toString('base64') }, ['ENCRYPTION_KEY']],
  ['an encryption key of zeros', { ENCRYPTION_KEY: Buffer.alloc(32).toString('base64') }, ['ENCRYPTION_KEY']],
  ['credentials of two video services', { DYTE_ORG_ID: 'org', DYTE_API_KEY: 'k-1' }, ['ROOMS']],
  ['half the credentials of one', { REALTIMEKIT_APP_ID: '' }, ['REALTIMEKIT_APP_ID']],
  ['an app id that leaves its place in the address', { REALTIMEKIT_APP_ID: '../x' }, ['REALTIMEKIT_APP_ID']],
  ['a video service without https', { ROOMS_API_URL: 'http://api.acme.org/v2' }, ['ROOMS_API_URL']],
  [
    'hosts who open later than the others',
    { JOIN_OPENS_MINUTES: '20', HOST_OPENS_MINUTES: '10' },
    ['HOST_OPENS_MINUTES'],
  ],
  [
    'coming back for less long than coming at all',
    { JOIN_CLOSES_MINUTES: '30', RETURN_MINUTES: '20' },
    ['RETURN_MINUTES'],
  ],
  ['signing in with Slack without its app', { JOIN_IDENTITY: 'slack' }, ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET']],
  [
    'signing in with a sample secret',
    { JOIN_IDENTITY: 'slack', SLACK_CLIENT_ID: '12.34', SLACK_CLIENT_SECRET: 'your-client-secret' },
    ['SLACK_CLIENT_SECRET'],
  ],
])('%s is refused', (_, settings, names) => {
  expect(refusedNames(settings)).toEqual(names);
});

test('half of the settings for many workspaces is told as what is missing', () => {
  const half = { SLACK_BOT_TOKEN: '', SLACK_CLIENT_ID: '1.2' };

  expect(refusal({ ...enough, ...half }).message).toBe(`Convene cannot start with these settings:
  SLACK_CLIENT_SECRET is not set; expected the client secret of the app, 16 characters or more, no sample value
  SLACK_STATE_SECRET is not set; expected a random secret of 32 characters or more, no sample value
  ENCRYPTION_KEY is not set; expected the base64 of 32 random bytes (or the new key, a comma and the old one), no sample value`);
});

test('settings for one workspace and for many are told to be at odds', () => {
  expect(refusal({ ...enough, ...MANY, SLACK_BOT_TOKEN: 'xoxb-1-2-abc' }).message).toBe(
    'Convene cannot start with these settings:\n  SLACK_BOT_TOKEN is not valid; expected nothing, since SLACK_CLIENT_ID and the like are for many workspaces',
  );
});

test('all faults are told at once, and the sandbox where there is nothing of Slack', () => {
  expect(refusal({ PORT: 'x', LEASE_SECONDS: '0' }).message).toBe(`Convene cannot start with these settings:
  SLACK_BOT_TOKEN is not set; expected the bot token of the app, which begins with xoxb-, no sample value
  SLACK_SIGNING_SECRET is not set; expected the signing secret of the app, 16 characters or more, no sample value
  PORT is not valid; expected a whole number from 0 to 65535
  PUBLIC_URL is not set; expected an https address without a path (http only on this machine: browsers give no camera to other pages)
  LEASE_SECONDS is not valid; expected a whole number from 1 to 3600
  ROOMS is not set; expected the credentials of a video service (CLOUDFLARE_ACCOUNT_ID, CLOUDFLARE_API_TOKEN, REALTIMEKIT_APP_ID or DYTE_ORG_ID, DYTE_API_KEY), or none at all with npm run sandbox
  LINK_SECRET is not set; expected a random secret of 32 characters or more (or the new one, a comma and the old one), no sample value
To try everything without any account, run: npm run sandbox`);
});

test('no value is ever told', () => {
  const canaries = Object.fromEntries(knownSettings().map((name) => [name, 'canary\u0001']));
  const { message, stack, faults } = refusal(canaries);

  const unread = ['DYTE_API_KEY', 'DYTE_ORG_ID'];
  expect(faults.map(({ name }) => name).sort()).toEqual(knownSettings().filter((name) => !unread.includes(name)));
  expect(`${message}${stack}${JSON.stringify(faults)}`).not.toContain('canary');
});
