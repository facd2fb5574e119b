import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type OpenedSimulator, openSimulator } from './open-simulator.ts';

let at: OpenedSimulator;

beforeEach(async () => {
  at = await openSimulator({ largestPage: 3 });
});
afterEach(() => at.simulator.close());

test('rooms made at one door are found at the other', async () => {
  const id = (await at.ask('POST', '/meetings', { title: 'Standup' }, 'dyte')).row.id;

  expect((await at.ask('GET', `/meetings/${id}`)).row).toMatchObject({ id, title: 'Standup', status: 'ACTIVE' });
});

test('rooms are listed newest first, in pages, with a count', async () => {
  const ids = [];
  for (const title of ['a', 'b', 'c', 'd']) ids.unshift(await at.makeRoom(title));

  const first = await at.ask('GET', '/meetings?page_no=1&per_page=50');
  const second = await at.ask('GET', '/meetings?page_no=2&per_page=50');

  expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(ids);
  expect(first.paging).toEqual({ total_count: 4, start_offset: 0, end_offset: 3 });
  expect(second.paging).toEqual({ total_count: 4, start_offset: 3, end_offset: 4 });
});

test('rooms are searched by a part of the title, by the id, and by status', async () => {
  const standup = await at.makeRoom('Standup · k7f3q');
  const retro = await at.makeRoom('Retro');
  await at.ask('PATCH', `/meetings/${retro}`, { status: 'INACTIVE' });

  const idsOf = async (query: string) => (await at.ask('GET', `/meetings?${query}`)).rows.map(({ id }) => id);

  expect(await idsOf('search=K7F')).toEqual([standup]);
  expect(await idsOf(`search=${retro}`)).toEqual([retro]);
  expect(await idsOf('status=ACTIVE')).toEqual([standup]);
});

test('rooms keep what a change does not name', async () => {
  const id = (await at.ask('POST', '/meetings', { title: 'Standup', persist_chat: true })).row.id;

  const changed = await at.ask('PATCH', `/meetings/${id}`, { status: 'INACTIVE' });

  expect(changed.row).toMatchObject({ id, title: 'Standup', persist_chat: true, status: 'INACTIVE' });
});
