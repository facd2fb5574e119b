import type { Fault } from '../../src/sandbox/slack-simulator/calls.ts';
import { ACME_TEAM_ID, type PersonSeed } from '../../src/sandbox/slack-simulator/seed.ts';
import type { World } from './world.ts';

/** A fault of Slack's that is not yet aimed at somebody. */
export type Unaimed = Omit<Fault, 'channel'>;

export function say(method: string, play: Fault['play']): Unaimed {
  return { method, play };
}

/** Hands out people, never the same one twice, so that each fault meets the calls of its own test only. */
export function handingOut(people: readonly PersonSeed[]): (count: number) => [PersonSeed, ...PersonSeed[]] {
  let taken = 0;
  return (count) => {
    const [first, ...rest] = people.slice(taken, taken + count);
    taken += count;
    if (!first) throw new Error('There are no colleagues left');
    return [first, ...rest];
  };
}

/** Plans a fault for the calls about one person, whether they name the person or the conversation. */
export async function faultFor(world: World, person: PersonSeed, fault: Unaimed): Promise<void> {
  const namesPerson = fault.method === 'conversations.open' || fault.method === 'users.info';
  world.slack.fault({ ...fault, channel: namesPerson ? person.id : await conversationWith(world, person) });
}

/** What the ledger says of a call that met this fault. */
export function outcomeOf({ play }: Unaimed): string {
  if (play.kind === 'status') return `status ${play.status}`;
  return play.kind === 'error' ? play.error : play.kind;
}

/** The conversation with a person, opened ahead, since a fault is aimed by its id. */
async function conversationWith({ slack, settings }: World, { id }: PersonSeed): Promise<string> {
  await fetch(`${slack.apiUrl}conversations.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${settings['SLACK_BOT_TOKEN']}`, 'content-type': 'application/json' },
    body: JSON.stringify({ users: id }),
  });
  return slack.directMessage(ACME_TEAM_ID, id) ?? '';
}
