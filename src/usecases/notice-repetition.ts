import { createHash } from 'node:crypto';
import type { MeetingId, SlackUserId, WorkspaceId } from '../domain/ids.ts';
import type { Clock } from '../ports/clock.ts';
import type { Seen } from '../store/seen.ts';

/** What somebody typed, and the meeting that it makes. */
export interface TypedMeeting {
  readonly workspace: WorkspaceId;
  readonly organizer: SlackUserId;
  readonly channel: string | null;
  readonly text: string;
  readonly meeting: MeetingId;
}

/** Tells whether somebody has just typed the same for another meeting: sent twice in haste, or meant twice. */
export interface NoticeRepetition {
  notice(typed: TypedMeeting): Promise<boolean>;
  /** Nothing came of it, so the next one is the first. */
  forget(typed: TypedMeeting): Promise<void>;
}

const JUST_NOW = { seconds: 10 };

export function makeNoticeRepetition(deps: {
  readonly seen: Pick<Seen, 'noteBy' | 'forgetBy'>;
  readonly clock: Clock;
}): NoticeRepetition {
  const { seen, clock } = deps;
  return {
    async notice(typed) {
      const now = clock.now();
      return !(await seen.noteBy('typed', idOf(typed), typed.meeting, now, now.plus(JUST_NOW)));
    },
    forget: (typed) => seen.forgetBy('typed', idOf(typed), typed.meeting),
  };
}

/** A digest, since what people type is not kept. */
function idOf({ workspace, organizer, channel, text }: TypedMeeting): string {
  const words = text.trim().replace(/\s+/gu, ' ');
  return createHash('sha256')
    .update(JSON.stringify([workspace, organizer, channel, words]))
    .digest('base64url');
}
