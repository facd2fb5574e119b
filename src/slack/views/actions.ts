import type { DateTime } from 'luxon';
import type { MeetingId } from '../../domain/ids.ts';
import type { PartStat } from '../../domain/seat.ts';

/** What a press on a card or on a private answer asks for. Rights are checked of who presses, by the use case. */
export const EDIT_MEETING = 'edit_meeting';
export const MOVE_MEETING = 'move_meeting';
export const CANCEL_MEETING = 'cancel_meeting';
export const MANAGE_PEOPLE = 'manage_people';
export const EXTEND_MEETING = 'extend_meeting';
export const END_MEETING = 'end_meeting';
export const HAND_OVER = 'hand_over';
export const UNDO_MEETING = 'undo_meeting';
export const RESEND_UNREACHED = 'resend_unreached';
export const SNOOZE_REMINDER = 'snooze_reminder';
export const REPLACE_LINK = 'replace_link';
export const PROPOSE_TIME = 'propose_time';
export const GET_MY_LINK = 'get_my_link';
export const GET_RECORDINGS = 'get_recordings';
/** The overflow menu of a card; the chosen option's value begins with the action that it stands for. */
export const MORE_OF_MEETING = 'more_of_meeting';

export const ANSWERS: Readonly<Record<string, PartStat>> = {
  answer_accept: 'ACCEPTED',
  answer_maybe: 'TENTATIVE',
  answer_decline: 'DECLINED',
};

/** Whom and what a press is about. A hint only: everything is read anew when somebody presses. */
export interface PressValue {
  readonly meeting: MeetingId;
  /** The run that the button stood under, or `series`; null where the meeting as a whole is meant. */
  readonly occurrence: string | null;
  /** The start that was shown, in seconds since 1970: somebody who answers has read this one. */
  readonly startsAtSeconds: number | null;
}

/** `<meeting>`, `<meeting> <occurrence>` or `<meeting> <occurrence> <start>`. */
export function pressValue(meeting: MeetingId, occurrence?: string, startsAt?: DateTime): string {
  return [meeting, occurrence, startsAt?.toUnixInteger()].filter((part) => part !== undefined).join(' ');
}

/** Null for a value that none of ours has. */
export function readPressValue(value: string): PressValue | null {
  const [, meeting, occurrence = null, seconds] = VALUE.exec(value) ?? [];
  if (!meeting) return null;
  return { meeting: meeting as MeetingId, occurrence, startsAtSeconds: seconds ? Number(seconds) : null };
}

const VALUE = /^([\w-]{22})(?: (once|series|\d{8}T\d{6}Z)(?: (\d{1,11}))?)?$/;

export function menuValue(action: string, ...value: Parameters<typeof pressValue>): string {
  return `${action} ${pressValue(...value)}`;
}

/** Which action an option of the overflow menu stands for. */
export function readMenuValue(value: string): (PressValue & { readonly action: string }) | null {
  const [, action = '', rest = ''] = /^([a-z_]+) (.*)$/.exec(value) ?? [];
  const press = readPressValue(rest);
  return press && { action, ...press };
}
