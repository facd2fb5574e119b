import type { PersonSeed, TeamSeed, UserGroup } from '../seed.ts';
import type { Channel, Person, SimMessage, Team } from '../simulator.ts';
import type { SimView } from '../views.ts';

/** One team with everything in it. */
export interface Workspace
  extends Pick<TeamSeed, 'id' | 'name' | 'domain' | 'appId' | 'botId' | 'botUserId' | 'botToken'> {
  /** Whether the app was there from the start. */
  readonly isInstalled: boolean;
  /** What was granted to the bot when the app was installed last. */
  scopes: readonly string[];
  readonly messagesTabEnabled: boolean;
  readonly people: Map<string, Person>;
  readonly userGroups: readonly UserGroup[];
  readonly conversations: Map<string, Conversation>;
  /** Private answers by the person who sees them. */
  readonly ephemerals: Map<string, SimMessage[]>;
  /** Open modals by person, the topmost last. */
  readonly modals: Map<string, SimView[]>;
  readonly homes: Map<string, SimView>;
}

export interface Conversation {
  readonly id: string;
  readonly kind: 'public' | 'private' | 'im' | 'mpim';
  readonly name: string;
  readonly members: Set<string>;
  messages: SimMessage[];
  /** The last timestamp given out here, in microseconds since 1970. */
  lastMicros: number;
}

const SLACKBOT: PersonSeed = { id: 'USLACKBOT', name: 'slackbot', realName: 'Slackbot' };

export function makeWorkspace(seed: TeamSeed): Workspace {
  const app: PersonSeed = { id: seed.botUserId, name: 'convene', realName: 'Convene', isBot: true };
  return {
    id: seed.id,
    name: seed.name,
    domain: seed.domain,
    appId: seed.appId,
    botId: seed.botId,
    botUserId: seed.botUserId,
    botToken: seed.botToken,
    isInstalled: seed.isInstalled ?? true,
    scopes: seed.scopes,
    messagesTabEnabled: seed.messagesTabEnabled ?? true,
    people: new Map([...seed.people, app, SLACKBOT].map((person) => [person.id, makePerson(person, seed.domain)])),
    userGroups: seed.userGroups ?? [],
    conversations: new Map(
      seed.channels.map((channel) => [
        channel.id,
        makeConversation(channel.id, channel.isPrivate ? 'private' : 'public', channel.name, channel.members),
      ]),
    ),
    ephemerals: new Map(),
    modals: new Map(),
    homes: new Map(),
  };
}

export function makeConversation(
  id: string,
  kind: Conversation['kind'],
  name: string,
  members: Iterable<string>,
): Conversation {
  return { id, kind, name, members: new Set(members), messages: [], lastMicros: 0 };
}

function makePerson(seed: PersonSeed, domain: string): Person {
  return {
    email: `${seed.name}@${domain}.example`,
    tz: 'Etc/UTC',
    locale: 'en-US',
    isBot: false,
    isAdmin: false,
    deleted: false,
    isRestricted: false,
    isUltraRestricted: false,
    isStranger: false,
    homeTeam: null,
    ...seed,
  };
}

/** The workspace as the sandbox page sees it; Slackbot is left out. */
export function toTeam(workspace: Workspace): Team {
  const { id, name, domain, botToken, botUserId } = workspace;
  return {
    id,
    name,
    domain,
    botToken,
    botUserId,
    people: [...workspace.people.values()].filter((person) => person.id !== SLACKBOT.id),
    channels: [...workspace.conversations.values()].filter(isChannel).map(toChannel),
  };
}

function isChannel(conversation: Conversation): boolean {
  return conversation.kind === 'public' || conversation.kind === 'private';
}

function toChannel({ id, name, kind, members }: Conversation): Channel {
  return { id, name, isPrivate: kind === 'private', members: [...members] };
}
