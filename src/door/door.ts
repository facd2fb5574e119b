import type { AnswerAtDoor } from '../usecases/answer-at-door.ts';
import type { EnterMeeting } from '../usecases/enter-meeting.ts';
import type { FetchInviteFile } from '../usecases/fetch-invite-file.ts';
import type { LookAtDoor } from '../usecases/look-at-door.ts';

/**
 * What the join page asks of the product. A link is the last part of `/j/<link>` as it came, not yet trusted.
 * Every method may throw `StoreUnavailable`; anything else thrown is a bug.
 */
export interface Door {
  /** Whether we made this link, told without reading anything; its meeting may be gone. */
  isGenuine(link: string): boolean;
  readonly look: LookAtDoor;
  /** These two have effects, and no other. */
  readonly enter: EnterMeeting;
  readonly answer: AnswerAtDoor;
  readonly inviteFile: FetchInviteFile;
}
