import type { Button } from '@slack/types';
import { plainText } from './elements.ts';

export const HOME_JOIN = 'home_join';
export const HOME_SEND = 'home_send';
export const HOME_RESEND = 'home_resend';
export const HOME_UNDO = 'home_undo';
export const HOME_DISCARD = 'home_discard';
/** Slack wants each button of a row to have an action id of its own. */
export const HOME_CHOOSE = /^home_choose_\d+$/;
export const HOME_SETTINGS = 'home_settings';
export const HOME_ANSWERS = {
  home_accept: { is: 'ACCEPTED', words: 'Accept' },
  home_maybe: { is: 'TENTATIVE', words: 'Maybe' },
  home_decline: { is: 'DECLINED', words: 'Decline' },
} as const;

export function homeButton(action_id: string, words: string, value: string): Button {
  return { type: 'button', action_id, text: plainText(words), value };
}
