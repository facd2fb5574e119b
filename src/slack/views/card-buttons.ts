import type { ActionsBlock, Button, ConfirmationDialog, Overflow, PlainTextElement } from '@slack/types';
import type { Card } from '../../domain/card.ts';
import { canBeJoined } from '../../domain/card-occurrence.ts';
import type { PartStat } from '../../domain/seat.ts';
import {
  CANCEL_MEETING,
  EDIT_MEETING,
  END_MEETING,
  EXTEND_MEETING,
  HAND_OVER,
  MANAGE_PEOPLE,
  MORE_OF_MEETING,
  MOVE_MEETING,
  menuValue,
  PROPOSE_TIME,
  pressValue,
  RESEND_UNREACHED,
} from './actions.ts';

/** The button opens the join page; Slack sends its press to us as well. */
export const JOIN_ACTION = 'join';

/** What a reader can do now, a row for joining and answering and one for whoever is in charge. */
export function cardActions(card: Card, joinUrl: string | null): ActionsBlock[] {
  if (!canBeJoined(card)) return [];
  const { reader } = card;
  const answers = reader === 'organizer' ? [] : answerButtons(card);
  const more = reader === 'guest' ? [guestMenu(card)] : [];
  const first = [...(joinUrl ? [joinButton(joinUrl)] : []), ...answers, ...more];
  const verbs = reader === 'organizer' || reader === 'host' ? verbElements(card) : [];
  return [first, verbs].filter((elements) => elements.length > 0).map((elements) => ({ type: 'actions', elements }));
}

export function resendButton({ meeting }: Card): Button {
  return { type: 'button', action_id: RESEND_UNREACHED, text: label('Resend'), value: pressValue(meeting) };
}

export function joinButton(url: string): Button {
  return {
    type: 'button',
    action_id: JOIN_ACTION,
    style: 'primary',
    text: label('Join'),
    url,
    accessibility_label: 'Join the meeting in the browser',
  };
}

function answerButtons({ meeting, occurrence, startsAt, answer }: Card): Button[] {
  const value = pressValue(meeting, occurrence, startsAt);
  const choices: readonly [action: string, is: PartStat, words: string][] = [
    ['answer_accept', 'ACCEPTED', 'Accept'],
    ['answer_maybe', 'TENTATIVE', 'Maybe'],
    ['answer_decline', 'DECLINED', 'Decline'],
  ];
  return choices.map(([action_id, is, words]) => ({
    type: 'button',
    action_id,
    text: label(is === answer ? `✓ ${words}` : words),
    value,
    ...(is === answer && { accessibility_label: `${words}, your answer` }),
  }));
}

function guestMenu({ meeting, occurrence, startsAt }: Card): Overflow {
  const value = menuValue(PROPOSE_TIME, meeting, occurrence, startsAt);
  return { type: 'overflow', action_id: MORE_OF_MEETING, options: [{ text: label('Propose another time…'), value }] };
}

function verbElements(card: Card): (Button | Overflow)[] {
  const { meeting, occurrence, reader } = card;
  const button = (action_id: string, words: string): Button => {
    return { type: 'button', action_id, text: label(words), value: pressValue(meeting, occurrence) };
  };
  const option = (action: string, words: string) => {
    return { text: label(words), value: menuValue(action, meeting, occurrence) };
  };
  const isOrganizer = reader === 'organizer';
  const options = [
    option(EDIT_MEETING, 'Edit…'),
    option(MANAGE_PEOPLE, 'Add or remove people…'),
    ...(card.state === 'live' ? [option(EXTEND_MEETING, 'Extend…'), option(END_MEETING, 'End for everybody…')] : []),
    ...(isOrganizer ? [option(HAND_OVER, 'Hand over…')] : []),
  ];
  return [
    button(MOVE_MEETING, 'Move…'),
    ...(isOrganizer ? [button(CANCEL_MEETING, 'Cancel…')] : []),
    { type: 'overflow', action_id: MORE_OF_MEETING, options },
  ];
}

/** A question before something that cannot be taken back. */
export function confirmation(title: string, text: string, confirm: string): ConfirmationDialog {
  return { title: label(title), text: label(text), confirm: label(confirm), deny: label('No'), style: 'danger' };
}

export function label(text: string): PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}
