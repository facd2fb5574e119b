import { expect, test } from '@jest/globals';
import {
  EDIT_MEETING,
  menuValue,
  pressValue,
  readMenuValue,
  readPressValue,
} from '../../../src/slack/views/actions.ts';
import { aMeeting, STANDUP } from '../../support/a-meeting.ts';

const { startsAt } = aMeeting();

test.each([
  [pressValue(STANDUP), { meeting: STANDUP, occurrence: null, startsAtSeconds: null }],
  [pressValue(STANDUP, 'once'), { meeting: STANDUP, occurrence: 'once', startsAtSeconds: null }],
  [pressValue(STANDUP, 'series'), { meeting: STANDUP, occurrence: 'series', startsAtSeconds: null }],
  [
    pressValue(STANDUP, '20260303T080000Z', startsAt),
    { meeting: STANDUP, occurrence: '20260303T080000Z', startsAtSeconds: startsAt.toUnixInteger() },
  ],
])('%s is read as it was written', (value, press) => {
  expect(readPressValue(value)).toEqual(press);
});

test('an option of a menu says which action it stands for', () => {
  const press = { meeting: STANDUP, occurrence: 'once', startsAtSeconds: null };

  expect(readMenuValue(menuValue(EDIT_MEETING, STANDUP, 'once'))).toEqual({ action: EDIT_MEETING, ...press });
});

test.each(['', STANDUP.slice(1), `${STANDUP} `, `${STANDUP} twice`, `${STANDUP} once 1 2`, `../${STANDUP}`])(
  '%j is none of ours',
  (value) => {
    expect([readPressValue(value), readMenuValue(value), readMenuValue(`edit_meeting ${value}`)]).toEqual([
      null,
      null,
      null,
    ]);
  },
);
