import { expect, test } from '@jest/globals';
import { cancelMeeting, cancelOccurrence } from '../../src/domain/changes/cancel.ts';
import { replaceLink, takeOff } from '../../src/domain/changes/people.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { keyOf } from '../../src/domain/occurrence.ts';
import type { Result } from '../../src/domain/result.ts';
import { loggingRevocations } from '../../src/usecases/logging-revocations.ts';
import { ACME, AGREED_AT, BOB, idOf, STANDUP } from '../support/a-meeting.ts';
import { setStageWithMeeting } from './stage.ts';

const series = { rule: { freq: 'DAILY' }, changes: [] } as const;

test.each<[string, Partial<Meeting>, (meeting: Meeting) => Result<Meeting, unknown>, string[]]>([
  ['a cancellation', {}, (meeting) => cancelMeeting(meeting, null, AGREED_AT), ['a meeting was called off']],
  [
    'one run that is cancelled',
    { series },
    (meeting) => cancelOccurrence(meeting, keyOf(meeting, meeting.startsAt), null, AGREED_AT),
    ['runs of a series were called off'],
  ],
  [
    'somebody who is taken off',
    {},
    (meeting) => takeOff(meeting, idOf(meeting, BOB), AGREED_AT),
    ['people were taken off a meeting'],
  ],
  ['a new link', {}, (meeting) => replaceLink(meeting, idOf(meeting, BOB), AGREED_AT), ['links were replaced']],
  ['another title', {}, (meeting) => ({ ok: true, value: { ...meeting, title: 'Daily' } }), []],
  ['nothing', {}, (meeting) => ({ ok: true, value: meeting }), []],
])('of %s the log says so once, without names or links', async (_, changes, change, said) => {
  const { meetings, log, clock } = await setStageWithMeeting(changes);
  await loggingRevocations(meetings, log).change(ACME, STANDUP, clock.now(), change);

  expect(log.said('info')).toEqual(said);
  expect(JSON.stringify(log.lines)).not.toMatch(/Bob|Standup/);
});
