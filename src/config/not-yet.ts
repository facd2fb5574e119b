import type { SettingsReader } from './settings-reader.ts';

/** Settings of features that this version lacks. They stop the start: ignoring them would fail silently. */
const NOT_YET: readonly { name: string; feature: string; asks: RegExp }[] = [
  { name: 'SLACK_CLIENT_ID', feature: 'installing in many workspaces (OAuth)', asks: /./ },
  { name: 'SLACK_CLIENT_SECRET', feature: 'installing in many workspaces (OAuth)', asks: /./ },
  { name: 'SLACK_STATE_SECRET', feature: 'installing in many workspaces (OAuth)', asks: /./ },
  { name: 'SLACK_APP_TOKEN', feature: 'Socket Mode', asks: /./ },
  { name: 'DATABASE_URL', feature: 'MongoDB', asks: /^mongodb(?:\+srv)?:/ },
];

export function refuseWhatIsNotYet(settings: SettingsReader): void {
  for (const { name, feature, asks } of NOT_YET) {
    if (asks.test(settings.text(name) ?? '')) settings.fault({ name, kind: 'not-yet', expected: feature });
  }
}
