import type { MeetingId } from './ids.ts';
import type { Invitee } from './invitee.ts';
import {
  type JoinLink,
  type LinkKeys,
  readJoinLink,
  readPublicLink,
  signJoinLink,
  signPublicLink,
} from './join-link.ts';
import type { Meeting } from './meeting.ts';

/** Makes and reads personal links under this installation's address and keys. */
export interface JoinLinks {
  urlFor(meeting: Meeting, invitee: Invitee): string;
  /** For a calendar file, which may be older than the meeting: says which state of the meeting it was made from. */
  fileUrlFor(meeting: Meeting, invitee: Invitee): string;
  /** What the last part of such a URL says, or null if it is not ours. */
  read(text: string): JoinLink | null;
  /** For everybody, to a public meeting. */
  publicUrlFor(meeting: Meeting): string;
  /** The meeting of such a URL's last part, or null if it is not ours. */
  readPublic(text: string): MeetingId | null;
}

/** @param publicUrl an origin, without a slash at its end */
export function makeJoinLinks(publicUrl: string, keys: LinkKeys, publicKeys: LinkKeys): JoinLinks {
  const urlFor = (meeting: Meeting, { id, linkVersion }: Invitee) =>
    `${publicUrl}/j/${signJoinLink({ meeting: meeting.id, invitee: id, version: linkVersion }, keys)}`;
  return {
    urlFor,
    fileUrlFor: (meeting, invitee) => `${urlFor(meeting, invitee)}?s=${meeting.sequence}`,
    read: (text) => readJoinLink(text, keys),
    publicUrlFor: ({ id }) => `${publicUrl}/m/${signPublicLink(id, publicKeys)}`,
    readPublic: (text) => readPublicLink(text, publicKeys),
  };
}
