import { expect, test } from '@jest/globals';
import { issueCode } from '../../src/domain/guest-code.ts';
import type { MeetingId } from '../../src/domain/ids.ts';
import type { MailAddress } from '../../src/domain/mail-address.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { heard, type SessionEvent } from '../../src/domain/session.ts';
import { makeEnterMeeting } from '../../src/usecases/enter-meeting.ts';
import { makeErasePerson } from '../../src/usecases/erase-person.ts';
import { makeExportPerson } from '../../src/usecases/export-person.ts';
import { makePlanNextMeeting } from '../../src/usecases/plan-due-meetings.ts';
import { makeRemoveMeeting } from '../../src/usecases/remove-meeting.ts';
import { aGuest, ZOE } from '../support/a-guest.ts';
import { ACME, ALICE, aMeeting, BOB, CHEN, idOf, inviteeNamed, ZENITH } from '../support/a-meeting.ts';
import { plannedFor, RULES } from '../support/a-seat.ts';
import { expectOk } from '../support/results.ts';
import { countRows, rowsOf } from '../support/rows.ts';
import { takeAnyDue } from '../support/take-any-due.ts';
import { BROWSER, lease, setStage } from './stage.ts';

const retro = 'retro-with-bob-chen000' as MeetingId;

/** Planned meetings, with a seat for each of their people, who were all in the room for half an hour. */
async function setting(...stored: Meeting[]) {
  const stage = await setStage();
  const { meetings, seats, sessions, clock } = stage;
  const planNext = makePlanNextMeeting({ ...stage, lease, rules: RULES });
  for (const meeting of stored) {
    await meetings.add(meeting);
    for (const { id, name } of meeting.invitees) {
      await seats.change(meeting.id, 'once', id, () => ({
        name,
        participant: { id: `participant of ${name}`, role: 'guest' as const, linkVersion: 1 },
      }));
      const who = { run: 'run', peer: `${name}’s laptop`, person: id };
      const visit: SessionEvent[] = [
        { kind: 'joined', ...who, at: meeting.startsAt },
        { kind: 'left', ...who, at: meeting.endsAt },
      ];
      await sessions.change(meeting.id, 'once', (session) => visit.reduce(heard, session));
    }
  }
  while (await planNext()) {
    // Until all are planned.
  }
  const waits: string[] = [];
  const pause = async () => {
    waits.push('waited');
    clock.advance({ seconds: 20 });
  };
  const removeMeeting = makeRemoveMeeting(stage);
  const erase = makeErasePerson({ ...stage, removeMeeting, pause });
  const everything = async () => JSON.stringify(await rowsOf(stage.store));
  return { ...stage, waits, planNext, erase, everything };
}

test('a guest is nowhere any more: not by name, id or participant, and their link opens nothing', async () => {
  const meeting = aMeeting();
  const { erase, everything, links, planNext, ...stage } = await setting(meeting);
  const link = links.urlFor(meeting, inviteeNamed(meeting, BOB)).split('/').at(-1) ?? '';
  const nobody = async () => {
    throw new Error('nobody may get as far as this');
  };
  const enter = makeEnterMeeting({
    ...stage,
    links,
    ensureRoom: nobody,
    participantToken: nobody,
    withholdToken: nobody,
    sdk: 'demo',
  });
  const traces = [BOB, 'Bob', idOf(meeting, BOB)];
  await stage.settings.put(ACME, BOB, { lengthMinutes: 50 });
  await stage.mornings.watch(ACME, BOB, stage.clock.now().plus({ days: 9 }));
  const before = await everything();
  expect(traces.filter((trace) => before.includes(trace))).toEqual(traces);

  expect(await erase(ACME, BOB, false)).toEqual({ left: 1, removed: 0, refused: [], remaining: 0 });
  await planNext();

  const after = await everything();
  expect(traces.filter((trace) => after.includes(trace))).toEqual([]);
  stage.clock.set(meeting.startsAt);
  expect(await enter(link, BROWSER)).toEqual({ ok: false, problem: { kind: 'not-invited' } });
  expect(await stage.meetings.find(meeting.id)).toMatchObject({ title: 'Standup', organizer: ALICE });
  // Their own invitation is gone, and nothing else; who came is still told to the organizer.
  const deliveries = plannedFor(meeting).length - 1 + 1;
  expect(await countRows(stage.store)).toEqual({ meetings: 1, seats: 2, sessions: 1, agenda: 2, deliveries });
});

test('a guest by mail is nowhere any more, however their address was typed', async () => {
  const meeting = aMeeting();
  const zoe = aGuest(meeting.id, 'Zoe@example.com', { name: 'Zoe' });
  const invited = { ...meeting, invitees: [...meeting.invitees, zoe] };
  const { erase, everything, guestCodes, clock } = await setting(invited);
  const issued = issueCode(null, clock.now());
  await guestCodes.change(meeting.id, zoe.id, () => expectOk(issued));
  const traces = ['Zoe', zoe.id];
  const before = await everything();
  expect(traces.filter((trace) => before.includes(trace))).toEqual(traces);

  const erased = await erase(ACME, ZOE as MailAddress, false);

  expect(erased).toEqual({ left: 1, removed: 0, refused: [], remaining: 0 });
  const after = await everything();
  expect(traces.filter((trace) => after.includes(trace))).toEqual([]);
  expect([ALICE, BOB, CHEN].filter((other) => !after.includes(other))).toEqual([]);
});

test('a second run finds nothing to do', async () => {
  const { erase, everything } = await setting(aMeeting());

  await erase(ACME, BOB, false);
  const once = await everything();

  expect(await erase(ACME, BOB, false)).toEqual({ left: 0, removed: 0, refused: [], remaining: 0 });
  expect(await everything()).toBe(once);
});

test('a dry run counts and changes nothing', async () => {
  const { erase, everything, clock } = await setting(aMeeting({ organizer: BOB }), aMeeting({ id: retro }));
  clock.set(aMeeting().endsAt);
  const before = await everything();

  expect(await erase(ACME, BOB, true)).toEqual({ left: 1, removed: 1, refused: [], remaining: 0 });
  expect(await everything()).toBe(before);
});

test('with a meeting of theirs still to come nothing is erased, and it is named', async () => {
  const { erase, everything } = await setting(aMeeting(), aMeeting({ id: retro, organizer: BOB }));
  const before = await everything();

  expect(await erase(ACME, BOB, false)).toEqual({ left: 1, removed: 0, refused: [retro], remaining: 0 });
  expect(await everything()).toBe(before);
});

test('meetings of theirs that are over go with all their rows', async () => {
  const { erase, store, clock } = await setting(aMeeting());
  clock.set(aMeeting().endsAt);

  expect(await erase(ACME, ALICE, false)).toEqual({ left: 0, removed: 1, refused: [], remaining: 0 });
  expect(await countRows(store)).toEqual({});
});

test('somebody of the same id in another workspace is somebody else', async () => {
  const { erase, everything } = await setting(aMeeting({ workspace: ZENITH }));
  const before = await everything();

  expect(await erase(ACME, BOB, false)).toEqual({ left: 0, removed: 0, refused: [], remaining: 0 });
  expect(await everything()).toBe(before);
});

test('what is on its way to them ends first, so that it leaves nothing behind', async () => {
  const meeting = aMeeting();
  const { erase, everything, waits, deliveries, clock } = await setting(meeting);
  for (let n = 0; n < 4; n += 1) await takeAnyDue(deliveries, clock.now(), clock.now().plus(lease), `claim ${n}`);

  await erase(ACME, BOB, false);

  expect(waits).toHaveLength(3);
  expect(await everything()).not.toContain(idOf(meeting, BOB));
});

test('rows that an earlier run left behind are found', async () => {
  const meeting = aMeeting();
  const { erase, everything, seats } = await setting(meeting);
  await erase(ACME, BOB, false);
  await seats.change(meeting.id, 'once', idOf(meeting, BOB), () => ({ name: 'Bob' }));

  await erase(ACME, BOB, false);

  expect(await everything()).not.toContain('Bob');
});

test('an export holds what is stored of one person, and nothing of the others', async () => {
  const meeting = aMeeting();
  const { meetings, settings, ...stage } = await setting(meeting, aMeeting({ id: retro, workspace: ZENITH }));

  await settings.put(ACME, BOB, { zone: 'Asia/Tokyo' });
  await settings.raiseFeedVersion(ACME, BOB, 2);
  await stage.mornings.watch(ACME, BOB, stage.clock.now());

  const exported = JSON.stringify(await makeExportPerson({ ...stage, meetings, settings })(ACME, BOB));

  expect(JSON.parse(exported)).toMatchObject({
    workspace: ACME,
    user: BOB,
    settings: { zone: 'Asia/Tokyo' },
    feedVersion: 2,
    morning: { lastDay: null },
    meetings: [
      {
        meeting: { title: 'Standup', startsAt: '2026-03-03T09:00:00.000+01:00' },
        invitee: { name: 'Bob', role: 'guest', isOrganizer: false },
        seats: [{ name: 'Bob', participant: { id: 'participant of Bob' }, enteredAt: null }],
        attended: [
          {
            occurrence: 'once',
            firstCameAt: '2026-03-03T08:00:00.000Z',
            lastLeftAt: '2026-03-03T08:30:00.000Z',
            minutes: 30,
          },
        ],
      },
    ],
  });
  expect([ALICE, CHEN, 'Alice', 'Chen', retro].filter((other) => exported.includes(other))).toEqual([]);
});

test('an export for a guest holds their places and nobody else’s', async () => {
  const meeting = aMeeting();
  const zoe = aGuest(meeting.id, 'Zoe@example.com', { name: 'Zoe' });
  const stage = await setting({ ...meeting, invitees: [...meeting.invitees, zoe] }, aMeeting({ id: retro }));

  const exported = await makeExportPerson(stage)(ACME, ZOE as MailAddress);

  expect(exported).toMatchObject({
    workspace: ACME,
    email: ZOE,
    meetings: [
      {
        meeting: { title: 'Standup' },
        invitee: { id: zoe.id, name: 'Zoe', email: 'Zoe@example.com', isOrganizer: false },
        seats: [{ name: 'Zoe' }],
        attended: [{ minutes: 30 }],
      },
    ],
  });
  const text = JSON.stringify(exported);
  expect([ALICE, BOB, 'Alice', 'Bob', retro].filter((other) => text.includes(other))).toEqual([]);
});
