import { type Invitee, isOutsider } from './invitee.ts';

/** The video service's sets of permissions, by who gets them. */
export interface Presets {
  readonly host: string;
  readonly guest: string;
  /** For who comes from outside the workspace, and is no host: it may have a waiting room. */
  readonly outside: string;
}

export function presetFor({ role, user }: Pick<Invitee, 'role' | 'user'>, presets: Presets): string {
  if (role === 'host') return presets.host;
  return isOutsider({ user }) ? presets.outside : presets.guest;
}

/** Each once. */
export function presetNames({ host, guest, outside }: Presets): string[] {
  return [...new Set([host, guest, outside])];
}

/** The configured presets that the video service does not have: with one of these nobody could join. */
export function missingPresets(presets: Presets, existing: readonly string[]): string[] {
  return presetNames(presets).filter((name) => !existing.includes(name));
}
