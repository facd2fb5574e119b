import { expect } from '@jest/globals';
import { DateTime } from 'luxon';
import { ACME_TEAM_ID, type PersonSeed } from '../../src/sandbox/slack-simulator/seed.ts';
import { eventually } from './eventually.ts';
import { ALICE } from './people.ts';
import type { World } from './world.ts';

export type Block = {
  type: string;
  text?: { text: string };
  elements?: { action_id: string; value?: string; url?: string }[];
};

/** What somebody's Home tab lists, with the buttons of each. */
export async function homeOf({ slack, quiet }: World, who: PersonSeed) {
  const before = slack.calls('views.publish').length;
  await slack.openHome({ team: ACME_TEAM_ID, user: who.id });
  await eventually(() => expect(slack.calls('views.publish').length).toBeGreaterThan(before));
  await quiet(40);
  const blocks = (slack.home(ACME_TEAM_ID, who.id)?.view['blocks'] ?? []) as Block[];
  return blocks.flatMap(({ elements }, index) => {
    const join = elements?.find(({ action_id }) => action_id === 'home_join');
    const words = blocks[index - 1]?.text?.text ?? '';
    const [, title = ''] = /\*(.*)\*/.exec(words) ?? [];
    return join
      ? [{ title, words, id: join.value?.split(' ')[0] ?? '', actions: elements?.map((one) => one.action_id) }]
      : [];
  });
}

let count = 0;

/** A meeting of Alice's in two days at three, with Bob and Chen, under a title of its own. */
export async function aNewMeeting(world: World): Promise<{ title: string; id: string; day: DateTime }> {
  count += 1;
  const title = `plan ${'abcdefghij'[Math.floor(count / 10)]}${'abcdefghij'[count % 10]}`;
  const day = DateTime.now().setZone(ALICE.tz).plus({ days: 2 }).startOf('day');
  await world.meet(`"${title}" ${day.toFormat('yyyy-MM-dd')} 15:00 @bob @chen`);
  const id = await eventually(
    async () => (await homeOf(world, ALICE)).find((entry) => entry.title === title)?.id ?? missing(),
  );
  return { title, id, day };
}

export function missing(): never {
  throw new Error('It is not there');
}
