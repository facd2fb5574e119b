import { LRUCache } from 'lru-cache';
import { IANAZone } from 'luxon';
import type { SlackUserId, WorkspaceId } from '../../domain/ids.ts';
import { readMailAddress } from '../../domain/mail-address.ts';
import { plainLine } from '../../domain/plain-text.ts';
import { ChatFault } from '../../ports/chat-fault.ts';
import type { Directory, Person, UserGroup } from '../../ports/directory.ts';
import type { AskSlack } from './ask.ts';

const KEPT_FOR_MS = 5 * 60_000;
const MOST_KEPT = 5_000;
const MOST_WORKSPACES = 1_000;
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
  const groups = new LRUCache<string, readonly UserGroup[]>({
    max: MOST_WORKSPACES,
    ttl: KEPT_FOR_MS,
    fetchMethod: async (workspace) => askGroups(workspace),
  });

  return {
    async person(workspace, user) {
      const found = await people.fetch(`${workspace}/${user}`, { context: { workspace, user } });
      return found?.person ?? null;
    },

    async admins(workspace) {
      let cursor: string | undefined;
      for (let pages = 0; pages < MOST_PAGES_OF_PEOPLE; pages += 1) {
        const page = { limit: PEOPLE_PER_PAGE, ...(cursor && { cursor }) };
        const { members = [], response_metadata } = await askSlack(workspace, 'users.list', (slack) =>
          slack.users.list(page),
        );
        const admins = members.flatMap((member) => (member.id ? [toPerson(member.id as SlackUserId, member)] : []));
        const found = admins.filter(({ kind, isAdmin }) => kind === 'person' && isAdmin);
        cursor = response_metadata?.next_cursor;
        if (found.length > 0 || !cursor) return found;
      }
      return [];
    },

    async groupMembers(workspace, usergroup) {
      const { users } = await askSlack(workspace, 'usergroups.users.list', (slack) =>
        slack.usergroups.users.list({ usergroup }),
      );
      return (users ?? []) as SlackUserId[];
    },

    async groups(workspace) {
      return (await groups.fetch(workspace)) ?? [];
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

  async function askGroups(workspace: string): Promise<readonly UserGroup[]> {
    const { usergroups } = await askSlack(workspace as WorkspaceId, 'usergroups.list', (slack) =>
      slack.usergroups.list({}),
    );
    return (usergroups ?? []).flatMap(({ id, handle = '', name = '' }) =>
      id ? [{ id, handle: plainLine(handle, LONGEST_NAME), name: plainLine(name, LONGEST_NAME) }] : [],
    );
  }

  async function ask(workspace: WorkspaceId, user: SlackUserId): Promise<Person | null> {
    try {
      const answer = await askSlack(workspace, 'users.info', (slack) =>
        slack.users.info({ user, include_locale: true }),
      );
      return answer.user ? toPerson(user, answer.user) : null;
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

interface SlackUser {
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

function toPerson(user: SlackUserId, answer: SlackUser): Person {
  const { profile, deleted, tz, locale } = answer;
  // In a room full of people the full name says more than a handle.
  const name = profile?.real_name || answer.real_name || profile?.display_name || answer.name || '';
  // Slackbot says that it is no bot (docs.slack.dev/reference/objects/user-object).
  const isBot = answer.is_bot || user === 'USLACKBOT';
  return {
    user,
    name: plainLine(name, LONGEST_NAME) || 'Guest',
    kind: deleted ? 'deactivated' : isBot ? 'bot' : 'person',
    zone: tz && IANAZone.create(tz).isValid ? tz : null,
    locale: locale ?? null,
    email: readMailAddress(profile?.email ?? ''),
    isAdmin: !deleted && (answer.is_admin === true || answer.is_owner === true),
  };
}
