import { expect, test } from '@jest/globals';
import { readField } from '../../../src/browser/sandbox/field.ts';

const option = (value: string, text: string) => ({ value, text: { type: 'plain_text', text } });
const short = option('15', '15 minutes');
const long = option('60', 'One hour');

test.each([
  [{ type: 'plain_text_input', initial_value: 'Standup', multiline: true }, 'text', 'Standup'],
  [{ type: 'email_text_input' }, 'text', null],
  [{ type: 'datepicker', initial_date: '2026-03-03' }, 'date', '2026-03-03'],
  [{ type: 'timepicker', initial_time: '09:00', timezone: 'Europe/Berlin' }, 'time', '09:00'],
  [{ type: 'datetimepicker', initial_date_time: 1772524800 }, 'moment', 1772524800],
  [{ type: 'static_select', options: [short, long], initial_option: long }, 'one', '60'],
  [{ type: 'users_select', initial_user: 'U1' }, 'one', 'U1'],
  [{ type: 'overflow', options: [short] }, 'one', null],
  [{ type: 'checkboxes', options: [short, long], initial_options: [short] }, 'many', ['15']],
  [{ type: 'multi_conversations_select', initial_conversations: ['C1', 'D1'] }, 'many', ['C1', 'D1']],
  [{ type: 'external_select', initial_option: short }, 'search', short],
  [{ type: 'multi_external_select', initial_options: [short] }, 'search', [short]],
])('reads %j', (json, type, initial) => {
  expect(readField({ ...json, action_id: 'it' })).toMatchObject({ actionId: 'it', control: { type }, initial });
});

test('lists the options of groups as well', () => {
  const json = { type: 'static_select', action_id: 'it', option_groups: [{ options: [short] }, { options: [long] }] };
  expect(readField(json)?.control).toMatchObject({ options: [{ value: '15', text: '15 minutes' }, { value: '60' }] });
});

test.each([{ type: 'rich_text_input', action_id: 'it' }, { type: 'datepicker' }, {}])(
  'does not guess at %j',
  (json) => {
    expect(readField(json)).toBeNull();
  },
);
