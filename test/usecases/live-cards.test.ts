import { expect, test } from '@jest/globals';
import { Duration } from 'luxon';
import { heard, type SessionEvent } from '../../src/domain/session.ts';
import { ALICE, BOB, CHEN, idOf, STANDUP } from '../support/a-meeting.ts';
import { setOutgoingStage } from './outgoing-stage.ts';

/** The standup under way, with its invitations out. */
async function setLive() {
  const stage = await setOutgoingStage({}, { remindsBefore: Duration.fromObject({ minutes: 0 }) });
  const { clock, sessions, meetings, meeting, messenger } = stage;
  await stage.quiet();
  clock.set(meeting.startsAt);
  await stage.quiet();
  const run = 'run';
  const hear = async (...events: SessionEvent[]) => {
    await sessions.change(STANDUP, 'once', (session) => events.reduce(heard, session));
    await meetings.replan(STANDUP, clock.now());
    await stage.quiet();
  };
  const move = (kind: 'joined' | 'left', user: typeof BOB) =>
    hear({ kind, run, peer: user, person: idOf(meeting, user), at: clock.now() });
  const card = (user = ALICE) => stage.cardsOf(user)[0]?.card;
  const edits = (user: typeof BOB) => messenger.edits.filter(({ channel }) => channel === `D-${user}`).length;
  return { ...stage, run, hear, move, card, edits };
}

test("the organizer's card shows who is in, at most every 20 seconds, and nobody else's does", async () => {
  const { move, card, edits, clock, quiet } = await setLive();
  const [alicesBefore, bobsBefore] = [edits(ALICE), edits(BOB)];
  await move('joined', BOB);
  const atOnce = card()?.inside;
  clock.advance({ seconds: 10 });
  await move('joined', CHEN);
  await move('left', BOB);
  clock.advance({ seconds: 10 });
  await quiet();

  expect([atOnce, card()?.inside, card(BOB)?.inside]).toEqual([[], ['Chen'], []]);
  expect([edits(ALICE) - alicesBefore, edits(BOB) - bobsBefore]).toEqual([1, 0]);
});

test('when it is over, the card says how long it took and leads to the recording', async () => {
  const { move, hear, run, card, clock, quiet, meeting, cardsOf, recordingLinks } = await setLive();
  await move('joined', BOB);
  clock.set(meeting.startsAt.plus({ minutes: 27 }));
  await move('left', BOB);
  const id = 'f1c1f1c1-recording';
  await hear(
    { kind: 'ended', run, at: clock.now() },
    { kind: 'recorded', recording: { id, status: 'ready', startedAt: meeting.startsAt, stoppedAt: clock.now() } },
  );
  clock.set(meeting.endsAt.plus({ minutes: 16 }));
  await quiet();

  const { state, held, recordings } = card() ?? {};
  expect({ state, from: held?.from.toMillis(), until: held?.until.toMillis() }).toEqual({
    state: 'over',
    from: meeting.startsAt.toMillis(),
    until: meeting.startsAt.plus({ minutes: 27 }).toMillis(),
  });
  const url = cardsOf(ALICE)[0]?.recordingUrls[0] ?? '';
  expect(recordingLinks.read(url.split('/').at(-1) ?? '')).toEqual({ meeting: STANDUP, mark: recordings?.[0]?.mark });
  expect([JSON.stringify(cardsOf(ALICE)).includes(id), card(BOB)?.recordings]).toEqual([false, []]);
});

test('the organizer is told once who came, when nobody new may come in and everybody has left', async () => {
  const { move, hear, run, clock, quiet, meeting, messenger } = await setLive();
  await move('joined', BOB);
  clock.set(meeting.endsAt.plus({ minutes: 16 }));
  await quiet();
  const notes = () => messenger.sent.filter(({ message }) => message.kind === 'attendance');
  const whileIn = notes().length;
  await move('left', BOB);
  await hear({ kind: 'ended', run, at: clock.now() });
  clock.advance({ minutes: 3 });
  await quiet();
  clock.advance({ hours: 1 });
  await quiet();

  expect(whileIn).toBe(0);
  expect(notes()).toMatchObject([
    { channel: `D-${ALICE}`, message: { title: 'Standup', note: { came: [{ who: { name: 'Bob' } }], missing: [] } } },
  ]);
});
