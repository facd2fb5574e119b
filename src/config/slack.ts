import { apiFolder } from './addresses.ts';
import { matching, secret } from './formats.ts';
import type { SettingsReader } from './settings-reader.ts';

export interface SlackSettings {
  readonly installed: InstalledBy;
  readonly signingSecret: string;
  /** With it requests come over Socket Mode, besides those over HTTP. */
  readonly appToken: string | null;
  /** Ends in a slash. */
  readonly apiUrl: string;
  /** With its slash, such as `/meet`. */
  readonly command: string;
}

/** Where the app is: in one workspace whose token is given, or wherever somebody installs it. */
export type InstalledBy = { readonly kind: 'token'; readonly botToken: string } | OAuthSettings;

export interface OAuthSettings {
  readonly kind: 'oauth';
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
}

export function readSlackSettings(settings: SettingsReader): SlackSettings {
  return {
    installed: readInstalledBy(settings),
    signingSecret: settings.required(
      'SLACK_SIGNING_SECRET',
      secret(/^\S{16,}$/, 'the signing secret of the app, 16 characters or more'),
    ),
    appToken: settings.optional(
      'SLACK_APP_TOKEN',
      secret(/^xapp-[\w-]+$/, 'an app-level token with the scope connections:write, which begins with xapp-'),
    ),
    apiUrl: settings.optional('SLACK_API_URL', apiFolder) ?? 'https://slack.com/api/',
    command:
      settings.optional(
        'SLACK_COMMAND',
        matching(/^\/[a-z0-9_-]{1,31}$/, 'a slash and up to 31 small letters, digits, - or _'),
      ) ?? '/meet',
  };
}

const OF_OAUTH = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'];
const BOT_TOKEN = secret(/^xoxb-[\w-]+$/, 'the bot token of the app, which begins with xoxb-');

/** One way or the other: half of the second, or both, would leave it open whose token is used. */
function readInstalledBy(settings: SettingsReader): InstalledBy {
  const isSet = (name: string) => settings.text(name) !== null;
  if (!OF_OAUTH.some(isSet)) return { kind: 'token', botToken: settings.required('SLACK_BOT_TOKEN', BOT_TOKEN) };
  if (isSet('SLACK_BOT_TOKEN')) {
    // The app of one workspace has a client id too, which people sign in with.
    const signsIn = settings.text('JOIN_IDENTITY') === 'slack' && !isSet('SLACK_STATE_SECRET');
    if (signsIn) return { kind: 'token', botToken: settings.required('SLACK_BOT_TOKEN', BOT_TOKEN) };
    settings.fault({
      name: 'SLACK_BOT_TOKEN',
      kind: 'invalid',
      expected: 'nothing, since SLACK_CLIENT_ID and the like are for many workspaces',
    });
  }
  return {
    kind: 'oauth',
    clientId: settings.required('SLACK_CLIENT_ID', matching(/^\d+\.\d+$/, 'the client id of the app, such as 12.34')),
    clientSecret: settings.required(
      'SLACK_CLIENT_SECRET',
      secret(/^\S{16,}$/, 'the client secret of the app, 16 characters or more'),
    ),
    stateSecret: settings.required(
      'SLACK_STATE_SECRET',
      secret(/^\S{32,}$/, 'a random secret of 32 characters or more'),
    ),
  };
}

export function hasSlackCredentials(settings: SettingsReader): boolean {
  return ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', ...OF_OAUTH].some((name) => settings.text(name) !== null);
}
