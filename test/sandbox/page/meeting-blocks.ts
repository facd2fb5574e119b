import type { InputBlock, ModalView } from '@slack/types';
import { ALICE, BOB, CHEN } from './people.ts';

/** When the stand-up begins, in seconds since 1970. */
export const START = Date.parse('2026-03-03T08:00:00Z') / 1_000;

export function answerTo(text: string) {
  return {
    response_type: 'ephemeral',
    text: `Scheduled: ${text}`,
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text: `:white_check_mark: *Standup* is scheduled for ${when()}.` } },
      {
        type: 'section',
        fields: [
          { type: 'mrkdwn', text: '*Length*\n30 minutes' },
          { type: 'mrkdwn', text: `*People*\n<@${BOB}>, <@${CHEN}>` },
        ],
      },
      { type: 'context', elements: [{ type: 'mrkdwn', text: ':warning: It is 17:00 in Tokyo then.' }] },
      {
        type: 'actions',
        elements: [button('edit', 'Edit'), { ...button('undo', 'Undo'), style: 'danger', confirm: undoQuestion() }],
      },
    ],
  };
}

export function card(joinUrl: string) {
  return [
    { type: 'header', text: { type: 'plain_text', text: 'Standup' } },
    {
      type: 'section',
      text: { type: 'mrkdwn', text: `${when()}\nInvited by <@${ALICE}> with <@${BOB}> and <@${CHEN}>` },
      accessory: { ...button('join', 'Join'), style: 'primary', url: joinUrl },
    },
    { type: 'divider' },
    {
      type: 'actions',
      block_id: 'answer',
      elements: ['Yes', 'Maybe', 'No'].map((text) => button(text.toLowerCase(), text)),
    },
    { type: 'context', elements: [{ type: 'mrkdwn', text: 'Opens 10 minutes before the start.' }] },
  ];
}

function when(): string {
  return `<!date^${START}^{date_short_pretty} at {time}|March 3rd, 2026 at 08:00 UTC>`;
}

function button(actionId: string, text: string) {
  return { type: 'button', action_id: actionId, text: { type: 'plain_text', text } };
}

export function form(): ModalView {
  const plain = (text: string) => ({ type: 'plain_text' as const, text });
  const input = (blockId: string, label: string, element: InputBlock['element'], optional = false): InputBlock => ({
    type: 'input',
    block_id: blockId,
    label: plain(label),
    element,
    optional,
  });
  const minutes = (value: string) => ({ value, text: plain(`${value} minutes`) });
  const options = ['15', '30', '60'].map(minutes);
  return {
    type: 'modal',
    callback_id: 'edit',
    title: plain('Edit the meeting'),
    submit: plain('Save'),
    close: plain('Not now'),
    blocks: [
      input('title', 'Title', { type: 'plain_text_input', action_id: 'title', initial_value: 'Standup' }),
      input('day', 'Day', { type: 'datepicker', action_id: 'day', initial_date: '2026-03-03' }),
      input('time', 'Time', {
        type: 'timepicker',
        action_id: 'time',
        initial_time: '09:00',
        timezone: 'Europe/Berlin',
      }),
      input('length', 'Length', { type: 'static_select', action_id: 'length', options, initial_option: minutes('30') }),
      input('people', 'People', { type: 'multi_users_select', action_id: 'people', initial_users: [BOB, CHEN] }),
      input('note', 'Note', { type: 'plain_text_input', action_id: 'note', multiline: true }, true),
    ],
  };
}

export function homeBlocks() {
  return [
    { type: 'header', text: { type: 'plain_text', text: 'Your next meetings' } },
    { type: 'section', text: { type: 'mrkdwn', text: `*Standup*, ${when()}` } },
  ];
}

function undoQuestion() {
  const plain = (text: string) => ({ type: 'plain_text', text });
  return {
    title: plain('Undo this meeting?'),
    text: plain('Everybody who was invited is told that it is off.'),
    confirm: plain('Undo it'),
    deny: plain('Keep it'),
    style: 'danger',
  };
}
