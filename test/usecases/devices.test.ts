import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { replaceLink, takeOff } from '../../src/domain/changes/people.ts';
import type { DevicePolicy } from '../../src/domain/devices.ts';
import type { SlackUserId } from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { ChatFault } from '../../src/ports/chat-fault.ts';
import { RoomServiceFault } from '../../src/ports/rooms.ts';
import { makeEnsureRoom } from '../../src/usecases/ensure-room.ts';
import { makeEnterMeeting } from '../../src/usecases/enter-meeting.ts';
import { makeParticipantToken } from '../../src/usecases/participant-token.ts';
import { makeReplaceLink } from '../../src/usecases/replace-link.ts';
import { makeDeviceWatch } from '../../src/usecases/watch-devices.ts';
import { makeWithholdToken } from '../../src/usecases/withhold-token.ts';
import { aGuest } from '../support/a-guest.ts';
import { ACME, ALICE, aMeeting, BOB, berlin, CHEN, idOf, inviteeNamed, STANDUP, ZENITH } from '../support/a-meeting.ts';
import { expectOk } from '../support/results.ts';
import { setOutgoingStage } from './outgoing-stage.ts';
import { links, presets } from './stage.ts';

const NINE = berlin('2026-03-03T09:00');
const [LAPTOP, PHONE, TABLET] = ['laptop', 'phone', 'tablet'] as const;
const OTHER_DEVICE = { ok: false, problem: { kind: 'other-device', name: 'Bob' } };

const weekly = { series: { rule: { freq: 'WEEKLY', byday: ['TU'] } as const, changes: [] } };
const guest = aGuest(STANDUP);
const withGuest = { invitees: [...aMeeting().invitees, guest] };

/** Alice's standup at nine, with everything that went out before forgotten. */
async function setting(policy: DevicePolicy, changes: Partial<Meeting> = {}) {
  const stage = await setOutgoingStage(changes);
  const { meeting, clock, messenger } = stage;
  clock.set(NINE);
  await stage.quiet();
  const wake = () => {};
  /** A process of its own, which shares nothing but the store and the service. */
  const process = (roomService = stage.roomService) =>
    makeEnterMeeting({
      ...stage,
      ensureRoom: makeEnsureRoom({ ...stage, roomService }),
      participantToken: makeParticipantToken({ ...stage, roomService, presets }),
      withholdToken: makeWithholdToken(stage),
      deviceWatch: makeDeviceWatch({ ...stage, policy, wake }),
      sdk: 'realtimekit',
    });
  const enter = process();
  const linkOf = async (user: SlackUserId | null = BOB) => {
    const present = await stage.present();
    const invitee = user ? inviteeNamed(present, user) : guest;
    return links.urlFor(present, invitee).split('/j/')[1] ?? '';
  };
  return {
    ...stage,
    process,
    linkOf,
    press: async (device: string, { user = BOB as SlackUserId | null, isProven = false } = {}) =>
      enter(await linkOf(user), { device, isProven }),
    /** To whom, of whose link, and what became of it. */
    told: async () => {
      await stage.quiet();
      return messenger.sent.flatMap(({ channel, message }) =>
        message.kind === 'other-device'
          ? [[channel, message.who?.user ?? message.who?.email ?? 'their own', message.other.was]]
          : [],
      );
    },
    inRoom: () => stage.roomService.made.flatMap(({ participants }) => participants.map(({ personId }) => personId)),
    bob: idOf(meeting, BOB),
    replace: makeReplaceLink({ ...stage, wake }),
  };
}

const tokenOf = (entry: { ok: boolean; value?: { authToken: string } }) => entry.value?.authToken ?? '';

describe('a link that was used on a laptop, on a phone', () => {
  test('comes in beside it where any device may', async () => {
    const { press, roomService, inRoom, bob } = await setting('any');

    const entries = [await press(LAPTOP), await press(PHONE)];

    expect(entries.map(tokenOf).map(roomService.isGood)).toEqual([true, true]);
    expect([inRoom(), roomService.kicked]).toEqual([[bob], []]);
  });

  test('comes in alone where the newest may: the laptop is put out, and its token is worthless', async () => {
    const { press, roomService, inRoom, bob } = await setting('newest');

    const entries = [await press(LAPTOP), await press(PHONE)];

    expect(entries.map(tokenOf).map(roomService.isGood)).toEqual([false, true]);
    expect([inRoom(), roomService.kicked]).toEqual([[bob], [bob]]);
  });

  test('stays out where the first alone may, and costs the service nothing', async () => {
    const { press, roomService } = await setting('first');
    const first = await press(LAPTOP);
    const calls = [...roomService.calls];

    expect(await press(PHONE)).toEqual(OTHER_DEVICE);
    expect(roomService.calls).toEqual(calls);
    expect(roomService.isGood(tokenOf(first))).toBe(true);
    expect(await press(LAPTOP)).toMatchObject({ ok: true });
  });
});

test('under newest the laptop may come back, and then it is the phone that is out', async () => {
  const { press, roomService } = await setting('newest');

  const entries = [await press(LAPTOP), await press(PHONE), await press(LAPTOP), await press(LAPTOP)];

  expect(entries.map(tokenOf).map(roomService.isGood)).toEqual([false, false, true, true]);
});

describe.each<[DevicePolicy, string]>([
  ['any', 'beside'],
  ['newest', 'instead'],
  ['first', 'refused'],
])('under %s', (policy, was) => {
  test('Bob and Alice are told once, whatever follows', async () => {
    const { press, told } = await setting(policy);
    for (const device of [LAPTOP, PHONE, LAPTOP, PHONE, TABLET]) await press(device);
    await told();
    for (const device of [LAPTOP, TABLET]) await press(device);

    expect((await told()).sort()).toEqual([
      [`D-${ALICE}`, BOB, was],
      [`D-${BOB}`, 'their own', was],
    ]);
  });

  test('nobody is told of one device', async () => {
    const { press, told } = await setting(policy);
    for (const user of [BOB, CHEN]) await press(LAPTOP, { user });
    await press(LAPTOP);

    expect(await told()).toEqual([]);
  });

  test('a new link begins anew, and is told of anew', async () => {
    const { press, told, change, clock } = await setting(policy);
    for (const device of [LAPTOP, PHONE]) await press(device);
    await told();
    await change((meeting) => replaceLink(meeting, idOf(meeting, BOB), clock.now()));

    const entry = await press(TABLET);
    expect([entry.ok, (await told()).length]).toEqual([true, 2]);
    await press(LAPTOP);
    expect(await told()).toHaveLength(4);
  });

  test('a message that arrived unseen is found, not repeated', async () => {
    const { press, told, messenger, clock } = await setting(policy);
    messenger.fail('post', new ChatFault('unavailable', 'no answer', { ambiguous: true }), 'after');
    for (const device of [LAPTOP, PHONE]) await press(device);
    await told();
    clock.advance({ minutes: 2 });

    expect(await told()).toHaveLength(2);
  });

  test('of a guest’s link Alice alone is told', async () => {
    const { press, told } = await setting(policy, withGuest);
    for (const device of [LAPTOP, PHONE]) await press(device, { user: null });

    expect(await told()).toEqual([[`D-${ALICE}`, guest.email, was]]);
  });

  test('nobody is told of a link that is worthless before its turn comes', async () => {
    const { press, told, change, clock } = await setting(policy);
    for (const device of [LAPTOP, PHONE]) await press(device);
    await change((meeting) => takeOff(meeting, idOf(meeting, BOB), clock.now()));

    expect(await told()).toEqual([]);
  });

  test('of a series the first run decides for those to come', async () => {
    const { press, told, clock } = await setting(policy, weekly);
    await press(LAPTOP);
    clock.advance({ days: 7 });
    await press(PHONE);
    await told();
    clock.advance({ days: 7 });
    await press(PHONE);

    expect(await told()).toHaveLength(2);
  });
});

test.each<[DevicePolicy, boolean, boolean]>([
  ['any', true, true],
  ['newest', false, true],
  ['first', false, true],
])('who has proved who they are may change devices under %s, and nobody is told', async (policy, ...good) => {
  const { press, told, roomService } = await setting(policy);
  const proven = { isProven: true };

  const entries = [await press(LAPTOP, proven), await press(PHONE, proven)];

  expect(entries.map(tokenOf).map(roomService.isGood)).toEqual(good);
  expect(await told()).toEqual([]);
});

test.each(['removeParticipant', 'kick', 'addParticipant'] as const)(
  'under newest nobody comes in while the service fails to %s, and the next try puts the laptop out',
  async (step) => {
    const { press, roomService, told } = await setting('newest');
    const first = await press(LAPTOP);
    roomService.fail(step, new RoomServiceFault('unavailable', 'down'));

    expect(await press(PHONE)).toMatchObject({ ok: false, problem: { kind: 'room-unavailable' } });
    const kicksBefore = roomService.kicked.length;
    const second = await press(PHONE);

    expect([first, second].map(tokenOf).map(roomService.isGood)).toEqual([false, true]);
    expect(roomService.kicked.length).toBeGreaterThan(step === 'addParticipant' ? 0 : kicksBefore);
    expect(await told()).toHaveLength(2);
  },
);

test('under first a device that could not be let in holds nobody off', async () => {
  const { press, roomService, told } = await setting('first');
  roomService.fail('addParticipant', new RoomServiceFault('unavailable', 'down'));

  expect(await press(LAPTOP)).toMatchObject({ ok: false });
  expect(await press(PHONE)).toMatchObject({ ok: true });
  expect(await told()).toEqual([]);
});

test('under newest a phone that the record of the laptop was lost for puts it out all the same', async () => {
  const { press, roomService, seats, bob } = await setting('newest');
  const first = await press(LAPTOP);
  await seats.change(STANDUP, 'once', bob, () => ({ participant: null }));

  const second = await press(PHONE);

  expect([first, second].map(tokenOf).map(roomService.isGood)).toEqual([false, true]);
  expect(roomService.kicked).toEqual([bob]);
});

test('nothing that is stored is a device, and a visitor of a public meeting needs none', async () => {
  const { press, seats, bob } = await setting('first', { access: 'public' });
  expectOk(await press('laptop-of-bob'));

  const stored = await seats.get(STANDUP, 'once', bob);
  expect(stored.device?.digest).toMatch(/^[\w-]{43}$/);
  expect(JSON.stringify(stored)).not.toContain('laptop-of-bob');
});

test('a visitor may come by any browser, and none is told to keep anything', async () => {
  const { seats, process } = await setting('first', { access: 'public' });
  const visitor = 'visitor00000' as ReturnType<typeof idOf>;
  await seats.change(STANDUP, 'once', visitor, () => ({ isVisitor: true, name: 'Zoe' }));
  const link = links.urlFor(aMeeting(), { ...inviteeNamed(aMeeting(), BOB), id: visitor }).split('/j/')[1] as string;
  const enter = process();

  for (const device of [LAPTOP, PHONE]) {
    expect(await enter(link, { device, isProven: false })).toMatchObject({ ok: true, value: { device: null } });
  }
});

describe('at once, in as many processes,', () => {
  const ROUNDS = 8;
  const DEVICES = [LAPTOP, PHONE, TABLET];

  /** How many were let in, how many of their tokens are good, and how many were told. */
  async function race(policy: DevicePolicy) {
    const { process, linkOf, roomService, told } = await setting(policy);
    const link = await linkOf();
    let calls = 0;
    const jittered =
      <T extends unknown[], R>(call: (...given: T) => Promise<R>) =>
      async (...given: T) => {
        calls += 1;
        await sleep((calls * 7 + Math.floor(Math.random() * 5)) % 9);
        return call(...given);
      };
    const { addParticipant, refreshToken, removeParticipant, kick } = roomService;
    const slow = {
      ...roomService,
      addParticipant: jittered(addParticipant),
      refreshToken: jittered(refreshToken),
      removeParticipant: jittered(removeParticipant),
      kick: jittered(kick),
    };
    const entries = await Promise.all(DEVICES.map((device) => process(slow)(link, { device, isProven: false })));
    const tokens = entries.map(tokenOf).filter((token) => token !== '');
    return { tokens: tokens.length, good: tokens.filter(roomService.isGood).length, told: (await told()).length };
  }

  test('three devices all come in under any, and one notice each is sent', async () => {
    expect(await race('any')).toEqual({ tokens: 3, good: 3, told: 2 });
  });

  test('exactly one of three devices is let in under first', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      expect(await race('first')).toEqual({ tokens: 1, good: 1, told: 2 });
    }
  }, 60_000);

  test('exactly one of three devices stays in under newest', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      expect(await race('newest')).toMatchObject({ good: 1, told: 2 });
    }
  }, 60_000);
});

describe('a link is replaced', () => {
  const bobs = { meeting: STANDUP, invitee: idOf(aMeeting(), BOB), version: 1 };
  const versionOf = (meeting: Meeting) => inviteeNamed(meeting, BOB).linkVersion;

  test.each([
    ['whoever has it', BOB],
    ['the organizer', ALICE],
  ])('for %s, once for the same link', async (_, user) => {
    const { replace, present } = await setting('any');

    const replaced = [await replace({ workspace: ACME, user }, bobs), await replace({ workspace: ACME, user }, bobs)];

    expect(replaced.map((one) => expectOk(one).id)).toEqual([bobs.invitee, bobs.invitee]);
    expect(versionOf(await present())).toBe(2);
  });

  test.each([
    ['another guest', ACME, CHEN],
    ['somebody of another workspace', ZENITH, BOB],
  ])('not for %s', async (_, workspace, user) => {
    const { replace, present } = await setting('any');

    expect(await replace({ workspace, user }, bobs)).toEqual({ ok: false, problem: { kind: 'unknown-meeting' } });
    expect(versionOf(await present())).toBe(1);
  });
});
