import type { Button } from '@slack/types';
import type { OtherDevice } from '../../domain/devices.ts';
import type { MeetingId, SlackUserId } from '../../domain/ids.ts';
import type { Invitee } from '../../domain/invitee.ts';
import { type LinkName, readLinkName } from '../../domain/link-name.ts';
import type { OtherDeviceMessage } from '../../ports/messenger.ts';
import { REPLACE_LINK, readPressValue } from './actions.ts';
import { contextBlock, sectionBlock } from './blocks.ts';
import { confirmation, label } from './card-buttons.ts';
import { momentText } from './moment-text.ts';
import { escapeMrkdwn, partyText } from './mrkdwn.ts';
import type { Rendered } from './render-message.ts';

/** Tells somebody that their link, or that of somebody they invited, was used on another device. */
export function otherDevice({ meeting, link, title, who, other, reader }: OtherDeviceMessage): Rendered {
  const whose = who ? `The link of ${partyText(who)}` : 'Your link';
  const used = `${whose} for “${escapeMrkdwn(title)}” was used on another device on ${momentText(other.at, reader)}.`;
  const text = `${used} ${OUTCOMES[other.was]}`;
  const advice = who
    ? 'If they use two devices, there is nothing to do. If the link got into the wrong hands, give them a new one.'
    : 'If that was you, there is nothing to do. If it was not, or you cannot get in, get a new link.';
  const button: Button = {
    type: 'button',
    action_id: REPLACE_LINK,
    text: label(who ? 'Give them a new link' : 'Get a new link'),
    value: `${meeting} ${link}`,
    confirm: confirmation(
      'Replace the link?',
      'The old link stops working at once, and whoever is in the room by it is put out. The new one stands on the card.',
      'Replace it',
    ),
  };
  return {
    text,
    blocks: [
      sectionBlock(text),
      { type: 'actions', elements: [button] },
      contextBlock(`${advice} You are told this once for each link.`),
    ],
  };
}

const OUTCOMES: Readonly<Record<OtherDevice['was'], string>> = {
  beside: 'It was let in.',
  instead: 'It was let in, and the device before was put out of the room.',
  refused: 'It was not let in.',
};

/** Which link a button is about; null for a value that none of ours has. */
export function readLinkValue(value: string): (LinkName & { readonly meeting: MeetingId }) | null {
  const [, id = '', name = ''] = /^(\S+) (\S+)$/.exec(value) ?? [];
  const [press, link] = [readPressValue(id), readLinkName(name)];
  return press && link && { meeting: press.meeting, ...link };
}

/** What became of the press, for who pressed. */
export function replacedText(owner: Invitee, presser: SlackUserId): string {
  const old = 'The old link does not work any more.';
  if (owner.user === presser) return `${old} Your new one stands on your card of the meeting.`;
  return `${old} ${partyText(owner)} gets a new one ${owner.user ? 'on their card' : 'by mail'}.`;
}
