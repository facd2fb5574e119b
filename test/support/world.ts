import { deepStrictEqual } from 'node:assert';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Environment } from '../../src/config/settings-reader.ts';
import { type RoomsSimulator, startRoomsSimulator } from '../../src/sandbox/rooms-simulator/simulator.ts';
import { ACME_TEAM_ID, type PersonSeed, type TeamSeed } from '../../src/sandbox/slack-simulator/seed.ts';
import type { AppAnswer, SlackSimulator } from '../../src/sandbox/slack-simulator/simulator.ts';
import { type SlackSimulatorOptions, startSlackSimulator } from '../../src/sandbox/slack-simulator/start.ts';
import { ALICE, TEAM_CHANNEL, teamOf } from './people.ts';
import { LINK_SECRET } from './settings.ts';
import { type LogLine, type ShippedProgram, startShippedProgram } from './shipped-program.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

export const SIGNING_SECRET = '4b1f0d7ac2e94c35a86f1d20e7b3c9f5';

/** The shipped program between a simulated Slack and a simulated video service, all on loopback. */
export interface World {
  readonly slack: SlackSimulator;
  readonly rooms: RoomsSimulator;
  readonly program: ShippedProgram;
  /** What the program was started with, the folder of its data included. */
  readonly settings: Environment;
  readonly dataFolder: string;
  /** Types `/meet <text>`, as Alice unless somebody else is given. */
  meet(text: string, who?: PersonSeed): Promise<AppAnswer>;
  /** Resolves when nothing was asked of either simulator for so long. */
  quiet(forMs?: number): Promise<void>;
  /**
   * Fails if a simulator saw what a good app would not do, or the program printed a secret.
   * @param except what the test has brought about itself
   */
  expectClean(except?: RegExp): void;
  close(): Promise<void>;
}

export async function startWorld(
  options: {
    readonly team?: TeamSeed;
    readonly settings?: Environment;
    readonly slack?: Partial<SlackSimulatorOptions>;
  } = {},
): Promise<World> {
  const { team = teamOf(), settings: chosen = {} } = options;
  const slack = await startSlackSimulator({
    clock: Date.now,
    signingSecret: SIGNING_SECRET,
    teams: [team],
    ...options.slack,
  });
  const rooms = await startRoomsSimulator({ clock: Date.now });
  const folder = await makeTemporaryFolder();
  const settings: Environment = {
    SLACK_BOT_TOKEN: team.botToken,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: slack.apiUrl,
    ROOMS: 'realtimekit',
    ROOMS_API_URL: rooms.baseUrls.realtimekit,
    CLOUDFLARE_API_TOKEN: rooms.credentials.realtimekit.apiToken,
    LINK_SECRET,
    DATABASE_URL: `file:${folder.directory}`,
    LOG_LEVEL: 'debug',
    CONFIRM_FROM_PEOPLE: '1000',
    UNDO_SECONDS: '0',
    // Tests type faster than people, and many of them as Alice.
    COMMANDS_PER_MINUTE: '10000',
    OPEN_MEETINGS: '10000',
    GUEST_MAILS_PER_DAY: '100000',
    ...chosen,
  };
  const closeSimulators = () => Promise.all([slack.close(), rooms.close(), folder.remove()]);
  const program = await startShippedProgram(settings).catch(async (error: unknown) => {
    await closeSimulators();
    throw error;
  });
  slack.connect(`${program.url}/slack/events`);

  return {
    slack,
    rooms,
    program,
    settings,
    dataFolder: folder.directory,
    meet: (text, who = ALICE) => slack.command({ team: ACME_TEAM_ID, user: who.id, channel: TEAM_CHANNEL, text }),
    async quiet(forMs = 600) {
      for (let seen = -1; seen !== asked(slack, rooms); ) {
        seen = asked(slack, rooms);
        await sleep(forMs);
      }
    },
    expectClean(except = /^$/) {
      const inSlack = slack.violations().filter((violation) => !except.test(violation));
      deepStrictEqual({ slack: inSlack, rooms: rooms.violations() }, { slack: [], rooms: [] });
      deepStrictEqual(unexpected(program.lines()), []);
      deepStrictEqual(secretsIn(program.output(), settings, rooms), []);
    },
    async close() {
      await program.close();
      await closeSimulators();
    },
  };
}

function asked(slack: SlackSimulator, rooms: RoomsSimulator): number {
  return slack.calls().length + rooms.calls().length;
}

/** Faults that nothing in the program had waited for. */
function unexpected(lines: readonly LogLine[]) {
  return lines.filter(({ msg }) => msg === 'a fault that nothing waited for');
}

/** Names of what stands in a text and never may. */
function secretsIn(text: string, settings: Environment, rooms: RoomsSimulator): string[] {
  const named = ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'LINK_SECRET', 'CLOUDFLARE_API_TOKEN'];
  const settingsIn = named.filter((name) => text.includes(settings[name] ?? name));
  const tokens = rooms.tokens().filter(({ token }) => text.includes(token)).length;
  const hasLink = /\/j\/[\w-]|[\w-]{22}\.[\w-]{12}\.\d+\.[\w-]{43}/.test(text);
  const hasNonce = /\b\d{6}\.[\w-]{43}/.test(text);
  return [
    ...settingsIn,
    ...(tokens > 0 ? ['participant token'] : []),
    ...(hasLink ? ['join link'] : []),
    ...(hasNonce ? ['nonce'] : []),
  ];
}
