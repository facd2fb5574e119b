import { expect, test } from '@jest/globals';
import { Duration } from 'luxon';
import type { Question } from '../../src/domain/draft.ts';
import type { MeetingId } from '../../src/domain/ids.ts';
import { type Meeting, organizerOf } from '../../src/domain/meeting.ts';
import { makeDecideDraft } from '../../src/usecases/decide-draft.ts';
import { ACME, AGREED_AT, ALICE, aMeeting, BOB, berlin, ZENITH } from '../support/a-meeting.ts';
import { expectOk } from '../support/results.ts';
import { setStage } from './stage.ts';

const evening = berlin('2026-03-03T19:00');
const seven: Question = { kind: 'seven', alternatives: [berlin('2026-03-03T07:00'), evening] };

/** Alice's draft of a standup, with the question whether seven is in the morning. */
async function setting(questions: readonly Question[] = [seven], changes: Partial<Meeting> = {}) {
  const stage = await setStage();
  const draft = aMeeting({ status: 'draft', questions, ...changes });
  await stage.meetings.add(draft);
  let wakes = 0;
  const decideDraft = makeDecideDraft({
    ...stage,
    meetings: stage.agreedMeetings,
    undoFor: Duration.fromObject({ seconds: 30 }),
    wake: () => {
      wakes += 1;
    },
  });
  const asAlice = { workspace: ACME, meeting: draft.id, user: ALICE };
  return { ...stage, draft, decideDraft, asAlice, wakes: () => wakes };
}

test('a choice is stored, and then Send makes a meeting of the draft, once, however often it is pressed', async () => {
  const { decideDraft, asAlice, meetings, draft, wakes } = await setting();

  await decideDraft({ ...asAlice, decision: { kind: 'choose', startsAt: evening } });
  const presses = await Promise.all([1, 2, 3].map(() => decideDraft({ ...asAlice, decision: { kind: 'send' } })));

  const sent = {
    ...draft,
    status: 'scheduled',
    startsAt: evening,
    endsAt: evening.plus({ minutes: 30 }),
    questions: [],
  };
  expect(presses).toEqual(
    [1, 2, 3].map(() => ({ ok: true, value: { meeting: sent, joinUrl: null, publicUrl: null } })),
  );
  expect(await meetings.find(draft.id)).toEqual(sent);
  expect(wakes()).toBeGreaterThan(0);
});

test('Send gives what the answer to a command gives: the way in of what begins at once, and the link for everybody', async () => {
  const past = { startsAt: AGREED_AT, endsAt: AGREED_AT.plus({ minutes: 30 }), access: 'public' } as const;
  const { decideDraft, asAlice, draft, links } = await setting([], past);

  const { joinUrl, publicUrl } = expectOk(await decideDraft({ ...asAlice, decision: { kind: 'send' } }));

  expect([joinUrl, publicUrl]).toEqual([links.urlFor(draft, organizerOf(draft)), links.publicUrlFor(draft)]);
});

test('a draft keeps its questions in the store', async () => {
  const { meetings, draft } = await setting();

  expect(await meetings.find(draft.id)).toEqual(draft);
});

test.each([
  ['somebody else', { user: BOB }],
  ['the same user id of another workspace', { workspace: ZENITH }],
  ['a meeting that is not there', { meeting: 'not-there-at-all-00000' as MeetingId }],
])('for %s there is no draft', async (_who, changes) => {
  const { decideDraft, asAlice, meetings, draft } = await setting([]);

  const decided = await decideDraft({ ...asAlice, ...changes, decision: { kind: 'send' } });

  expect(decided).toEqual({ ok: false, problem: { kind: 'unknown-draft' } });
  expect(await meetings.find(draft.id)).toEqual(draft);
});

test('a discarded draft stays unsent', async () => {
  const { decideDraft, asAlice } = await setting([]);

  await decideDraft({ ...asAlice, decision: { kind: 'discard' } });

  expect(await decideDraft({ ...asAlice, decision: { kind: 'send' } })).toEqual({
    ok: false,
    problem: { kind: 'discarded' },
  });
});

test('what was asked for too long ago is not stored any more', async () => {
  const { decideDraft, asAlice, meetings, draft } = await setting([]);
  const answered = new AbortController();

  const sending = decideDraft({ ...asAlice, decision: { kind: 'send' }, signal: answered.signal });
  answered.abort();

  await expect(sending).rejects.toHaveProperty('name', 'AbortError');
  expect(await meetings.find(draft.id)).toEqual(draft);
});
