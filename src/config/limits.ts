import { wholeNumber } from './formats.ts';
import type { SettingsReader } from './settings-reader.ts';

export interface LimitSettings {
  /** Of one person; a workspace may give ten times as many. */
  readonly commandsPerMinute: number;
  /** Of one organizer; a workspace may have fifty times as many. */
  readonly openMeetings: number;
  /** Invitations of one workspace. */
  readonly guestMailsPerDay: number;
}

export function readLimitSettings(settings: SettingsReader): LimitSettings {
  return {
    commandsPerMinute: settings.optional('COMMANDS_PER_MINUTE', wholeNumber(1, 10_000)) ?? 20,
    openMeetings: settings.optional('OPEN_MEETINGS', wholeNumber(1, 10_000)) ?? 200,
    guestMailsPerDay: settings.optional('GUEST_MAILS_PER_DAY', wholeNumber(1, 1_000_000)) ?? 500,
  };
}
