import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { ABOUT_MESSAGE_SHORTCUT, SCHEDULE_SHORTCUT } from '../src/slack/listeners/form/form-openers.ts';
import { configWith } from './support/settings.ts';

const source = readFileSync('manifest.yml', 'utf8');

/** As far as it is looked at here; Slack's own schema is app-manifest 1.0.0. */
interface Manifest {
  _metadata: { major_version: number };
  display_information: Record<'name' | 'description' | 'long_description' | 'background_color', string>;
  features: {
    app_home: Record<string, boolean>;
    bot_user: { display_name: string; always_online: boolean };
    slash_commands: Record<string, string | boolean>[];
    shortcuts: Record<string, string>[];
  };
  oauth_config: { scopes: { bot: string[]; bot_optional: string[] } };
  settings: { interactivity: { is_enabled: boolean; request_url: string } } & Record<string, unknown>;
}

const manifest = parse(source) as Manifest;
const { display_information, features, oauth_config, settings } = manifest;
const REQUEST_URL = 'https://meet.example.com/slack/events';

test.each([
  ['name', 1, 35],
  ['description', 1, 140],
  ['long_description', 175, 4000],
] as const)('the %s has %i to %i characters', (field, least, most) => {
  const { length } = display_information[field];

  expect(length >= least && length <= most).toBe(true);
});

test('the background is a colour in six digits', () => {
  expect(display_information.background_color).toMatch(/^#[0-9a-f]{6}$/);
});

test('the manifest holds the features that there are, and no others', () => {
  const shape = (value: object) => Object.keys(value).sort();

  expect({
    top: shape(manifest),
    version: manifest._metadata.major_version,
    features: shape(features),
    oauth: shape(oauth_config),
    settings,
  }).toEqual({
    top: ['_metadata', 'display_information', 'features', 'oauth_config', 'settings'],
    version: 1,
    features: ['app_home', 'bot_user', 'shortcuts', 'slash_commands'],
    oauth: ['scopes'],
    settings: {
      interactivity: { is_enabled: true, request_url: REQUEST_URL },
      org_deploy_enabled: false,
      socket_mode_enabled: false,
      token_rotation_enabled: false,
    },
  });
});

test('people can be written to, but have nothing to answer in the messages tab', () => {
  expect(features.app_home).toEqual({
    home_tab_enabled: false,
    messages_tab_enabled: true,
    messages_tab_read_only_enabled: true,
  });
});

test('the command is the one that the app answers by default, with ids in place of names', () => {
  expect(features.slash_commands).toEqual([
    {
      command: configWith({}).slack.command,
      url: REQUEST_URL,
      description: expect.stringMatching(/^.{1,2000}$/),
      usage_hint: expect.stringMatching(/^.{1,1000}$/),
      should_escape: true,
    },
  ]);
});

test('the shortcuts are those that the app answers, with names that Slack takes', () => {
  const { shortcuts } = features;

  expect(shortcuts.map(({ type, callback_id }) => [type, callback_id])).toEqual([
    ['global', SCHEDULE_SHORTCUT],
    ['message', ABOUT_MESSAGE_SHORTCUT],
  ]);
  expect(shortcuts.filter(({ name = '' }) => name.length > 24)).toEqual([]);
});

test('the bot has a name of at most 80 small letters, digits, dots, dashes and underscores', () => {
  expect(features.bot_user.display_name).toMatch(/^[a-z0-9._-]{1,80}$/);
});

test('the app asks for these scopes, each with its reason', () => {
  const reasons = [...source.matchAll(/^ {6}- ([a-z.:]+) # \S.{3,}$/gm)].map(([, scope]) => scope);
  const { bot, bot_optional } = oauth_config.scopes;

  expect({ bot, bot_optional }).toEqual({
    bot: ['commands', 'chat:write', 'im:write', 'users:read', 'files:write'],
    bot_optional: ['im:history', 'files:read', 'usergroups:read', 'channels:read', 'groups:read'],
  });
  expect(reasons).toEqual([...bot, ...bot_optional]);
});
