import type { Logger } from 'pino';
import type { JoinLinks } from '../domain/join-links.ts';
import type { RecordingLinks } from '../domain/recording-link.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import { type GetMyLink, makeGetMyLink } from '../usecases/get-my-link.ts';
import { type GetRecordings, makeGetRecordings } from '../usecases/get-recordings.ts';
import { makeMemberOfChannel } from '../usecases/member-of-channel.ts';
import type { Collections } from './collections.ts';

/** What the buttons on a channel's message do, each for the members of the channel alone. */
export function openChannelButtons(options: {
  readonly collections: Collections;
  readonly directory: Directory;
  readonly links: Pick<JoinLinks, 'urlFor'>;
  readonly recordingLinks: RecordingLinks;
  readonly clock: Clock;
  readonly wake: () => void;
  readonly log: Logger;
}): { readonly getMyLink: GetMyLink; readonly getRecordings: GetRecordings } {
  const { collections, directory, log } = options;
  const memberOfChannel = makeMemberOfChannel(directory, log);
  return {
    getMyLink: makeGetMyLink({ ...options, ...collections, memberOfChannel }),
    getRecordings: makeGetRecordings({ ...options, ...collections, memberOfChannel }),
  };
}
