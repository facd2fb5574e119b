import { type IdentitySettings, readIdentitySettings } from './config/identity.ts';
import { type LimitSettings, readLimitSettings } from './config/limits.ts';
import { type MailSettings, readMailSettings } from './config/mail.ts';
import { type MeetingSettings, readMeetingSettings } from './config/meetings.ts';
import { type RoomsSettings, readRoomsSettings } from './config/rooms.ts';
import { readSecretSettings, type SecretSettings } from './config/secrets.ts';
import { readServerSettings, type ServerSettings } from './config/server.ts';
import { type Environment, SettingsReader } from './config/settings-reader.ts';
import { hasSlackCredentials, readSlackSettings, type SlackSettings } from './config/slack.ts';
import { readStoreSettings, type StoreSettings } from './config/store.ts';

export interface Config {
  readonly slack: SlackSettings;
  readonly server: ServerSettings;
  readonly store: StoreSettings;
  readonly rooms: RoomsSettings;
  readonly secrets: SecretSettings;
  readonly mail: MailSettings;
  readonly meetings: MeetingSettings;
  readonly identity: IdentitySettings;
  readonly limits: LimitSettings;
}

const SANDBOX_HINT = 'To try everything without any account, run: npm run sandbox';

/**
 * Every setting, checked and frozen; `.env.example` explains them.
 *
 * @throws InvalidSettings naming all missing and bad ones at once, never their values
 */
export function readConfig(environment: Environment): Config {
  const settings = new SettingsReader(environment);
  const slack = readSlackSettings(settings);
  const config = {
    slack,
    server: readServerSettings(settings),
    store: readStoreSettings(settings),
    rooms: readRoomsSettings(settings),
    secrets: readSecretSettings(settings, slack.installed.kind === 'oauth'),
    mail: readMailSettings(settings),
    meetings: readMeetingSettings(settings),
    identity: readIdentitySettings(settings),
    limits: readLimitSettings(settings),
  };
  settings.finish(hasSlackCredentials(settings) ? null : SANDBOX_HINT);
  return deepFreeze(config);
}

function deepFreeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) {
    if (typeof part === 'object' && part !== null) deepFreeze(part);
  }
  return Object.freeze(value);
}
