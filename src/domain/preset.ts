/** The video service's sets of permissions, by the role that gets them. */
export interface Presets {
  readonly host: string;
  readonly guest: string;
}

export function presetFor(role: keyof Presets, presets: Presets): string {
  return presets[role];
}

/** The configured presets that the video service does not have, each once: with one of these nobody could join. */
export function missingPresets(presets: Presets, existing: readonly string[]): string[] {
  return [...new Set([presets.host, presets.guest])].filter((name) => !existing.includes(name));
}
