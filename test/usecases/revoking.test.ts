import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { cancelMeeting } from '../../src/domain/changes/cancel.ts';
import { takeOff } from '../../src/domain/changes/people.ts';
import type { MeetingId } from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import type { Result } from '../../src/domain/result.ts';
import type { RoomService } from '../../src/ports/rooms.ts';
import { makeEnsureRoom } from '../../src/usecases/ensure-room.ts';
import { makeEnterMeeting } from '../../src/usecases/enter-meeting.ts';
import { makeParticipantToken } from '../../src/usecases/participant-token.ts';
import { makeWithholdToken } from '../../src/usecases/withhold-token.ts';
import { ALICE, aMeeting, anInvitee, BOB, berlin, CHEN, idOf, inviteeNamed } from '../support/a-meeting.ts';
import { BROWSER, links, presets, rules, setStage } from './stage.ts';

const ROUNDS = 100;
const NOW = berlin('2026-03-03T09:00');

function standup(round: number): Meeting {
  const id = `standup-number-${String(round).padStart(7, '0')}` as MeetingId;
  const people = [
    anInvitee(id, ALICE, { name: 'Alice', role: 'host' }),
    anInvitee(id, BOB, { name: 'Bob' }),
    anInvitee(id, CHEN, { name: 'Chen' }),
  ];
  return aMeeting({ id, invitees: people });
}

/** The video service, whose participants take a few milliseconds, never the same. */
function slowly(service: RoomService, onAsked: () => void): RoomService {
  let calls = 0;
  return {
    ...service,
    async addParticipant(roomId, participant) {
      onAsked();
      calls += 1;
      await sleep((calls * 7) % 12);
      return service.addParticipant(roomId, participant);
    },
  };
}

const changes: [string, (meeting: Meeting) => Result<Meeting, unknown>, readonly string[]][] = [
  ['cancelled', (meeting) => cancelMeeting(meeting, null, NOW), ['cancelled', 'cancelled', 'cancelled']],
  ['left without Bob', (meeting) => takeOff(meeting, idOf(meeting, BOB), NOW), ['in', 'not-invited', 'in']],
];

test.each(changes)(
  'of a hundred meetings that are %s while their people are being let in, nobody gets a token who may not',
  async (_, change, outcomes) => {
    const stage = await setStage();
    stage.clock.set(NOW);
    const outcomesOf = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const meeting = standup(round);
      await stage.meetings.add(meeting);
      let isAsked = () => {};
      const asked = new Promise<void>((resolve) => {
        isAsked = resolve;
      });
      const roomService = slowly(stage.roomService, isAsked);
      const enter = makeEnterMeeting({
        ...stage,
        rules,
        ensureRoom: makeEnsureRoom({ ...stage, roomService }),
        participantToken: makeParticipantToken({ ...stage, roomService, presets }),
        withholdToken: makeWithholdToken(stage),
        sdk: 'realtimekit',
      });

      const entering = [ALICE, BOB, CHEN].map((user) => enter(linkOf(meeting, user), BROWSER));
      await asked;
      await stage.meetings.change(meeting.workspace, meeting.id, NOW, change);

      const entries = await Promise.all(entering);
      outcomesOf.push(entries.map((entry) => (entry.ok ? 'in' : entry.problem.kind)));
    }

    expect(stage.roomService.made).toHaveLength(ROUNDS);
    expect(outcomesOf).toEqual(Array(ROUNDS).fill(outcomes));
    // Whoever is not in has no token alive at the service either.
    const alive = stage.roomService.made.map(({ participants }) => participants.length);
    expect(alive).toEqual(Array(ROUNDS).fill(outcomes.filter((outcome) => outcome === 'in').length));
  },
);

function linkOf(meeting: Meeting, user: typeof BOB): string {
  return links.urlFor(meeting, inviteeNamed(meeting, user)).split('/j/')[1] ?? '';
}
