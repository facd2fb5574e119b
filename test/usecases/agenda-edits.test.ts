import { expect, test } from '@jest/globals';
import { Duration } from 'luxon';
import { cancelMeeting, withdraw } from '../../src/domain/changes/cancel.ts';
import { reword } from '../../src/domain/changes/edit.ts';
import { moveMeeting } from '../../src/domain/changes/move.ts';
import { takeOff } from '../../src/domain/changes/people.ts';
import type { MeetingId } from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import type { Result } from '../../src/domain/result.ts';
import { ChatFault } from '../../src/ports/chat-fault.ts';
import { ACME, ALICE, aMeeting, berlin, CHEN, idOf, STANDUP } from '../support/a-meeting.ts';
import { setMorning, usual } from './morning-stage.ts';

const RETRO = 'retro-on-tuesday-00000' as MeetingId;
const half = Duration.fromObject({ minutes: 30 });

/** Alice has the standup at nine and the retro at eleven, and her agenda of both. */
async function setTwo() {
  const stage = await setMorning();
  const { meetings, at, clock, quiet, agendasNow, seats } = stage;
  const eleven = berlin('2026-03-03T11:00');
  await meetings.add(aMeeting({ id: RETRO, title: 'Retro', startsAt: eleven, endsAt: eleven.plus({ minutes: 30 }) }));
  await at('2026-03-03T07:00');
  const changed = async (id: MeetingId, how: (meeting: Meeting) => Result<Meeting, unknown>) => {
    await meetings.change(ACME, id, clock.now(), how);
    await quiet();
  };
  return {
    ...stage,
    changed,
    /** Each agenda that stands there, as what it begins with and what it shows when. */
    shown: () =>
      agendasNow(ALICE).map(({ isMorning, entries }) => [
        isMorning ? 'morning' : 'left',
        ...entries.map(({ title, startsAt }) => `${title} ${startsAt.setZone('Europe/Berlin').toFormat('HH:mm')}`),
      ]),
    kept: async () =>
      (await Promise.all([STANDUP, RETRO].map((id) => seats.ofMeeting(id)))).flat().flatMap(({ agendas }) => agendas),
  };
}

test('an agenda shows what is left as the day goes on, until nothing is left', async () => {
  const { at, shown, kept } = await setTwo();
  const days = [shown()];
  for (const time of ['09:44', '09:45', '11:44', '11:45']) {
    await at(`2026-03-03T${time}`);
    days.push(shown());
  }

  expect(days).toEqual([
    [['morning', 'Standup 09:00', 'Retro 11:00']],
    [['morning', 'Standup 09:00', 'Retro 11:00']],
    [['left', 'Retro 11:00']],
    [['left', 'Retro 11:00']],
    [],
  ]);
  expect(await kept()).toEqual([]);
});

test.each<[string, (meeting: Meeting) => Result<Meeting, unknown>, string[]]>([
  ['cancelled', (one) => cancelMeeting(one, null, berlin('2026-03-03T07:00')), ['left', 'Retro 11:00']],
  ['taken back', (one) => withdraw(one, berlin('2026-03-03T07:00')), ['left', 'Retro 11:00']],
  [
    'moved to the afternoon',
    (one) => moveMeeting(one, berlin('2026-03-03T15:00'), half, berlin('2026-03-03T07:00')),
    ['left', 'Retro 11:00', 'Standup 15:00'],
  ],
  [
    'moved to another day',
    (one) => moveMeeting(one, berlin('2026-03-04T09:00'), half, berlin('2026-03-03T07:00')),
    ['left', 'Retro 11:00'],
  ],
  [
    'renamed',
    (one) => reword(one, { title: 'Sync', notes: null }, berlin('2026-03-03T07:00')),
    ['morning', 'Standup 09:00', 'Retro 11:00'],
  ],
])('an agenda shows what is still on when a meeting is %s', async (_, how, expected) => {
  const { changed, shown } = await setTwo();
  await changed(STANDUP, how);

  expect(shown()).toEqual([expected]);
});

test('who is taken off has no button in their agenda any more', async () => {
  const { saveSettings, changed, clock, agendasNow, at } = await setTwo();
  await saveSettings(ACME, CHEN, { ...usual, zone: 'Europe/Berlin', agendaHour: 8 });
  await at('2026-03-03T08:00');
  const before = agendasNow(CHEN).map(({ entries }) => entries.length);
  await changed(STANDUP, (one) => takeOff(one, idOf(one, CHEN), clock.now()));

  expect([before, agendasNow(CHEN).map(({ entries }) => entries.map(({ title }) => title))]).toEqual([
    [2],
    [['Retro']],
  ]);
});

test('what came to stand in an agenda later goes from it as well', async () => {
  const { changed, clock, shown, at, kept } = await setTwo();
  await changed(RETRO, (one) => moveMeeting(one, berlin('2026-03-04T11:00'), half, clock.now()));
  const without = shown();
  await changed(RETRO, (one) => moveMeeting(one, berlin('2026-03-03T12:00'), half, clock.now()));
  await at('2026-03-03T09:45');
  const later = shown();
  await changed(RETRO, (one) => cancelMeeting(one, null, clock.now()));

  expect([without, later, shown(), await kept()]).toEqual([
    [['left', 'Standup 09:00']],
    [['left', 'Retro 12:00']],
    [],
    [],
  ]);
});

test('an edit that was made with the old state and arrives last is put right', async () => {
  const { meetings, clock, messenger, quiet, shown, changed } = await setTwo();
  messenger.meanwhile('update', async () => {
    await meetings.change(ACME, RETRO, clock.now(), (one) =>
      moveMeeting(one, berlin('2026-03-03T16:00'), half, clock.now()),
    );
    // Another worker edits the same agenda, and its edit arrives first.
    await quiet();
    clock.advance({ milliseconds: 1 });
  });
  await changed(STANDUP, (one) => moveMeeting(one, berlin('2026-03-03T15:00'), half, clock.now()));
  await quiet();

  expect(shown()).toEqual([['left', 'Standup 15:00', 'Retro 16:00']]);
});

test.each([
  ['before', new ChatFault('unavailable', 'service_unavailable')],
  ['after', new ChatFault('unavailable', 'no_answer', { ambiguous: true })],
] as const)('an edit that fails at first, %s it took effect, is made again', async (when, fault) => {
  const { at, changed, clock, messenger, shown } = await setTwo();
  messenger.fail('update', fault, when);
  await changed(STANDUP, (one) => moveMeeting(one, berlin('2026-03-03T15:00'), half, clock.now()));
  await at('2026-03-03T07:05');

  expect(shown()).toEqual([['left', 'Retro 11:00', 'Standup 15:00']]);
});
