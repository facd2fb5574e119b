import { oneOf, onOff, wholeNumber } from './formats.ts';
import type { SettingsReader } from './settings-reader.ts';

export interface MeetingSettings {
  readonly joinOpensMinutes: number;
  readonly hostOpensMinutes: number;
  /** After the end. */
  readonly joinClosesMinutes: number;
  /** How long after the end somebody who was in the room may come back. */
  readonly returnMinutes: number;
  /** Who waits until a host is there. */
  readonly waitForHost: 'nobody' | 'guests' | 'everyone';
  /** Who comes in where a link is used on more than one device. */
  readonly linkDevices: 'any' | 'newest' | 'first';
  /** People of other organizations, in channels that are shared with them, may be invited. */
  readonly strangers: boolean;
  /** Before the start; 0 for no reminders. */
  readonly reminderMinutes: number;
  readonly defaultLengthMinutes: number;
  /** From this many people on, nothing is sent before the organizer has seen a preview. */
  readonly confirmFromPeople: number;
  readonly undoSeconds: number;
}

const MINUTES_OF_A_DAY = 1440;

export function readMeetingSettings(settings: SettingsReader): MeetingSettings {
  const upToADay = wholeNumber(0, MINUTES_OF_A_DAY);
  const joinOpensMinutes = settings.optional('JOIN_OPENS_MINUTES', upToADay) ?? 10;
  const joinClosesMinutes = settings.optional('JOIN_CLOSES_MINUTES', upToADay) ?? 15;
  return {
    joinOpensMinutes,
    hostOpensMinutes:
      settings.optional('HOST_OPENS_MINUTES', wholeNumber(joinOpensMinutes, MINUTES_OF_A_DAY)) ??
      Math.max(30, joinOpensMinutes),
    joinClosesMinutes,
    // The room closes with the last of these, so nobody may be let in later than those who come back.
    returnMinutes:
      settings.optional('RETURN_MINUTES', wholeNumber(joinClosesMinutes, MINUTES_OF_A_DAY)) ??
      Math.max(60, joinClosesMinutes),
    waitForHost: settings.optional('WAIT_FOR_HOST', oneOf('nobody', 'guests', 'everyone')) ?? 'guests',
    linkDevices: settings.optional('LINK_DEVICES', oneOf('any', 'newest', 'first')) ?? 'any',
    strangers: settings.optional('STRANGERS', onOff) ?? false,
    reminderMinutes: settings.optional('REMINDER_MINUTES', upToADay) ?? 10,
    defaultLengthMinutes: settings.optional('DEFAULT_LENGTH_MINUTES', wholeNumber(5, MINUTES_OF_A_DAY)) ?? 30,
    confirmFromPeople: settings.optional('CONFIRM_FROM_PEOPLE', wholeNumber(1, 1000)) ?? 10,
    undoSeconds: settings.optional('UNDO_SECONDS', wholeNumber(0, 600)) ?? 30,
  };
}
