import type { RoomTroubleMessage, UnreachedMessage } from '../../ports/messenger.ts';
import { contextBlock, sectionBlock } from './blocks.ts';
import { addresseeText, escapeMrkdwn } from './mrkdwn.ts';
import type { Rendered } from './render-message.ts';
import { ourFaultText, unreachedText } from './unreached-text.ts';

/** Slack takes 3,000 characters in a section; a line here has at most about 150. */
const MOST_PEOPLE = 18;

/** Tells the organizer who could not be reached, and why. */
export function unreached({ title, people }: UnreachedMessage): Rendered {
  const channels = people.filter(({ who }) => 'channel' in who).length;
  const groups = people.filter(({ who }) => 'group' in who).length;
  const count = [
    ...counted(people.length - channels - groups, 'one person', 'people'),
    ...counted(channels, 'one channel', 'channels'),
    ...counted(groups, 'one user group', 'user groups'),
  ].join(' and ');
  const lackOnlyFiles = people.every(({ unreached: { what } }) => what === 'calendar file');
  const lack = lackOnlyFiles ? 'did not get the calendar file' : 'could not be reached';
  const summary = `${count.charAt(0).toUpperCase()}${count.slice(1)} ${lack} for “${escapeMrkdwn(title)}”`;
  const lines = people
    .slice(0, MOST_PEOPLE)
    .map((one) => `• ${addresseeText(one.who)}: ${unreachedText(one.unreached)}`);
  const more = people.length - MOST_PEOPLE;
  if (more > 0) lines.push(`• and ${more} more`);
  return {
    text: `${summary}\n${lines.join('\n')}`,
    blocks: [sectionBlock(`*${summary}*`), sectionBlock(lines.join('\n')), contextBlock('Only you can see this.')],
  };
}

/** Tells the organizer that the video service refuses. */
export function roomTrouble({ title, reason, reference, atDoor }: RoomTroubleMessage): Rendered {
  const why = ourFaultText(reason)
    ? 'something broke on our side'
    : `the video service ${reason === 'unauthorized' ? 'does not accept this app' : 'refused'}`;
  const who = `Please tell the person who runs this app, with the reference \`${reference}\``;
  const name = `“${escapeMrkdwn(title)}”`;
  const text = atDoor
    ? `Nobody can be let into ${name}: ${why}. ${who}; once that is fixed, everybody gets in with the link they have.`
    : `The video room for ${name} could not be made: ${why}. The meeting stands and the invitations go out. ${who}; ` +
      'the room is made by itself once that is fixed.';
  return { text, blocks: [sectionBlock(text)] };
}

function counted(count: number, one: string, many: string): string[] {
  return count === 0 ? [] : [count === 1 ? one : `${count} ${many}`];
}
