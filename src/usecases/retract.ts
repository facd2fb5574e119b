import type { DoorRules } from '../domain/access.ts';
import { cardOf } from '../domain/card.ts';
import { showingOf } from '../domain/card-occurrence.ts';
import { channelCardOf } from '../domain/channel-card.ts';
import type { InviteeId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import { hasAnything } from '../domain/plan/retractions.ts';
import type { PostedMessage, Seat } from '../domain/seat.ts';
import type { Clock } from '../ports/clock.ts';
import type { Message, Messenger } from '../ports/messenger.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Seats } from '../store/seats.ts';
import { personOf, readerOf } from './look-at-card.ts';
import type { PerformDelivery } from './perform-delivery.ts';
import { reminderRemoval } from './reminder-removal.ts';
import { type Removal, removeOrEmpty, type TakeOut } from './take-out.ts';

/** Removes what one person was sent of a meeting that was taken back, the card with its join button first. */
export function makeRetract(deps: {
  readonly meetings: Pick<Meetings, 'find'>;
  readonly seats: Pick<Seats, 'get'>;
  readonly messenger: Messenger;
  readonly takeOut: TakeOut;
  readonly rules: DoorRules;
  readonly clock: Clock;
}): PerformDelivery {
  const { meetings, seats, messenger, takeOut, rules, clock } = deps;

  return async (delivery, stillMine) => {
    const meeting = await meetings.find(delivery.meeting);
    const { invitee, occurrence } = delivery;
    if (!invitee || meeting?.status !== 'withdrawn') return { kind: 'dropped', reason: 'not taken back' };
    const seat = await seats.get(meeting.id, occurrence, invitee);
    if (!hasAnything(seat)) return { kind: 'dropped', reason: 'nothing is there' };
    return takeOut(seat, removalsOf(meeting, seat), stillMine);
  };

  function removalsOf(meeting: Meeting, seat: Seat): Removal[] {
    const { card, file, reminders, earlier } = seat;
    const files = [...(file ? [file.id] : []), ...earlier.files];
    return [
      ...(card ? [cardRemoval(meeting, seat, card)] : []),
      ...reminders.map((reminder) => reminderRemoval(messenger, meeting, reminder)),
      ...earlier.notices.map((notice) => noticeRemoval(meeting, notice)),
      ...files.map((id) => fileRemoval(meeting, id)),
    ];
  }

  function cardRemoval(meeting: Meeting, { invitee }: Seat, card: PostedMessage): Removal {
    return {
      remove: () => removeOrEmpty(messenger, meeting.workspace, card, () => emptied(meeting, invitee)),
      without: () => ({ card: null, shown: null }),
    };
  }

  function noticeRemoval({ workspace }: Meeting, notice: PostedMessage): Removal {
    return {
      remove: () => messenger.remove(workspace, notice),
      without: ({ earlier }) => ({
        earlier: { ...earlier, notices: earlier.notices.filter(({ ts }) => ts !== notice.ts) },
      }),
    };
  }

  function fileRemoval({ workspace }: Meeting, id: string): Removal {
    return {
      remove: () => messenger.removeFile(workspace, id),
      without: ({ file, earlier }) => ({
        file: file?.id === id ? null : file,
        earlier: { ...earlier, files: earlier.files.filter((one) => one !== id) },
      }),
    };
  }

  function emptied(meeting: Meeting, invitee: InviteeId): Message {
    const showing = { meeting, ...showingOf(meeting, [], clock.now(), rules), state: 'withdrawn' } as const;
    const reader = personOf(meeting, invitee);
    if (!reader)
      return { kind: 'channel-card', card: channelCardOf(showing, invitee), reader: readerOf(null, meeting) };
    return {
      kind: 'card',
      card: cardOf({ ...showing, seats: [] }, reader),
      reader: readerOf(null, meeting),
      joinUrl: null,
      publicUrl: null,
      recordingUrls: [],
    };
  }
}
