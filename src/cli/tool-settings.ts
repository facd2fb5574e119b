import { existsSync } from 'node:fs';
import { type MeetingSettings, readMeetingSettings } from '../config/meetings.ts';
import { SettingsReader } from '../config/settings-reader.ts';
import { readStoreSettings, type StoreSettings } from '../config/store.ts';

/**
 * The settings that tools need, so that they run without those of Slack. Those of `.env` count where the environment has
 * none.
 *
 * @throws InvalidSettings
 */
export function toolSettings(): { readonly store: StoreSettings; readonly meetings: MeetingSettings } {
  if (existsSync('.env')) process.loadEnvFile('.env');
  // biome-ignore lint/style/noProcessEnv: a tool hands the environment to its one reader
  const settings = new SettingsReader(process.env);
  const read = { store: readStoreSettings(settings), meetings: readMeetingSettings(settings) };
  settings.finish(null);
  return read;
}
