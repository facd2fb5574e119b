import { inviteeIdFor, type MeetingId, type SlackUserId } from '../../src/domain/ids.ts';
import { deriveLinkKeys, signJoinLink } from '../../src/domain/join-link.ts';
import type { PersonSeed } from '../../src/sandbox/slack-simulator/seed.ts';
import { LINK_SECRET } from './settings.ts';

const keys = deriveLinkKeys([LINK_SECRET], 'join');

/** The links of a meeting's people, whether or not their invitations have gone out, made out from one that has. */
export function linksLike(url: string, people: readonly PersonSeed[]): string[] {
  const [start, link = ''] = url.split('/j/');
  const meeting = link.split('.')[0] as MeetingId;
  return people.map(({ id }) => {
    const invitee = inviteeIdFor(meeting, id as SlackUserId);
    return `${start}/j/${signJoinLink({ meeting, invitee, version: 1 }, keys)}`;
  });
}
