import { apiFolder } from './addresses.ts';
import { matching, secret } from './formats.ts';
import type { SettingsReader } from './settings-reader.ts';

export interface SlackSettings {
  readonly botToken: string;
  readonly signingSecret: string;
  /** Ends in a slash. */
  readonly apiUrl: string;
  /** With its slash, such as `/meet`. */
  readonly command: string;
}

export function readSlackSettings(settings: SettingsReader): SlackSettings {
  return {
    botToken: settings.required(
      'SLACK_BOT_TOKEN',
      secret(/^xoxb-[\w-]+$/, 'the bot token of the app, which begins with xoxb-'),
    ),
    signingSecret: settings.required(
      'SLACK_SIGNING_SECRET',
      secret(/^\S{16,}$/, 'the signing secret of the app, 16 characters or more'),
    ),
    apiUrl: settings.optional('SLACK_API_URL', apiFolder) ?? 'https://slack.com/api/',
    command:
      settings.optional(
        'SLACK_COMMAND',
        matching(/^\/[a-z0-9_-]{1,31}$/, 'a slash and up to 31 small letters, digits, - or _'),
      ) ?? '/meet',
  };
}

export function hasSlackCredentials(settings: SettingsReader): boolean {
  return ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_CLIENT_ID'].some((name) => settings.text(name) !== null);
}
