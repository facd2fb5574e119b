import { missingPresets, type Presets, presetNames } from '../../domain/preset.ts';
import { type RoomService, RoomServiceFault } from '../../ports/rooms.ts';
import { bad, type Check, good } from '../doctor.ts';

/** Whether the video service answers, and knows the presets of the settings. */
export function checkPresets(roomService: Pick<RoomService, 'listPresets'>, presets: Presets): Check {
  const about = 'Video service';
  return {
    about,
    async look() {
      try {
        const known = await roomService.listPresets();
        const missing = missingPresets(presets, known);
        if (missing.length === 0) return [good(about, `answers, and knows ${list(presetNames(presets))}`)];
        const fix =
          'Set HOST_PRESET, GUEST_PRESET and OUTSIDE_PRESET to presets that its dashboard shows, or create these there.';
        return [bad(about, `has no preset ${missing.join(', ')}`, fix)];
      } catch (error) {
        if (!(error instanceof RoomServiceFault)) throw error;
        const fix = 'Check the credentials of the video service in the settings, and its status page.';
        return [bad(about, `does not tell its presets: ${error.kind}`, fix)];
      }
    },
  };
}

/** `a, b and c` */
function list(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(names);
}
