import { expect, test } from '@jest/globals';
import type { Invitee } from '../../src/domain/invitee.ts';
import { deriveLinkKeys, signPublicLink } from '../../src/domain/join-link.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { MOST_VISITORS, visitorIdFor } from '../../src/domain/visitor.ts';
import { makeFetchInviteFile } from '../../src/usecases/fetch-invite-file.ts';
import { makeFileFor } from '../../src/usecases/file-for.ts';
import { makeLookAtPublicMeeting } from '../../src/usecases/look-at-public-meeting.ts';
import { makeVisitPublicMeeting } from '../../src/usecases/visit-public-meeting.ts';
import { berlin, STANDUP } from '../support/a-meeting.ts';

import { changeStored, links, rules, setStageWithMeeting } from './stage.ts';

const FORGED = signPublicLink(STANDUP, deriveLinkKeys(['x'], 'public'));

async function setting(changes: Partial<Meeting> = {}) {
  const stage = await setStageWithMeeting({ access: 'public', ...changes });
  const { meeting, seats, lookUpDoor } = stage;
  const link = links.publicUrlFor(meeting).split('/m/')[1] ?? '';
  const visit = makeVisitPublicMeeting(stage);
  return {
    ...stage,
    link,
    visitBy: visit,
    visit: (name: string, page = 'page-1') => visit(link, name, page),
    /** The calendar file that goes with a personal link. */
    file: (url: string) =>
      makeFetchInviteFile({ ...stage, fileFor: makeFileFor(links, stage.clock) })(url.split('/j/')[1] ?? ''),
    look: makeLookAtPublicMeeting({ ...stage, rules }),
    visitors: async () => (await seats.ofMeeting(meeting.id)).filter(({ isVisitor }) => isVisitor),
    /** What the door says to the holder of a link. */
    atTheDoor: async (url: string) => {
      const read = links.read(url.split('/j/')[1] ?? '');
      return read && (await lookUpDoor(read))?.admitted;
    },
  };
}

function urlOf(visited: Awaited<ReturnType<ReturnType<typeof makeVisitPublicMeeting>>>): string {
  if (!visited.ok) throw new Error(visited.problem.kind);
  return visited.value;
}

test('a visitor says a name and gets a personal link, which lets them in as a guest', async () => {
  const { visit, atTheDoor, clock, meeting } = await setting();
  clock.set(berlin('2026-03-03T09:00'));

  const admitted = await atTheDoor(urlOf(await visit('  Zoë\u0000 Quinn ')));

  expect(admitted).toMatchObject({ ok: true, value: { name: 'Zoë Quinn', role: 'guest', user: null, email: null } });
  expect(meeting.invitees).toHaveLength(3);
});

test('a visitor has a calendar file with their own link, for as long as the meeting is public', async () => {
  const { visit, file, meeting, store } = await setting();
  const url = urlOf(await visit('Zoë'));

  const content = (await file(url))?.content.replaceAll(/\r?\n[ \t]/g, '');
  expect(content).toContain(`URL:${url}?s=0\r\n`);
  expect(content).toContain('SUMMARY:Standup\r\n');
  await changeStored(store, meeting, { access: 'invited' });
  expect(await file(url)).toBeNull();
});

test('a link of nobody who said a name has no file', async () => {
  const { meeting, file } = await setting();
  const nobody = visitorIdFor(meeting.id, 'another page');

  expect(await file(links.urlFor(meeting, { ...meeting.invitees[0], id: nobody } as Invitee))).toBeNull();
});

test('the same page pressed twice is one visitor, and another page another', async () => {
  const { visit, visitors } = await setting();

  const [first, again, other] = [await visit('Zoë'), await visit('Zoë Q.'), await visit('Zoë', 'page-2')].map(urlOf);

  expect(again).toBe(first);
  expect(other).not.toBe(first);
  expect((await visitors()).map(({ name }) => name).sort()).toEqual(['Zoë', 'Zoë Q.']);
});

test('a forged link is unknown before anything is read', async () => {
  const { visitBy, look, store } = await setting();
  await store.close();

  expect(await visitBy(FORGED, 'Zoë', 'page')).toEqual({ ok: false, problem: { kind: 'unknown-link' } });
  expect(await look(FORGED)).toBeNull();
});

test('a name is needed', async () => {
  const { visit } = await setting();

  expect(await visit(' \u200b\n ')).toEqual({ ok: false, problem: { kind: 'name-needed' } });
});

test('a shared link fills neither the store nor the room', async () => {
  const { visit, visitors } = await setting();
  for (let n = 0; n < MOST_VISITORS; n += 1) await visit('Zoë', `page-${n}`);

  expect(await visit('Late', 'another')).toEqual({ ok: false, problem: { kind: 'too-many-visitors' } });
  expect(await visit('Zoë', 'page-7')).toMatchObject({ ok: true });
  expect(await visitors()).toHaveLength(MOST_VISITORS);
});

test('when a meeting is public no more, its shared link and its visitors are out', async () => {
  const { visit, atTheDoor, look, link, clock, store, meeting } = await setting();
  clock.set(berlin('2026-03-03T09:00'));
  const url = urlOf(await visit('Zoë'));
  await changeStored(store, meeting, { access: 'invited' });

  expect(await visit('Yan', 'page-2')).toEqual({ ok: false, problem: { kind: 'not-public' } });
  expect(await atTheDoor(url)).toEqual({ ok: false, problem: { kind: 'not-invited' } });
  expect((await look(link))?.status).toBe('not-public');
});

test.each([
  [{}, '2026-03-02T09:00', 'open'],
  [{}, '2026-03-03T09:44:59', 'open'],
  [{}, '2026-03-03T09:45', 'ended'],
  [{ status: 'cancelled' as const }, '2026-03-03T09:00', 'cancelled'],
  [{ status: 'draft' as const }, '2026-03-03T09:00', 'not-public'],
])('%j shows at %s as %s', async (changes, at, status) => {
  const { look, link, clock } = await setting(changes);
  clock.set(berlin(at));

  expect(await look(link)).toEqual({
    title: 'Standup',
    startsAt: berlin('2026-03-03T09:00'),
    endsAt: berlin('2026-03-03T09:30'),
    organizer: 'Alice',
    status,
  });
});
