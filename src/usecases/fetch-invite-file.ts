import { holderOf } from '../domain/access.ts';
import { cardOccurrence } from '../domain/answers.ts';
import type { JoinLinks } from '../domain/join-links.ts';
import type { NewFile } from '../ports/messenger.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Seats } from '../store/seats.ts';
import type { FileFor } from './file-for.ts';

/** The calendar file of the link's owner as the meeting stands now; null when there is none to give. */
export type FetchInviteFile = (link: string) => Promise<NewFile | null>;

export function makeFetchInviteFile(deps: {
  readonly meetings: Meetings;
  readonly seats: Pick<Seats, 'get'>;
  readonly links: JoinLinks;
  readonly fileFor: FileFor;
}): FetchInviteFile {
  const { meetings, seats, links, fileFor } = deps;

  return async (text) => {
    const link = links.read(text);
    const meeting = link && (await meetings.find(link.meeting));
    if (!meeting || meeting.status === 'cancelled') return null;
    const holder = holderOf(meeting, link, await seats.get(meeting.id, cardOccurrence(meeting), link.invitee));
    return holder && fileFor(meeting, holder);
  };
}
