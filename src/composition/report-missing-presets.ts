import type { Logger } from 'pino';
import type { RoomsSettings } from '../config/rooms.ts';
import { missingPresets } from '../domain/preset.ts';
import { type RoomService, RoomServiceFault } from '../ports/rooms.ts';
import { presetsOf } from './presets.ts';

/** A preset with a wrong name would otherwise show only when somebody joins, so the log names it at the start. */
export async function reportMissingPresets(
  roomService: RoomService,
  rooms: RoomsSettings,
  log: Pick<Logger, 'error' | 'warn'>,
): Promise<void> {
  try {
    const missing = missingPresets(presetsOf(rooms), await roomService.listPresets());
    if (missing.length > 0)
      log.error(
        { missing },
        'the video service has no such preset: check HOST_PRESET, GUEST_PRESET and OUTSIDE_PRESET',
      );
  } catch (error) {
    const fault = error instanceof RoomServiceFault ? error.kind : error;
    log.warn({ fault }, 'the video service did not tell its presets; meetings wait for their rooms');
  }
}
