import { afterEach } from '@jest/globals';
import { DateTime, Duration } from 'luxon';
import { pino } from 'pino';
import { openCollections } from '../../src/composition/collections.ts';
import { makeOutbox, sendingMayTake } from '../../src/composition/outbox.ts';
import { reachSlack } from '../../src/composition/slack.ts';
import type { MeetingId, SlackUserId, WorkspaceId } from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { acmeSeed, type TeamSeed } from '../../src/sandbox/slack-simulator/seed.ts';
import { startSlackSimulator } from '../../src/sandbox/slack-simulator/start.ts';
import type { RateLimits } from '../../src/sandbox/slack-simulator/web-api/rate-limits.ts';
import { makeEnsureRoom } from '../../src/usecases/ensure-room.ts';
import { makeFileFor } from '../../src/usecases/file-for.ts';
import { startWorker } from '../../src/worker/worker.ts';
import { AGREED_AT, aMeeting, anInvitee } from '../support/a-meeting.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { fakeRooms } from '../support/fake-rooms.ts';
import { mailParts } from '../support/mail-parts.ts';
import { openTemporaryStore } from '../support/temporary-store.ts';
import { links, recordingLinks, rules } from '../usecases/stage.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A workspace of so many people, `p000` to the last. */
export function crowdedTeam(id: WorkspaceId, size: number): TeamSeed {
  const people = Array.from({ length: size }, (_, index) => {
    const number = String(index).padStart(3, '0');
    return { id: `U0P${number}000`, name: `p${number}`, realName: `Person ${number}`, tz: 'Europe/Berlin' };
  });
  const domain = id.toLowerCase();
  return { ...acmeSeed, id, name: domain, domain, botToken: `xoxb-${domain}`, people, channels: [], userGroups: [] };
}

/** A meeting of everybody in this workspace, called by the first. */
export function meetingOf(team: TeamSeed, changes: Partial<Meeting> = {}): Meeting {
  const id = (changes.id ?? `meeting-of-${team.domain}-000`) as MeetingId;
  const users = team.people.map(({ id: user }) => user as SlackUserId);
  const invitees = users.map((user, index) => anInvitee(id, user, { role: index === 0 ? 'host' : 'guest' }));
  return aMeeting({ id, workspace: team.id as WorkspaceId, organizer: users[0] as SlackUserId, invitees, ...changes });
}

/** Two workspaces or more on one simulated Slack, and the outbox as it ships between them and a real store. */
export async function setOutboxStage(teams: readonly TeamSeed[], limits: RateLimits = {}) {
  const clock = fakeClock(AGREED_AT.toISO() ?? '');
  const now = () => clock.now().toMillis();
  const slack = await startSlackSimulator({ clock: now, signingSecret: 'never used', teams, limits });
  const temporary = await openTemporaryStore();
  closing.push(slack.close, temporary.close);
  const roomService = fakeRooms();
  const lease = Duration.fromObject({ seconds: 45 });
  const tokenOf = async (workspace: WorkspaceId) => teams.find(({ id }) => id === workspace)?.botToken ?? '';

  /** A process, as it starts on what is stored. */
  async function startProcess() {
    const collections = await openCollections(temporary.store);
    const { gates } = collections;
    const allowed = { sendingMayTake: sendingMayTake(lease), strangersMayCome: false };
    const slackApi = { tokenOf, apiUrl: slack.apiUrl, ...allowed, gates, clock };
    const sending = makeOutbox({
      stopWhereRefused: async () => {},
      ...reachSlack(slackApi),
      collections,
      roomService,
      ensureRoom: makeEnsureRoom({ ...collections, roomService, isHeld: async () => false, clock, rules }),
      isInstalled: async () => true,
      fileFor: makeFileFor(links, clock),
      links,
      calendarChoiceOf: async () => 'file',
      mail: mailParts(),
      recordingLinks,
      rules,
      wake: () => {},
      lease,
      clock,
      log: pino({ level: 'silent' }),
    });
    let rounds = 0;
    const nextDueAt = async () => {
      rounds += 1;
      const due = await Promise.all([collections.meetings.nextDueAt(), sending.nextDueAt()]);
      return DateTime.min(...due.filter((at) => at !== null)) ?? null;
    };
    const purgeNext = async () => false;
    const log = pino({ level: 'silent' });
    const worker = startWorker({
      ...sending,
      nextDueAt,
      purgeNext,
      clock,
      concurrency: 32,
      longestSleepMs: 30_000,
      log,
    });
    closing.push(worker.stop);
    return { ...sending, ...collections, nextDueAt, worker, rounds: () => rounds };
  }

  /** Lets time pass from one due time to the next, up to this moment. */
  async function passUntil({ worker, nextDueAt }: Awaited<ReturnType<typeof startProcess>>, until: DateTime) {
    for (;;) {
      await worker.settled();
      const next = await nextDueAt();
      if (!next || next > until) break;
      if (next > clock.now()) clock.set(next);
      worker.wake();
    }
    clock.set(until);
  }

  return { slack, clock, roomService, directory: temporary.directory, startProcess, passUntil };
}

/** What everybody of a team has in their conversation with the app: how many cards and how many files. */
export function arrivedIn({ slack }: Pick<Awaited<ReturnType<typeof setOutboxStage>>, 'slack'>, team: TeamSeed) {
  return team.people.map(({ id }) => {
    const conversation = slack.directMessage(team.id, id);
    const messages = conversation === null ? [] : slack.messages(team.id, conversation);
    return {
      cards: messages.filter(({ metadata }) => metadata).length,
      files: messages.flatMap((m) => m.fileIds).length,
    };
  });
}

export function oneEach(team: TeamSeed) {
  return team.people.map(() => ({ cards: 1, files: 1 }));
}
