import type { KnownBlock } from '@slack/types';
import type { Message } from '../../ports/messenger.ts';
import { agenda } from './agenda.ts';
import { attendance } from './attendance.ts';
import { cardView } from './card.ts';
import { changeNotice } from './change-notice.ts';
import { channelCard } from './channel-card.ts';
import { inCharge } from './in-charge.ts';
import { roomTrouble, unreached } from './notices.ts';
import { otherDevice } from './other-device.ts';
import { closedProposal, proposal } from './proposal.ts';
import { reminder, spentReminder } from './reminder.ts';

/** What Slack shows: `text` for notifications and screen readers, `blocks` on the screen. */
export interface Rendered {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

export function renderMessage(message: Message): Rendered {
  switch (message.kind) {
    case 'channel-card':
      return channelCard(message);
    case 'card':
      return cardView(message);
    case 'change':
      return changeNotice(message);
    case 'proposal':
      return proposal(message);
    case 'closed-proposal':
      return closedProposal(message);
    case 'other-device':
      return otherDevice(message);
    case 'reminder':
      return reminder(message);
    case 'spent-reminder':
      return spentReminder(message);
    case 'attendance':
      return attendance(message);
    case 'in-charge':
      return inCharge(message);
    case 'agenda':
      return agenda(message);
    case 'unreached':
      return unreached(message);
    case 'room-trouble':
      return roomTrouble(message);
  }
}
