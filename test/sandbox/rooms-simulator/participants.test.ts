import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { BOB, NOON, type OpenedSimulator, openSimulator } from './open-simulator.ts';

let at: OpenedSimulator;

beforeEach(async () => {
  at = await openSimulator();
});
afterEach(() => at.simulator.close());

test('participants are listed, read, changed and removed, and never shown with a token', async () => {
  const room = await at.makeRoom();
  const { id } = await at.addTo(room);
  const path = `/meetings/${room}/participants`;

  await at.ask('PATCH', `${path}/${id}`, { name: 'Robert', preset_name: 'group_call_host' });
  const read = (await at.ask('GET', `${path}/${id}`)).row;

  expect(read).toMatchObject({ id, name: 'Robert', preset_name: 'group_call_host', custom_participant_id: 'p-bob' });
  expect(Object.keys(read)).not.toContain('token');
  expect((await at.ask('GET', path)).row).toEqual([read]);
  expect((await at.ask('DELETE', `${path}/${id}`)).row['custom_participant_id']).toBe('p-bob');
  expect((await at.ask('GET', `${path}/${id}`)).status).toBe(404);
});

test('participants get tokens of the shape of a JWT that are good for 100 days and never the same', async () => {
  const room = await at.makeRoom();
  const { id, token } = await at.addTo(room);
  const refreshed = (await at.ask('POST', `/meetings/${room}/participants/${id}/token`)).row.token;

  const claims = [token, refreshed].map((each: string) => {
    const [header = '', payload = '', signature = ''] = each.split('.');
    expect([header, signature].every((part) => /^[\w-]+$/.test(part))).toBe(true);
    return JSON.parse(Buffer.from(payload, 'base64url').toString());
  });

  const iat = NOON / 1000;
  expect(claims[0]).toMatchObject({ meetingId: room, participantId: id, iat, exp: iat + 8_640_000 });
  expect(claims[0].jti).not.toBe(claims[1].jti);
  expect(at.simulator.tokens().map((issued) => issued.token)).toEqual([token, refreshed]);
});

test('participants cannot be added to an inactive room until it is active again', async () => {
  const room = await at.makeRoom();
  const add = () => at.ask('POST', `/meetings/${room}/participants`, BOB);

  await at.ask('PATCH', `/meetings/${room}`, { status: 'INACTIVE' });
  expect((await add()).status).toBe(400);
  await at.ask('PATCH', `/meetings/${room}`, { status: 'ACTIVE' });
  expect((await add()).status).toBe(201);
});

test.each([400, 409, 422] as const)(
  'participants cannot be added twice where that is answered with %i',
  async (duplicateStatus) => {
    await at.simulator.close();
    at = await openSimulator({ duplicateStatus });
    const room = await at.makeRoom();
    await at.addTo(room);

    expect((await at.ask('POST', `/meetings/${room}/participants`, BOB)).status).toBe(duplicateStatus);
    expect(at.simulator.participants(room)).toHaveLength(1);
  },
);

test('participants can be added twice where that is allowed', async () => {
  await at.simulator.close();
  at = await openSimulator({ duplicate: 'allow' });
  const room = await at.makeRoom();

  expect((await at.addTo(room)).id).not.toBe((await at.addTo(room)).id);
  expect(at.simulator.participants(room)).toHaveLength(2);
});
