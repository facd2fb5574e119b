import { describe, expect, test } from '@jest/globals';
import { DateTime, Duration } from 'luxon';
import { cancelMeeting, withdraw } from '../../src/domain/changes/cancel.ts';
import { reword } from '../../src/domain/changes/edit.ts';
import { moveMeeting } from '../../src/domain/changes/move.ts';
import { takeOff } from '../../src/domain/changes/people.ts';
import type { MeetingId } from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import type { PersonalSettings } from '../../src/domain/personal-settings.ts';
import type { Result } from '../../src/domain/result.ts';
import { ChatFault } from '../../src/ports/chat-fault.ts';
import { ACME, ALICE, aMeeting, BOB, berlin, CHEN, idOf, STANDUP } from '../support/a-meeting.ts';
import { bob } from '../support/fake-directory.ts';
import { setOutgoingStage } from './outgoing-stage.ts';

const usual: PersonalSettings = { lengthMinutes: 30, reminderMinutes: 10, zone: null, agendaHour: 7, calendar: 'file' };

/** The day before the standup, when Alice has asked for her agenda at seven. */
async function setMorning() {
  const stage = await setOutgoingStage();
  await stage.quiet();
  await stage.saveSettings(ACME, ALICE, usual);
  await stage.quiet();
  const at = async (iso: string) => {
    stage.clock.set(berlin(iso));
    await stage.quiet();
  };
  return { ...stage, at };
}

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

describe('an agenda that was sent shows what is still on, and no button that leads nowhere', () => {
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

  test('as the day goes on, until nothing is left', async () => {
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
  ])('when a meeting is %s', async (_, how, expected) => {
    const { changed, shown } = await setTwo();
    await changed(STANDUP, how);

    expect(shown()).toEqual([expected]);
  });

  test('when somebody is taken off', async () => {
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

  test('what came to stand in it later goes from it as well', async () => {
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

  test('when an edit that was made with the old state arrives last', async () => {
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
  ] as const)('when the edit fails at first, %s it took effect', async (when, fault) => {
    const { at, changed, clock, messenger, shown } = await setTwo();
    messenger.fail('update', fault, when);
    await changed(STANDUP, (one) => moveMeeting(one, berlin('2026-03-03T15:00'), half, clock.now()));
    await at('2026-03-03T07:05');

    expect(shown()).toEqual([['left', 'Retro 11:00', 'Standup 15:00']]);
  });
});
