import { expect, test } from '@jest/globals';
import { Duration } from 'luxon';
import { removalConcerns, tokenNeed } from '../../src/domain/installation.ts';
import { AGREED_AT } from '../support/a-meeting.ts';

test.each([
  [121, 'good'],
  [120, 'renew-soon'],
  [3, 'renew-soon'],
  [2, 'renew-first'],
  [-60, 'renew-first'],
] as const)('with %i minutes to live a token is: %s', (minutes, need) => {
  expect(tokenNeed({ expiresAt: AGREED_AT.plus({ minutes }) }, AGREED_AT)).toBe(need);
});

test('a token that does not rotate stays good', () => {
  expect(tokenNeed({ expiresAt: null }, AGREED_AT)).toBe('good');
});

test.each([
  [-301, 'older'],
  [-300, 'close'],
  [0, 'close'],
  [300, 'close'],
  [301, 'newer'],
] as const)('said %i seconds after an installation, a removal is: %s', (seconds, concerns) => {
  const fiveMinutes = Duration.fromObject({ minutes: 5 });

  expect(removalConcerns({ installedAt: AGREED_AT }, AGREED_AT.plus({ seconds }), fiveMinutes)).toBe(concerns);
});
