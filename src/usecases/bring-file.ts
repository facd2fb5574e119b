import type { Invitee } from '../domain/invitee.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Seat } from '../domain/seat.ts';
import { ChatFault } from '../ports/chat-fault.ts';
import type { Messenger } from '../ports/messenger.ts';
import type { Seats } from '../store/seats.ts';
import type { FileFor } from './file-for.ts';

/** @throws ChatFault */
export type BringFile = (meeting: Meeting, invitee: Invitee, seat: Seat, channel: string) => Promise<void>;

/**
 * Shares a person's calendar file into their conversation with the app. The upload's id is recorded before it is
 * shared, so that a lost answer is looked up and nobody gets the file twice.
 */
export function makeBringFile(deps: {
  readonly seats: Seats;
  readonly messenger: Messenger;
  readonly fileFor: FileFor;
}): BringFile {
  const { seats, messenger, fileFor } = deps;

  return async (meeting, invitee, seat, channel) => {
    const { workspace } = meeting;
    const record = (file: Seat['file']) => seats.change(seat.meeting, seat.occurrence, seat.invitee, () => ({ file }));

    if (seat.file?.shared) return;
    if (seat.file && (await messenger.isShared(workspace, channel, seat.file.id)) !== false) {
      return record({ id: seat.file.id, shared: true });
    }
    const { fileId: id } = await messenger.upload(workspace, fileFor(meeting, invitee));
    await record({ id, shared: false });
    const shared = await messenger.share(workspace, channel, { id, title: meeting.title });
    if (shared === 'gone') throw new ChatFault('unavailable', 'file_not_found');
    await record({ id, shared: true });
  };
}
