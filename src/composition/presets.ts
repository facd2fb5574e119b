import type { RoomsSettings } from '../config/rooms.ts';
import type { Presets } from '../domain/preset.ts';

/** The settings, as the door reads them. */
export function presetsOf({ hostPreset, guestPreset, outsidePreset }: RoomsSettings): Presets {
  return { host: hostPreset, guest: guestPreset, outside: outsidePreset };
}
