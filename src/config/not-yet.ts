import type { SettingsReader } from './settings-reader.ts';

/** Settings of features that this version lacks. They stop the start: ignoring them would fail silently. */
const NOT_YET: readonly { name: string; feature: string; exceptFor?: string }[] = [
  { name: 'SLACK_CLIENT_ID', feature: 'installing in many workspaces (OAuth)', exceptFor: 'slack' },
  { name: 'SLACK_CLIENT_SECRET', feature: 'installing in many workspaces (OAuth)', exceptFor: 'slack' },
  { name: 'SLACK_STATE_SECRET', feature: 'installing in many workspaces (OAuth)' },
  { name: 'SLACK_APP_TOKEN', feature: 'Socket Mode' },
];

export function refuseWhatIsNotYet(settings: SettingsReader): void {
  const identity = settings.text('JOIN_IDENTITY');
  for (const { name, feature, exceptFor } of NOT_YET) {
    if (settings.text(name) !== null && (exceptFor === undefined || identity !== exceptFor))
      settings.fault({ name, kind: 'not-yet', expected: feature });
  }
}
