import { test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime, Duration } from 'luxon';
import { cancelOccurrence } from '../../src/domain/changes/cancel.ts';
import { moveMeeting, moveOccurrence } from '../../src/domain/changes/move.ts';
import { invitePeople, takeOff } from '../../src/domain/changes/people.ts';
import type { SlackUserId } from '../../src/domain/ids.ts';
import { inviteeByUser } from '../../src/domain/meeting.ts';
import { occurrenceOf } from '../../src/domain/occurrence.ts';
import type { PartStat } from '../../src/domain/seat.ts';
import { ChatFault } from '../../src/ports/chat-fault.ts';
import { ACME, ALICE, BOB, berlin, CHEN, idOf, STANDUP } from '../support/a-meeting.ts';
import { setOutgoingStage } from './outgoing-stage.ts';

type Stage = Awaited<ReturnType<typeof setOutgoingStage>>;
type Step =
  | { readonly do: 'move' | 'move-one' | 'wait' | 'choose'; readonly minutes: number }
  | { readonly do: 'answer'; readonly who: SlackUserId; readonly is: PartStat }
  | { readonly do: 'snooze' | 'take-off' | 'invite'; readonly who: SlackUserId }
  | { readonly do: 'cancel-one' | 'lose-post' | 'refuse-post' };

const EVERYBODY = [ALICE, BOB, CHEN];
const OPEN_AFTER = { minutes: 15 };
const half = Duration.fromObject({ minutes: 30 });
const nine = berlin('2026-03-03T09:00');
const FIRST = '20260303T080000Z';
const who = fc.constantFrom(BOB, CHEN);

const STEPS: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constantFrom('move' as const, 'move-one' as const), minutes: fc.integer({ min: -20, max: 20 }) }),
  fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 0, max: 8 }) }),
  fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: -5, max: 20 }) }),
  fc.record({ do: fc.constant('choose' as const), minutes: fc.constantFrom(0, 3, 10, 15) }),
  fc.record({ do: fc.constant('snooze' as const), who }),
  fc.record({ do: fc.constantFrom('take-off' as const, 'invite' as const), who }),
  fc.record({ do: fc.constant('answer' as const), who, is: fc.constantFrom<PartStat>('ACCEPTED', 'DECLINED') }),
  fc.record({ do: fc.constantFrom('cancel-one' as const, 'lose-post' as const, 'refuse-post' as const) }),
);

async function take(stage: Stage, step: Step, snoozed: Map<string, number>): Promise<void> {
  const { clock, change, settings, messenger } = stage;
  const occurrence = stage.meeting.series ? FIRST : 'once';
  const now = clock.now();
  switch (step.do) {
    case 'wait':
      clock.advance({ minutes: step.minutes });
      return stage.quiet();
    case 'move':
      return change((meeting) => moveMeeting(meeting, nine.plus({ minutes: step.minutes }), half, now));
    case 'move-one':
      return change((meeting) => moveOccurrence(meeting, FIRST, nine.plus({ minutes: step.minutes }), half, now));
    case 'choose':
      return settings.put(ACME, BOB, { reminderMinutes: step.minutes });
    case 'snooze': {
      const until = await stage.snooze({
        workspace: ACME,
        meeting: STANDUP,
        occurrence,
        user: step.who,
        startsAt: null,
      });
      if (until.ok) snoozed.set(`${step.who} ${until.value.toMillis()}`, until.value.toMillis());
      return;
    }
    case 'take-off':
      return change((meeting) => takeOff(meeting, idOf(meeting, step.who), now));
    case 'invite':
      return change((meeting) => invitePeople(meeting, [{ user: step.who, name: null }], now));
    case 'answer':
      await stage.answer({ workspace: ACME, meeting: STANDUP, occurrence, who: { user: step.who }, is: step.is });
      return;
    case 'cancel-one':
      return change((meeting) =>
        meeting.series ? cancelOccurrence(meeting, FIRST, null, now) : { ok: false, problem: null },
      );
    case 'lose-post':
      return messenger.fail('post', new ChatFault('unavailable', 'no_answer', { ambiguous: true }), 'after');
    case 'refuse-post':
      return messenger.fail('post', new ChatFault('unavailable', 'service_unavailable'));
  }
}

/** The reminders that stand in a conversation though their button leads nowhere. */
async function staleIn({ present, standingOf, links, clock, quiet }: Stage): Promise<string[]> {
  // What was lost is looked up within minutes.
  clock.advance({ minutes: 11 });
  await quiet();
  const meeting = await present();
  return EVERYBODY.flatMap((user) => {
    const invitee = inviteeByUser(meeting, user);
    const stands = standingOf(user).filter(({ occurrence: key, startsAt, joinUrl }) => {
      const run = occurrenceOf(meeting, key);
      const isOn =
        run &&
        !run.isCancelled &&
        run.startsAt.toMillis() === startsAt.toMillis() &&
        clock.now() < run.endsAt.plus(OPEN_AFTER);
      return !isOn || !invitee || links.urlFor(meeting, invitee) !== joinUrl;
    });
    return stands.map(({ startsAt }) => `${user}: a stale button of ${startsAt}`);
  });
}

test('whatever happens, nobody is reminded twice of a start unasked, nor of one that is past, nor left with a stale button', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(STEPS, { minLength: 3, maxLength: 14 }), fc.boolean(), async (steps, repeats) => {
      const series = repeats ? { rule: { freq: 'WEEKLY' as const, interval: 1 }, changes: [] } : null;
      const stage = await setOutgoingStage({ series }, { remindsBefore: Duration.fromObject({ minutes: 10 }) });
      const { clock, messenger } = stage;
      await stage.quiet();
      clock.set(nine.minus({ minutes: 25 }));
      const late: string[] = [];
      const post = messenger.post.bind(messenger);
      messenger.post = async (workspace, channel, message, key) => {
        const isReminder = message.kind === 'reminder' && message.minutesLeft > 0;
        if (isReminder && message.startsAt <= clock.now()) late.push(`${channel} of ${message.startsAt}`);
        return post(workspace, channel, message, key);
      };
      const snoozed = new Map<string, number>();
      for (const step of steps) await take(stage, step, snoozed);
      for (let minutes = 0; minutes < 50; minutes += 2) {
        await stage.quiet();
        clock.advance({ minutes: 2 });
      }
      const twice = EVERYBODY.flatMap((user) => {
        const starts = stage.remindersOf(user).map(({ startsAt }) => startsAt.toMillis());
        const asked = [...snoozed.keys()].filter((key) => key.startsWith(user)).length;
        const unasked = starts.length - new Set(starts).size - asked;
        const toldStarts = stage.remindersOf(user).filter(({ minutesLeft }) => minutesLeft === 0).length;
        return unasked - toldStarts > 0 ? [`${user}: ${starts.map((ms) => DateTime.fromMillis(ms).toISO())}`] : [];
      });
      const stale = await staleIn(stage);
      clock.advance({ days: 1 });
      await stage.quiet();
      const left = stage.meeting.series ? [] : EVERYBODY.flatMap((user) => stage.standingOf(user).map(() => user));
      const faults = [...twice, ...late, ...stale, ...left.map((user) => `${user}: a reminder of what is over`)];
      if (faults.length > 0) throw new Error(faults.join('\n'));
    }),
    { numRuns: 40 },
  );
}, 120_000);
