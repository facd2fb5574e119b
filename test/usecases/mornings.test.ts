import { expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import type { MeetingId } from '../../src/domain/ids.ts';
import { ChatFault } from '../../src/ports/chat-fault.ts';
import { ACME, ALICE, aMeeting, BOB, berlin, STANDUP } from '../support/a-meeting.ts';
import { bob } from '../support/fake-directory.ts';
import { setMorning, usual } from './morning-stage.ts';

test('who asked for it gets one agenda in the morning, with their own buttons to join', async () => {
  const { at, agendasOf, meeting, links } = await setMorning();
  await at('2026-03-03T06:59');
  const early = agendasOf(ALICE);
  await at('2026-03-03T07:00');
  await at('2026-03-03T07:30');

  const { startsAt, endsAt, title, invitees } = meeting;
  const joinUrl = invitees[0] && links.urlFor(meeting, invitees[0]);
  expect(early).toEqual([]);
  expect(agendasOf(ALICE)).toEqual([
    {
      kind: 'agenda',
      isMorning: true,
      entries: [{ title, startsAt, endsAt, joinUrl }],
      reader: { zone: 'Europe/Berlin', locale: 'en-GB' },
    },
  ]);
  expect(agendasOf(BOB)).toEqual([]);
});

test('a day without meetings brings none, and the next with one does', async () => {
  const { at, agendasOf, meetings } = await setMorning();
  await at('2026-03-03T07:00');
  await at('2026-03-04T07:00');
  const quietDay = agendasOf(ALICE).length;
  const start = berlin('2026-03-05T09:00');
  await meetings.add(
    aMeeting({ id: 'retro-on-thursday-0000' as MeetingId, startsAt: start, endsAt: start.plus({ hours: 1 }) }),
  );
  await at('2026-03-05T07:00');

  expect([quietDay, agendasOf(ALICE).length]).toEqual([1, 2]);
});

test('what the person declined is left out', async () => {
  const { at, agendasOf, answer, saveSettings } = await setMorning();
  await saveSettings(ACME, BOB, { ...usual, agendaHour: 2 });
  await answer({ workspace: ACME, meeting: STANDUP, occurrence: 'once', who: { user: BOB }, is: 'DECLINED' });
  await at('2026-03-03T08:00');

  expect(agendasOf(BOB)).toEqual([]);
});

test('whatever the settings are changed to, there is one for each date', async () => {
  const { at, agendasOf, saveSettings, quiet } = await setMorning();
  await at('2026-03-03T07:00');
  for (const agendaHour of [null, 8, 7, 6]) {
    await saveSettings(ACME, ALICE, { ...usual, agendaHour });
    await quiet();
  }
  await at('2026-03-03T08:01');

  expect(agendasOf(ALICE)).toHaveLength(1);
});

test('who switches it off gets none any more', async () => {
  const { at, agendasOf, saveSettings } = await setMorning();
  await saveSettings(ACME, ALICE, { ...usual, agendaHour: null });
  await at('2026-03-03T07:00');

  expect(agendasOf(ALICE)).toEqual([]);
});

test('a lost answer brings no second one, and a crash in the planning neither', async () => {
  const { at, agendasOf, messenger, mornings, clock, quiet } = await setMorning();
  messenger.fail('post', new ChatFault('unavailable', 'no_answer', { ambiguous: true }), 'after');
  clock.set(berlin('2026-03-03T07:00'));
  // Claimed by a process that died: due again when its lease ends.
  await mornings.takeDue(clock.now(), clock.now().plus({ seconds: 45 }));
  await quiet();
  const meanwhile = agendasOf(ALICE).length;
  await at('2026-03-03T07:01');
  await at('2026-03-03T07:03');

  expect([meanwhile, agendasOf(ALICE).length]).toEqual([0, 1]);
});

test('a clock that jumps over the morning sends none, and one that jumps back sends none twice', async () => {
  const { at, agendasOf } = await setMorning();
  await at('2026-03-03T07:00');
  await at('2026-03-03T06:00');
  await at('2026-03-03T07:00');
  await at('2026-03-05T20:00');

  expect(agendasOf(ALICE)).toHaveLength(1);
});

test('it comes in the morning of the place where the person is, and to nobody who left', async () => {
  const { clock, agendasOf, saveSettings, quiet, directory, mornings } = await setMorning();
  await saveSettings(ACME, BOB, { ...usual, agendaHour: 2 });
  await quiet();
  clock.set(DateTime.fromISO('2026-03-03T07:01:00Z'));
  await quiet();
  const inNewYork = agendasOf(BOB).length;
  directory.put({ ...bob, kind: 'deactivated' });
  clock.advance({ days: 1 });
  await quiet();

  const due = await mornings.ofWorkspace(ACME);
  expect([inNewYork, due.map(({ user }) => user)]).toEqual([1, [ALICE]]);
});
