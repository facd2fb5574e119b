import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { manifestText } from '../src/cli/manifest-text.ts';
import { MANIFEST_SCOPES } from '../src/sandbox/slack-simulator/seed.ts';
import { OPTIONAL_SCOPES, REQUIRED_SCOPES } from '../src/slack/scopes.ts';
import { MANIFEST_SCHEMA } from './support/manifest-schema.ts';
import { runTool } from './support/run-tool.ts';
import { configWith } from './support/settings.ts';

interface Manifest {
  features: Record<string, unknown> & { bot_user: { display_name: string } };
  oauth_config: { redirect_urls: string[]; scopes: { bot: string[]; bot_optional: string[] } };
  settings: Record<string, unknown>;
}

const source = readFileSync('manifest.yml', 'utf8');
const URL = 'https://meet.acme.org';
const EVENTS = `${URL}/slack/events`;
const made = (isSocket: boolean, rotates = false) => manifestText(source, { url: URL, isSocket, rotates });
const http = parse(made(false)) as Manifest;
const socket = parse(made(true)) as Manifest;
const bot_events = ['app_home_opened', 'app_uninstalled', 'tokens_revoked', 'user_change'];

describe.each([
  ['as it stands in the repository', source],
  ['over HTTP', made(false)],
  ['over a socket', made(true)],
  ['with tokens that rotate', made(false, true)],
])('the manifest %s', (_, text) => {
  test('fits the schema', () => {
    const validate = new Ajv({ allErrors: true }).compile(MANIFEST_SCHEMA);
    validate(parse(text));

    expect(validate.errors ?? []).toEqual([]);
  });

  test('gives a reason for each scope and each event', () => {
    const reasons = [...text.matchAll(/^ {6}- ([a-z_.:]+) # \S.{3,}$/gm)].map(([, what]) => what);

    expect(reasons).toEqual([...REQUIRED_SCOPES, ...OPTIONAL_SCOPES, ...bot_events]);
  });
});

test('the schema finds what Slack would refuse', () => {
  const validate = new Ajv({ allErrors: true }).compile(MANIFEST_SCHEMA);

  expect(validate({ ...http, settings: { ...http.settings, socket_mode: true } })).toBe(false);
  expect(validate({ ...http, display_information: { name: 'x'.repeat(36) } })).toBe(false);
});

test('the app asks for exactly what the program asks for when it is installed, and the simulator grants', () => {
  const { bot, bot_optional } = http.oauth_config.scopes;

  expect({ bot, bot_optional }).toEqual({ bot: REQUIRED_SCOPES, bot_optional: OPTIONAL_SCOPES });
  expect([...bot, ...bot_optional].sort()).toEqual([...MANIFEST_SCOPES].sort());
});

test('every address is of the server, over HTTP', () => {
  expect(http.settings).toEqual({
    event_subscriptions: { request_url: EVENTS, bot_events },
    interactivity: { is_enabled: true, request_url: EVENTS },
    org_deploy_enabled: true,
    socket_mode_enabled: false,
    token_rotation_enabled: false,
  });
  expect(http.oauth_config.redirect_urls).toEqual([`${URL}/slack/oauth_redirect`, `${URL}/auth/slack/callback`]);
  expect(made(false)).not.toContain('example.com');
});

test('over a socket Slack is given no address to send to', () => {
  expect(socket.settings).toMatchObject({
    event_subscriptions: { bot_events },
    interactivity: { is_enabled: true },
    socket_mode_enabled: true,
  });
  expect(made(true)).not.toContain('/slack/events');
});

test('the features are these, and the command is the one that the app answers by default', () => {
  expect(http.features).toMatchObject({
    app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: true },
    slash_commands: [{ command: configWith({}).slack.command, url: EVENTS, should_escape: true }],
    shortcuts: [
      { type: 'global', callback_id: 'schedule_meeting' },
      { type: 'message', callback_id: 'meet_about_message' },
    ],
  });
  expect(http.features.bot_user.display_name).toMatch(/^[a-z0-9._-]{1,80}$/);
});

test.each([
  [['--url', URL], made(false)],
  [['--url', `${URL}/`, '--socket', '--rotation'], made(true, true)],
])('the tool prints it for %j', async (args, text) => {
  const { code, stdout } = await runTool('manifest', args, {});

  expect([code, stdout]).toEqual([0, `${text}\n`]);
});

test.each([[[]], [['--url', 'http://meet.acme.org']], [['--url', `${URL}/path`]]])(
  'the tool says what it needs for %j',
  async (args) => {
    const { code, stderr } = await runTool('manifest', args, {});

    expect([code, stderr]).toEqual([2, expect.stringContaining('--url is needed')]);
  },
);
