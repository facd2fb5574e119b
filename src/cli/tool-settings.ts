import { existsSync } from 'node:fs';
import { type MeetingSettings, readMeetingSettings } from '../config/meetings.ts';
import { SettingsReader } from '../config/settings-reader.ts';
import { readStoreSettings, type StoreSettings } from '../config/store.ts';

/** The settings of tools that work on the store. @throws InvalidSettings */
export function toolSettings(): { readonly store: StoreSettings; readonly meetings: MeetingSettings } {
  return settingsOf((settings) => ({ store: readStoreSettings(settings), meetings: readMeetingSettings(settings) }));
}

/**
 * The settings that a tool needs and no others, so that it runs without those of Slack. Those of `.env` count where the
 * environment has none.
 *
 * @throws InvalidSettings
 */
export function settingsOf<T>(read: (settings: SettingsReader) => T): T {
  if (existsSync('.env')) process.loadEnvFile('.env');
  // biome-ignore lint/style/noProcessEnv: a tool hands the environment to its one reader
  const settings = new SettingsReader(process.env);
  const values = read(settings);
  settings.finish(null);
  return values;
}
