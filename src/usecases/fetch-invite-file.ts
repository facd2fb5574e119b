import type { JoinLinks } from '../domain/join-links.ts';
import { inviteeOf } from '../domain/meeting.ts';
import type { NewFile } from '../ports/messenger.ts';
import type { Meetings } from '../store/meetings.ts';
import type { FileFor } from './file-for.ts';

/** The calendar file of the link's owner as the meeting stands now; null when there is none to give. */
export type FetchInviteFile = (link: string) => Promise<NewFile | null>;

export function makeFetchInviteFile(deps: {
  readonly meetings: Meetings;
  readonly links: JoinLinks;
  readonly fileFor: FileFor;
}): FetchInviteFile {
  const { meetings, links, fileFor } = deps;

  return async (text) => {
    const link = links.read(text);
    const meeting = link && (await meetings.find(link.meeting));
    const invitee = meeting && inviteeOf(meeting, link.invitee);
    if (!meeting || !invitee || invitee.linkVersion !== link.version || meeting.status === 'cancelled') return null;
    return fileFor(meeting, invitee);
  };
}
