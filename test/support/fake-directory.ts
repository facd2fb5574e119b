import type { SlackUserId } from '../../src/domain/ids.ts';
import type { MailAddress } from '../../src/domain/mail-address.ts';
import { ChatFault } from '../../src/ports/chat-fault.ts';
import type { Directory, Person } from '../../src/ports/directory.ts';
import { ALICE, BOB, CHEN } from './a-meeting.ts';

export const DANA = 'U0DANA000' as SlackUserId;
export const ROBOT = 'U0ROBOT00' as SlackUserId;

export const alice: Person = {
  user: ALICE,
  name: 'Alice',
  kind: 'person',
  zone: 'Europe/Berlin',
  locale: 'en-GB',
  email: 'alice@acme.example' as MailAddress,
  isAdmin: false,
};
export const bob: Person = {
  user: BOB,
  name: 'Bob',
  kind: 'person',
  zone: 'America/New_York',
  locale: 'en-US',
  email: 'bob@acme.example' as MailAddress,
  isAdmin: false,
};
export const chen: Person = {
  user: CHEN,
  name: 'Chen',
  kind: 'person',
  zone: 'Asia/Tokyo',
  locale: 'ja-JP',
  email: 'chen@acme.example' as MailAddress,
  isAdmin: false,
};
const dana: Person = {
  user: DANA,
  name: 'Dana',
  kind: 'deactivated',
  zone: null,
  locale: null,
  email: null,
  isAdmin: false,
};
const robot: Person = {
  user: ROBOT,
  name: 'Robot',
  kind: 'bot',
  zone: null,
  locale: null,
  email: null,
  isAdmin: false,
};

/** What the directory does with a question besides answering it: throw this, or keep silent for ever. */
type Trouble = ChatFault | 'silence';

export interface FakeDirectory extends Directory {
  readonly asked: readonly SlackUserId[];
  /** How often somebody is not told of, from now on; always unless given. */
  trouble(user: SlackUserId, trouble: Trouble, times?: number): void;
  put(person: Person): void;
  /** The members of a group, or how it answers. */
  putGroup(id: string, members: readonly SlackUserId[] | Trouble): void;
  /** The members of a channel; the app may not look into any other. */
  putChannel(id: string, members: readonly SlackUserId[]): void;
}

/** Alice in Berlin, Bob in New York, Chen in Tokyo, Dana who left, and a robot. */
export function fakeDirectory(): FakeDirectory {
  const people = new Map<string, Person>([alice, bob, chen, dana, robot].map((person) => [person.user, person]));
  const troubles = new Map<string, { readonly trouble: Trouble; left: number }>();
  const asked: SlackUserId[] = [];
  const groups = new Map<string, readonly SlackUserId[] | Trouble>();
  const channels = new Map<string, readonly SlackUserId[]>();

  return {
    asked,
    trouble: (user, trouble, times = Number.POSITIVE_INFINITY) => void troubles.set(user, { trouble, left: times }),
    put: (person) => void people.set(person.user, person),
    admins: async () => [...people.values()].filter(({ kind, isAdmin }) => kind === 'person' && isAdmin),
    putGroup: (id, members) => void groups.set(id, members),
    putChannel: (id, members) => void channels.set(id, members),
    async groupMembers(_workspace, group) {
      const members = groups.get(group) ?? new ChatFault('refused', 'no_such_subteam');
      if (members === 'silence') return new Promise(() => {});
      if (members instanceof ChatFault) throw members;
      return members;
    },
    groups: async () => [...groups.keys()].map((id) => ({ id, handle: id.toLowerCase(), name: id })),
    isInChannel: async (_workspace, channel, user) => channels.get(channel)?.includes(user) ?? 'unknowable',
    async person(_workspace, user) {
      asked.push(user);
      const met = troubles.get(user);
      if (met && met.left > 0) {
        met.left -= 1;
        if (met.trouble === 'silence') return new Promise(() => {});
        throw met.trouble;
      }
      return people.get(user) ?? null;
    },
  };
}
