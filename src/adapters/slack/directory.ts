import { LRUCache } from 'lru-cache';
import { IANAZone } from 'luxon';
import type { SlackUserId, WorkspaceId } from '../../domain/ids.ts';
import { readMailAddress } from '../../domain/mail-address.ts';
import { plainLine } from '../../domain/plain-text.ts';
import { ChatFault } from '../../ports/chat-fault.ts';
import type { Directory, Person } from '../../ports/directory.ts';
import type { AskSlack } from './ask.ts';
import { type Home, makeIsStranger } from './is-stranger.ts';
import { makeTeamsOf, type TeamArgument } from './teams.ts';
import { makeSlackUserGroups } from './user-groups.ts';

const KEPT_FOR_MS = 5 * 60_000;
const MOST_KEPT = 5_000;
const LONGEST_NAME = 80;
/** Whoever is not among the first thousands of a channel is not looked for any further while somebody waits. */
const MOST_PAGES = 10;
const PEOPLE_PER_PAGE = 200;
/** As often as the limit of `users.list` lets us in a minute. */
const MOST_PAGES_OF_PEOPLE = 20;

/**
 * `users.info` of the Web API (scope `users:read`), asked once for many who want to know at the same time, and
 * `users.list`; addresses, groups and channels where `users:read.email`, `usergroups:read`, `channels:read` and `groups:read`
 * are granted.
 */
export function makeSlackDirectory(askSlack: AskSlack): Directory {
  const people = new LRUCache<
    string,
    { readonly person: Person | null },
    { workspace: WorkspaceId; user: SlackUserId }
  >({
    max: MOST_KEPT,
    ttl: KEPT_FOR_MS,
    fetchMethod: async (_key, _stale, { context }) => ({ person: await ask(context.workspace, context.user) }),
  });
  const teamsOf = makeTeamsOf(askSlack);
  const isStranger = makeIsStranger(askSlack, teamsOf);

  return {
    async person(workspace, user) {
      const found = await people.fetch(`${workspace}/${user}`, { context: { workspace, user } });
      return found?.person ?? null;
    },

    ...makeSlackUserGroups(askSlack, teamsOf),

    async admins(workspace, near) {
      const teams = await teamsOf(workspace);
      const home = teams.length > 1 ? await homeOf(workspace, near) : null;
      const isHome = (team: TeamArgument) => 'team_id' in team && team.team_id === home;
      let pagesLeft = MOST_PAGES_OF_PEOPLE;
      for (const team of [...teams.filter(isHome), ...teams.filter((one) => !isHome(one))]) {
        let cursor: string | undefined;
        do {
          if (pagesLeft === 0) return [];
          pagesLeft -= 1;
          const page = { limit: PEOPLE_PER_PAGE, ...team, ...(cursor && { cursor }) };
          const { members = [], response_metadata } = await askSlack(workspace, 'users.list', (slack) =>
            slack.users.list(page),
          );
          const found = await Promise.all(members.map((member) => personOf(workspace, member)));
          const admins = found.filter(({ kind, isAdmin }) => kind === 'person' && isAdmin);
          if (admins.length > 0) return admins;
          cursor = response_metadata?.next_cursor;
        } while (cursor);
      }
      return [];
    },

    async isInChannel(workspace, channel, user) {
      let cursor: string | undefined;
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const options = { channel, limit: PEOPLE_PER_PAGE, ...(cursor ? { cursor } : {}) };
        const answer = await ifPermitted(() =>
          askSlack(workspace, 'conversations.members', (slack) => slack.conversations.members(options)),
        );
        if (answer === 'unknowable') return 'unknowable';
        if (answer.members?.includes(user)) return true;
        cursor = answer.response_metadata?.next_cursor || undefined;
        if (!cursor) return false;
      }
      return 'unknowable';
    },
  };

  /** Null where Slack does not know. @throws ChatFault */
  async function homeOf(workspace: WorkspaceId, user: SlackUserId): Promise<string | null> {
    return (await askUser(workspace, user))?.team_id ?? null;
  }

  async function ask(workspace: WorkspaceId, user: SlackUserId): Promise<Person | null> {
    const answer = await askUser(workspace, user);
    return answer && personOf(workspace, { ...answer, id: user });
  }

  async function personOf(workspace: WorkspaceId, answer: SlackUser): Promise<Person> {
    const person = toPerson(answer);
    return person.kind === 'person' && (await isStranger(workspace, answer)) ? { ...person, kind: 'stranger' } : person;
  }

  async function askUser(workspace: WorkspaceId, user: SlackUserId) {
    try {
      const { user: found } = await askSlack(workspace, 'users.info', (slack) =>
        slack.users.info({ user, include_locale: true }),
      );
      return found ?? null;
    } catch (error) {
      if (error instanceof ChatFault && error.kind === 'unreachable') return null;
      throw error;
    }
  }
}

/** Without the scope, or in a private channel that the app is not in. */
async function ifPermitted<T>(call: () => Promise<T>): Promise<T | 'unknowable'> {
  try {
    return await call();
  } catch (error) {
    const isHidden = error instanceof ChatFault && ['missing_scope', 'channel_not_found'].includes(error.code);
    if (isHidden) return 'unknowable';
    throw error;
  }
}

interface SlackUser extends Home {
  readonly id?: string;
  readonly name?: string;
  readonly real_name?: string;
  readonly profile?: { readonly display_name?: string; readonly real_name?: string; readonly email?: string };
  readonly deleted?: boolean;
  readonly is_bot?: boolean;
  readonly is_admin?: boolean;
  readonly is_owner?: boolean;
  readonly tz?: string;
  readonly locale?: string;
}

function toPerson(answer: SlackUser): Person {
  const { id = '', profile, deleted, tz, locale } = answer;
  // In a room full of people the full name says more than a handle.
  const name = profile?.real_name || answer.real_name || profile?.display_name || answer.name || '';
  // Slackbot says that it is no bot (docs.slack.dev/reference/objects/user-object).
  const isBot = answer.is_bot || id === 'USLACKBOT';
  return {
    user: id as SlackUserId,
    name: plainLine(name, LONGEST_NAME) || 'Guest',
    kind: deleted ? 'deactivated' : isBot ? 'bot' : 'person',
    zone: tz && IANAZone.create(tz).isValid ? tz : null,
    locale: locale ?? null,
    email: readMailAddress(profile?.email ?? ''),
    isAdmin: !deleted && (answer.is_admin === true || answer.is_owner === true),
  };
}
