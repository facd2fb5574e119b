import type { Delivery } from '../domain/delivery.ts';
import type { Invitee } from '../domain/invitee.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Seat, SentFile } from '../domain/seat.ts';
import { ChatFault } from '../ports/chat-fault.ts';
import type { Clock } from '../ports/clock.ts';
import type { Messenger, NewFile } from '../ports/messenger.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Seats } from '../store/seats.ts';
import type { CalendarChoiceOf } from './calendar-choice-of.ts';
import type { FileFor } from './file-for.ts';
import type { StillMine } from './hold-claim.ts';

/** @throws ChatFault, ClaimLost */
export type BringFile = (
  meeting: Meeting,
  invitee: Invitee,
  seat: Seat,
  channel: string,
  delivery: Delivery,
  stillMine: StillMine,
) => Promise<void>;

/**
 * Shares a person's calendar file into their conversation with the app, unless they have one of this start and link, or
 * have chosen another way into their calendar.
 * The upload's id is recorded before it is shared, and an upload can be shared only once: so a repeated attempt shares
 * the same one, and nobody gets two. Where the record may be lost, as after a restored backup, the file is looked for
 * by its name.
 */
export function makeBringFile(deps: {
  readonly seats: Seats;
  readonly messenger: Messenger;
  readonly fileFor: FileFor;
  readonly calendarChoiceOf: CalendarChoiceOf;
  readonly meetings: Pick<Meetings, 'replan'>;
  readonly clock: Clock;
}): BringFile {
  const { seats, messenger, fileFor, calendarChoiceOf, meetings, clock } = deps;

  return async (meeting, invitee, seat, channel, delivery, stillMine) => {
    const { workspace, title, sequence, startsAt } = meeting;
    const { linkVersion } = invitee;
    const record = (file: Pick<SentFile, 'id' | 'shared'>) =>
      seats.change(seat.meeting, seat.occurrence, seat.invitee, (before) => ({
        file: { ...file, sequence, startsAt, linkVersion },
        earlier: withEarlier(before, file.id),
      }));
    const share = async (id: string) => {
      await stillMine();
      return messenger.share(workspace, channel, { id, title });
    };

    if (hasFile(seat, meeting, invitee) || !(await isByFile())) return;
    const begun = seat.file && isOf(seat.file, meeting, invitee) ? seat.file : null;
    if (begun && (await wasShared(begun.id))) return record({ id: begun.id, shared: true });
    const file = marked(fileFor(meeting, invitee), meeting, invitee);
    if (!begun && delivery.isAmbiguous) {
      const found = await messenger.findShared(workspace, channel, file.filename, delivery.plannedAt);
      if (typeof found === 'object') return record({ id: found.fileId, shared: true });
    }
    await stillMine();
    const { fileId: id } = await messenger.upload(workspace, file);
    await record({ id, shared: false });
    if ((await share(id)) === 'gone') throw new ChatFault('unavailable', 'file_not_found');
    await record({ id, shared: true });

    /** Chosen once for each meeting, at its first file, so that nobody's calendar has it by two ways. */
    async function isByFile(): Promise<boolean> {
      if (seat.calendar || seat.file || !invitee.user) return getsFiles(seat);
      const calendar = await calendarChoiceOf(workspace, invitee.user);
      if (calendar === 'file') return true;
      await seats.change(seat.meeting, seat.occurrence, seat.invitee, () => ({ calendar }));
      // Their mails are planned from the seat.
      if (calendar === 'mail') await meetings.replan(seat.meeting, clock.now());
      return false;
    }

    /** False for an upload that the service has dropped; where the app may not look, it is taken for shared. */
    async function wasShared(id: string): Promise<boolean> {
      return (await share(id)) === 'shared' || (await messenger.isShared(workspace, channel, id)) !== false;
    }
  };
}

/** Whether the calendar of this person follows the meeting by files, as far as is known yet. */
export function getsFiles({ calendar }: Pick<Seat, 'calendar'>): boolean {
  return calendar === null;
}

/** Whether this person has a calendar file with the meeting's start and their link. */
export function hasFile({ file }: Pick<Seat, 'file'>, meeting: Meeting, invitee: Invitee): boolean {
  return file?.shared === true && isOf(file, meeting, invitee);
}

function isOf(file: SentFile, { startsAt }: Meeting, { linkVersion }: Invitee): boolean {
  return file.startsAt.toMillis() === startsAt.toMillis() && file.linkVersion === linkVersion;
}

/** With the file that another one replaces. */
function withEarlier({ file, earlier }: Seat, id: string): Seat['earlier'] {
  const isReplaced = file && file.id !== id && !earlier.files.includes(file.id);
  return isReplaced ? { ...earlier, files: [...earlier.files, file.id] } : earlier;
}

/** Under a name that no other meeting's file has, and no earlier one of this person; people see its title. */
function marked({ filename, content }: NewFile, { id, sequence }: Meeting, { linkVersion }: Invitee): NewFile {
  const state = sequence === 0 && linkVersion === 1 ? [] : [sequence, linkVersion];
  const mark = [id.slice(0, 8), ...state].join('-');
  return { filename: filename.replace(/\.ics$/, `-${mark}.ics`), content };
}
