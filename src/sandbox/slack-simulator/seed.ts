import type { Person } from './simulator.ts';

export type PersonSeed = Pick<Person, 'id' | 'name' | 'realName'> & Partial<Person>;

export interface ChannelSeed {
  readonly id: string;
  readonly name: string;
  readonly isPrivate?: boolean;
  readonly members: readonly string[];
}

export interface UserGroup {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly users: readonly string[];
}

export interface TeamSeed {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly appId: string;
  readonly botId: string;
  readonly botUserId: string;
  readonly botToken: string;
  /** False where nobody has installed the app yet: then the bot token is not good for anything. */
  readonly isInstalled?: boolean;
  /** What the bot token may do; `MANIFEST_SCOPES`, or fewer. */
  readonly scopes: readonly string[];
  /** False as when the Messages tab is switched off in the app's settings: direct messages fail. */
  readonly messagesTabEnabled?: boolean;
  readonly people: readonly PersonSeed[];
  readonly channels: readonly ChannelSeed[];
  readonly userGroups?: readonly UserGroup[];
}

/** The bot scopes of the app's manifest, the optional ones included. */
export const MANIFEST_SCOPES: readonly string[] = [
  'commands',
  'chat:write',
  'im:write',
  'users:read',
  'files:write',
  'users:read.email',
  'files:read',
  'usergroups:read',
  'channels:read',
  'groups:read',
  'im:history',
];

/** Sandbox values: they open nothing outside the simulator. */
export const ACME_BOT_TOKEN = 'xoxb-sandbox-acme';
export const ACME_TEAM_ID = 'T0ACME000';

/** One small company over three continents. Spread it and change what a test needs. */
export const acmeSeed: TeamSeed = {
  id: ACME_TEAM_ID,
  name: 'Acme',
  domain: 'acme',
  appId: 'A0CONVENE',
  botId: 'B0CONVENE',
  botUserId: 'U0CONVENE',
  botToken: ACME_BOT_TOKEN,
  scopes: MANIFEST_SCOPES,
  people: [
    { id: 'U0ALICE00', name: 'alice', realName: 'Alice Adler', tz: 'Europe/Berlin', locale: 'en-GB', isAdmin: true },
    { id: 'U0BOB0000', name: 'bob', realName: 'Bob Brown', tz: 'America/New_York' },
    { id: 'U0CHEN000', name: 'chen', realName: 'Chen Kato', tz: 'Asia/Tokyo' },
    { id: 'U0DANA000', name: 'dana', realName: 'Dana Dorn', tz: 'Europe/Berlin', deleted: true },
    { id: 'U0ROBOT00', name: 'robot', realName: 'Robot', isBot: true },
  ],
  channels: [
    { id: 'C0TEAM000', name: 'team', members: ['U0ALICE00', 'U0BOB0000', 'U0CHEN000', 'U0ROBOT00', 'U0CONVENE'] },
    { id: 'C0SECRET0', name: 'secret', isPrivate: true, members: ['U0ALICE00', 'U0BOB0000'] },
  ],
  userGroups: [{ id: 'S0ENG0000', handle: 'eng', name: 'Engineering', users: ['U0BOB0000', 'U0CHEN000'] }],
};
