import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type NewParticipant, type RoomService, RoomServiceFault } from '../../src/ports/rooms.ts';

export interface OpenedRoomService {
  readonly service: RoomService;
  /** Two presets that the service has. */
  readonly presets: { readonly host: string; readonly guest: string };
  close(): Promise<void>;
}

const NOBODY = '00000000-0000-4000-8000-00000000dead';

/** What every `RoomService` does, whatever service stands behind it and however that treats a second add. */
export function describeRoomService(name: string, open: () => Promise<OpenedRoomService>): void {
  describe(`${name}, as a room service`, () => {
    let opened: OpenedRoomService;
    let service: RoomService;
    let alice: NewParticipant;

    beforeEach(async () => {
      opened = await open();
      service = opened.service;
      alice = { name: 'Alice', personId: 'p-alice', preset: opened.presets.host };
    });
    afterEach(() => opened.close());

    test('finds a room by the code it was made with', async () => {
      const room = await service.createRoom({ title: 'Standup', code: 'k7f3q' });
      await service.createRoom({ title: 'Standup', code: 'm2x9a' });

      expect(await service.findRoom('k7f3q')).toEqual(room);
    });

    test.each([
      { title: 'Standup', code: 'k7f3q-longer' },
      { title: 'Standup', code: 'longer-k7f3q' },
      { title: 'k7f3q', code: 'other' },
      { title: 'Standup · k7f3q', code: 'other' },
      { title: 'Standup', code: 'K7F3Q' },
    ])('does not take "$title" of $code for the room of k7f3q', async (other) => {
      await service.createRoom(other);

      expect(await service.findRoom('k7f3q')).toBeNull();
    });

    test('keeps the code apart from a title that looks like one', async () => {
      const room = await service.createRoom({ title: 'Plans · Q3', code: 'k7f3q' });

      expect(await service.findRoom('k7f3q')).toEqual(room);
    });

    test('finds the same one of two rooms with one code', async () => {
      const first = await service.createRoom({ title: 'Standup', code: 'k7f3q' });
      const second = await service.createRoom({ title: 'Standup', code: 'k7f3q' });

      const found = await service.findRoom('k7f3q');

      expect([first, second]).toContainEqual(found);
      expect(await service.findRoom('k7f3q')).toEqual(found);
    });

    test('takes nobody into a closed room, and no longer finds it', async () => {
      const { roomId } = await service.createRoom({ title: 'Standup', code: 'k7f3q' });

      await service.closeRoom(roomId);
      await service.closeRoom(roomId);

      expect(await faultOf(service.addParticipant(roomId, alice))).toMatchObject({ kind: 'refused', retryable: false });
      expect(await service.findRoom('k7f3q')).toBeNull();
    });

    test('takes people into a room that was opened again, and finds it', async () => {
      const room = await service.createRoom({ title: 'Standup', code: 'k7f3q' });
      await service.closeRoom(room.roomId);

      await service.reopenRoom(room.roomId);
      await service.reopenRoom(room.roomId);

      expect(await service.addParticipant(room.roomId, alice)).toMatchObject({ token: expect.stringMatching(/./) });
      expect(await service.findRoom('k7f3q')).toEqual(room);
    });

    test('removes a participant, who may be added anew', async () => {
      const { roomId } = await service.createRoom({ title: 'Standup', code: 'k7f3q' });
      const { participantId } = await service.addParticipant(roomId, alice);

      await service.removeParticipant(roomId, participantId);

      expect(await service.findParticipant(roomId, 'p-alice')).toBeNull();
      expect((await faultOf(service.refreshToken(roomId, participantId))).kind).toBe('not-found');
      expect((await service.addParticipant(roomId, alice)).participantId).not.toBe(participantId);
    });

    test('changes a preset to one that there is', async () => {
      const { roomId } = await service.createRoom({ title: 'Standup', code: 'k7f3q' });
      const { participantId } = await service.addParticipant(roomId, alice);

      await service.changePreset(roomId, participantId, opened.presets.guest);

      const fault = await faultOf(service.changePreset(roomId, participantId, 'no-such-preset'));
      expect(fault).toMatchObject({ kind: 'refused', retryable: false, ambiguous: false });
    });

    test.each<[string, (roomId: string) => Promise<void>]>([
      ['removing', (roomId) => service.removeParticipant(roomId, NOBODY)],
      ['removing from an unknown room', () => service.removeParticipant(NOBODY, NOBODY)],
      ['kicking', (roomId) => service.kick(roomId, { participantId: NOBODY, personId: 'p-nobody' })],
      ['kicking in an unknown room', () => service.kick(NOBODY, { participantId: NOBODY, personId: 'p-nobody' })],
      ['kicking everybody', (roomId) => service.kickAll(roomId)],
      ['kicking everybody in an unknown room', () => service.kickAll(NOBODY)],
    ])('has nothing to do for %s where nobody is', async (_, act) => {
      const { roomId } = await service.createRoom({ title: 'Standup', code: 'k7f3q' });
      const { participantId } = await service.addParticipant(roomId, alice);

      await act(roomId);

      expect(await service.findParticipant(roomId, 'p-alice')).toMatchObject({ participantId });
    });

    test('finds a participant by our id of the person', async () => {
      const { roomId } = await service.createRoom({ title: 'Standup', code: 'k7f3q' });
      const added = await service.addParticipant(roomId, alice);
      await service.addParticipant(roomId, { name: 'Alice', personId: 'p-bob', preset: opened.presets.guest });

      expect(await service.findParticipant(roomId, 'p-alice')).toEqual({
        participantId: added.participantId,
        preset: alice.preset,
      });
    });

    test('finds no participant of another room', async () => {
      const { roomId } = await service.createRoom({ title: 'Standup', code: 'k7f3q' });
      const other = await service.createRoom({ title: 'Standup', code: 'm2x9a' });
      await service.addParticipant(other.roomId, alice);

      expect(await service.findParticipant(roomId, 'p-alice')).toBeNull();
    });

    test('gives each participant a token of their own', async () => {
      const { roomId } = await service.createRoom({ title: 'Standup', code: 'k7f3q' });

      const a = await service.addParticipant(roomId, alice);
      const b = await service.addParticipant(roomId, { ...alice, personId: 'p-bob' });

      expect(new Set([a.token, b.token]).size).toBe(2);
      expect(new Set([a.participantId, b.participantId]).size).toBe(2);
    });

    test('gives a new token to a participant who is there', async () => {
      const { roomId } = await service.createRoom({ title: 'Standup', code: 'k7f3q' });
      const { participantId, token } = await service.addParticipant(roomId, alice);

      const refreshed = await service.refreshToken(roomId, participantId);

      expect(refreshed).toEqual({ token: expect.stringMatching(/./) });
      expect(refreshed.token).not.toBe(token);
    });

    test('lets a person who was added twice in by find and refresh', async () => {
      const { roomId } = await service.createRoom({ title: 'Standup', code: 'k7f3q' });
      await service.addParticipant(roomId, alice);

      const again = await service.addParticipant(roomId, alice).catch((fault: unknown) => fault);
      if (again instanceof Error) expect(again).toMatchObject({ kind: 'conflict', ambiguous: false });
      const found = await service.findParticipant(roomId, 'p-alice');

      expect(await service.refreshToken(roomId, found?.participantId ?? '')).toEqual({
        token: expect.stringMatching(/./),
      });
    });

    test('lists its presets', async () => {
      const { host, guest } = opened.presets;

      expect(await service.listPresets()).toEqual(expect.arrayContaining([host, guest]));
    });

    test.each<[string, Partial<NewParticipant>]>([
      ['a preset that does not exist', { preset: 'no-such-preset' }],
      ['an empty name', { name: '' }],
      ['a blank name', { name: '  ' }],
    ])('refuses %s', async (_, wrong) => {
      const { roomId } = await service.createRoom({ title: 'Standup', code: 'k7f3q' });

      const fault = await faultOf(service.addParticipant(roomId, { ...alice, ...wrong }));

      expect(fault).toMatchObject({ kind: 'refused', retryable: false, ambiguous: false });
      expect(await service.findParticipant(roomId, 'p-alice')).toBeNull();
    });

    test.each<[string, (roomId: string) => Promise<unknown>]>([
      ['closing an unknown room', () => service.closeRoom(NOBODY)],
      ['reopening an unknown room', () => service.reopenRoom(NOBODY)],
      ['a preset for an unknown participant', (roomId) => service.changePreset(roomId, NOBODY, opened.presets.host)],
      ['adding to an unknown room', () => service.addParticipant(NOBODY, alice)],
      ['looking into an unknown room', () => service.findParticipant(NOBODY, 'p-alice')],
      ['a token for an unknown participant', (roomId) => service.refreshToken(roomId, NOBODY)],
      ['a token in an unknown room', () => service.refreshToken(NOBODY, NOBODY)],
      ['an id that climbs out of its path', () => service.closeRoom('..')],
      ['an id that goes down another path', (roomId) => service.closeRoom(`${roomId}/participants`)],
      ['an empty id', () => service.closeRoom('')],
    ])('answers not-found to %s', async (_, act) => {
      const { roomId } = await service.createRoom({ title: 'Standup', code: 'k7f3q' });

      expect(await faultOf(act(roomId))).toMatchObject({ kind: 'not-found', retryable: false, ambiguous: false });
    });
  });
}

/** The fault that this ends in; fails the test when it ends in anything else. */
export async function faultOf(act: Promise<unknown>): Promise<RoomServiceFault> {
  const outcome = await act.catch((error: unknown) => error);
  if (outcome instanceof RoomServiceFault) return outcome;
  throw new Error(`Expected a fault of the room service, not ${JSON.stringify(outcome) ?? String(outcome)}`);
}
