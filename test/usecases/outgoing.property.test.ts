import { test } from '@jest/globals';
import fc from 'fast-check';
import { Duration } from 'luxon';
import { cancelMeeting, cancelOccurrence } from '../../src/domain/changes/cancel.ts';
import { extend, reword } from '../../src/domain/changes/edit.ts';
import { moveMeeting, moveOccurrence } from '../../src/domain/changes/move.ts';
import { invitePeople, takeOff } from '../../src/domain/changes/people.ts';
import type { SlackUserId } from '../../src/domain/ids.ts';
import type { PartStat } from '../../src/domain/seat.ts';
import { newsOf, truthOf } from '../../src/domain/told.ts';
import { ChatFault } from '../../src/ports/chat-fault.ts';
import { personOf } from '../../src/usecases/look-at-card.ts';
import { ACME, ALICE, BOB, berlin, CHEN, idOf, STANDUP } from '../support/a-meeting.ts';
import { setOutgoingStage } from './outgoing-stage.ts';

type Stage = Awaited<ReturnType<typeof setOutgoingStage>>;
type Step =
  | { readonly do: 'move'; readonly hours: number }
  | { readonly do: 'move-one'; readonly hours: number }
  | { readonly do: 'cancel' | 'cancel-one' | 'extend' | 'reword' | 'send' | 'lose-post' | 'refuse-edit' }
  | { readonly do: 'take-off' | 'invite'; readonly who: SlackUserId }
  | { readonly do: 'answer'; readonly who: SlackUserId; readonly is: PartStat };

const half = Duration.fromObject({ minutes: 30 });
const nine = berlin('2026-03-03T09:00');
const SECOND = '20260310T080000Z';
const EVERYBODY = [ALICE, BOB, CHEN];

const person = fc.constantFrom(BOB, CHEN);
const hours = fc.integer({ min: 0, max: 3 });
const STEPS: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('move' as const), hours }),
  fc.record({ do: fc.constant('move-one' as const), hours }),
  fc.record({ do: fc.constantFrom('send' as const, 'lose-post' as const) }),
  fc.record({
    do: fc.constantFrom('cancel-one' as const, 'extend' as const, 'reword' as const, 'refuse-edit' as const),
  }),
  fc.record({ do: fc.constantFrom('take-off' as const, 'invite' as const), who: person }),
  fc.record({
    do: fc.constant('answer' as const),
    who: person,
    is: fc.constantFrom<PartStat>('ACCEPTED', 'TENTATIVE', 'DECLINED'),
  }),
);

async function take(stage: Stage, step: Step, index: number): Promise<void> {
  const { clock, messenger, change } = stage;
  const now = clock.now();
  switch (step.do) {
    case 'move':
      return change((meeting) => moveMeeting(meeting, nine.plus({ hours: step.hours }), half, now));
    case 'move-one':
      return change((meeting) => moveOccurrence(meeting, SECOND, nine.plus({ days: 7, hours: step.hours }), half, now));
    case 'cancel':
      return change((meeting) => cancelMeeting(meeting, null, now));
    case 'cancel-one':
      return change((meeting) =>
        meeting.series ? cancelOccurrence(meeting, SECOND, null, now) : { ok: false, problem: null },
      );
    case 'extend':
      return change((meeting) => extend(meeting, meeting.series ? SECOND : 'once', half, now));
    case 'reword':
      return change((meeting) => reword(meeting, { title: `Title ${index}`, notes: null }, now));
    case 'take-off':
      return change((meeting) => takeOff(meeting, idOf(meeting, step.who), now));
    case 'invite':
      return change((meeting) => invitePeople(meeting, [{ user: step.who, name: null }], now));
    case 'answer': {
      const occurrence = stage.meeting.series ? SECOND : 'once';
      await stage.answer({ workspace: ACME, meeting: STANDUP, occurrence, who: { user: step.who }, is: step.is });
      return;
    }
    case 'send':
      return stage.quiet();
    case 'lose-post':
      return messenger.fail('post', new ChatFault('unavailable', 'no_answer', { ambiguous: true }), 'after');
    case 'refuse-edit':
      return messenger.fail('update', new ChatFault('unavailable', 'service_unavailable'));
  }
}

/** Everything that waits for a retry comes due, some minutes later each time. */
async function settle(stage: Stage): Promise<void> {
  for (let rounds = 0; rounds < 8; rounds += 1) {
    await stage.quiet();
    stage.clock.advance({ minutes: 11 });
  }
}

/** What is wrong in the end, in words. */
async function faultsOf(stage: Stage, changes: number): Promise<string[]> {
  const meeting = await stage.present();
  const faults: string[] = [];
  for (const user of EVERYBODY) {
    const reader = personOf(meeting, idOf(meeting, user));
    const seat = await stage.seatOf(user);
    const cards = stage.cardsOf(user);
    const notices = stage.noticesOf(user);
    if (!reader) continue;
    const say = (what: string) => faults.push(`${user}: ${what}`);
    if (cards.length !== (seat.card ? 1 : 0)) say(`${cards.length} cards`);
    if (seat.card && seat.shown?.face !== (await stage.wantedFace(user))) say('an outdated card');
    if (meeting.status === 'cancelled' && cards.some(({ joinUrl }) => joinUrl)) say('a stale join button');
    const truth = truthOf(meeting, reader, seat.occurrence);
    if (seat.knows && truth && newsOf(meeting, reader, seat.knows, truth)) say('was not told');
    if (notices.length > changes) say(`${notices.length} notices of ${changes} changes`);
    const isIdle = notices.some(
      ({ news, scope, before, startsAt }) => news === 'moved' && scope !== 'series' && before.equals(startsAt),
    );
    if (isIdle) say('a notice that says nothing');
    if (meeting.invitees.includes(reader) && meeting.status === 'scheduled' && !seat.card) say('no card');
  }
  return faults;
}

const weekly = { series: { rule: { freq: 'WEEKLY', byday: ['TU'] } as const, changes: [] } };

test.each([
  ['a meeting of one day', {}],
  ['a series', weekly],
])(
  'whatever happens to %s, everybody ends with a card that is true and was told each change at most once',
  async (_, kind) => {
    const stories = fc.tuple(fc.array(STEPS, { minLength: 3, maxLength: 9 }), fc.boolean());
    await fc.assert(
      fc.asyncProperty(stories, async ([steps, isCancelled]) => {
        const stage = await setOutgoingStage(kind);
        const post = stage.messenger.post;
        const late: string[] = [];
        stage.messenger.post = async (workspace, channel, message, key) => {
          const { status } = await stage.present();
          if (message.kind === 'card' && status !== 'scheduled') late.push(`${channel}: invited after the end of it`);
          return post(workspace, channel, message, key);
        };
        const all = isCancelled ? [...steps, { do: 'cancel' } as const] : steps;
        for (const [index, step] of all.entries()) await take(stage, step, index);
        await settle(stage);
        const quiet = new Set(['send', 'lose-post', 'refuse-edit', 'answer', 'extend', 'reword']);
        const faults = await faultsOf(stage, all.filter((step) => !quiet.has(step.do)).length);
        if (faults.length + late.length > 0) throw new Error([...faults, ...late].join('\n'));
      }),
      { numRuns: 20 },
    );
  },
  120_000,
);
