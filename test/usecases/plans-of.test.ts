import { expect, test } from '@jest/globals';
import type { MeetingId } from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { makePlansOf } from '../../src/usecases/plans-of.ts';
import { ACME, ALICE, aMeeting, berlin, CHEN } from '../support/a-meeting.ts';
import { setStage } from './stage.ts';

const [from, to] = [berlin('2026-03-02T10:00'), berlin('2026-03-17T00:00')];
const idFor = (name: string) => name.padEnd(22, '0') as MeetingId;

function at(name: string, start: string, changes: Partial<Meeting> = {}): Meeting {
  const startsAt = berlin(start);
  return aMeeting({ id: idFor(name), title: name, startsAt, endsAt: startsAt.plus({ minutes: 30 }), ...changes });
}

async function plansWith(meetings: readonly Meeting[], user = ALICE) {
  const stage = await setStage();
  for (const meeting of meetings) {
    await stage.meetings.add(meeting);
    await stage.agenda.follow(meeting);
  }
  const { runs, later } = await makePlansOf(stage)(ACME, user, from, to);
  const named = (entries: typeof runs) =>
    entries.map(({ meeting, occurrence: { startsAt, isCancelled } }) => {
      return `${meeting.title} ${startsAt.toFormat('d LLL HH:mm')}${isCancelled ? ' cancelled' : ''}`;
    });
  return { runs: named(runs), later: named(later) };
}

const weekly = { rule: { freq: 'WEEKLY', until: '2026-03-25' }, changes: [] } as const;

test('runs come in the order of their starts, and behind them each meeting once with its next run', async () => {
  const meetings = [
    at('review', '2026-04-01T10:00'),
    at('retro', '2026-03-10T15:00'),
    at('standup', '2026-03-04T09:00', { series: weekly }),
  ];

  expect(await plansWith(meetings)).toEqual({
    runs: ['standup 4 Mar 09:00', 'retro 10 Mar 15:00', 'standup 11 Mar 09:00'],
    later: ['standup 18 Mar 09:00', 'review 1 Apr 10:00'],
  });
});

test('a run that was cancelled by itself is named, and one behind is left out for the next', async () => {
  const changes = [
    { key: '20260304T080000Z', kind: 'cancelled' },
    { key: '20260318T080000Z', kind: 'cancelled' },
  ] as const;

  expect(await plansWith([at('standup', '2026-03-04T09:00', { series: { ...weekly, changes } })])).toEqual({
    runs: ['standup 4 Mar 09:00 cancelled', 'standup 11 Mar 09:00'],
    later: ['standup 25 Mar 09:00'],
  });
});

test('what is under way at the end is not behind it', async () => {
  const late = at('night', '2026-03-16T23:50');

  expect(await plansWith([late])).toEqual({ runs: ['night 16 Mar 23:50'], later: [] });
});

test.each<[string, Partial<Meeting>]>([
  ['cancelled as a whole', { status: 'cancelled' }],
  ['not sent', { status: 'draft' }],
])('what is %s is nobody’s plan', async (_, changes) => {
  expect(await plansWith([at('standup', '2026-03-04T09:00', changes)])).toEqual({ runs: [], later: [] });
});

test('what somebody is not invited to is not theirs', async () => {
  const invitees = aMeeting().invitees.filter(({ user }) => user !== CHEN);

  expect(await plansWith([at('standup', '2026-03-04T09:00', { invitees })], CHEN)).toEqual({ runs: [], later: [] });
});
