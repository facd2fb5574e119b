import { createHash } from 'node:crypto';
import type { MeetingId } from './ids.ts';
import { isSigned, type LinkKeys, mac } from './join-link.ts';

/** What the link to a recording says; where the file is, is asked for when somebody follows it. */
export interface RecordingLink {
  readonly meeting: MeetingId;
  /** See `recordingMark`. */
  readonly mark: string;
}

/** What stands for a recording in links: the service's own id is told to nobody. */
export function recordingMark(meeting: MeetingId, recordingId: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify(['recording', meeting, recordingId]))
    .digest();
  return digest.subarray(0, 9).toString('base64url');
}

/** Makes and reads the links to recordings under this installation's address and keys. */
export interface RecordingLinks {
  urlFor(link: RecordingLink): string;
  /** What the last part of such a URL says, or null if it is not ours. Needs no look at anything stored. */
  read(text: string): RecordingLink | null;
}

const SHAPE = /^([\w-]{22})\.([\w-]{12})\.([\w-]{43})$/;

/** @param publicUrl an origin, without a slash at its end */
export function makeRecordingLinks(publicUrl: string, keys: LinkKeys): RecordingLinks {
  return {
    urlFor: ({ meeting, mark }) => {
      const claim = `${meeting}.${mark}`;
      return `${publicUrl}/recordings/${claim}.${mac(claim, keys[0])}`;
    },
    read: (text) => {
      const [, meeting = '', mark = '', given = ''] = SHAPE.exec(text) ?? [];
      return isSigned(`${meeting}.${mark}`, given, keys) ? { meeting: meeting as MeetingId, mark } : null;
    },
  };
}
