import { acmeSeed, type PersonSeed, type TeamSeed } from '../../src/sandbox/slack-simulator/seed.ts';

/** Half an hour off the full one and never moved, so that a mistaken zone or clock change shows. */
export const ALICE: PersonSeed = {
  id: 'U0ALICE00',
  name: 'alice',
  realName: 'Alice Adler',
  tz: 'Asia/Kolkata',
  locale: 'en-GB',
};
export const BOB: PersonSeed = { id: 'U0BOB0000', name: 'bob', realName: 'Bob Brown', tz: 'America/New_York' };
export const CHEN: PersonSeed = {
  id: 'U0CHEN000',
  name: 'chen',
  realName: 'Chen Kato',
  tz: 'Asia/Tokyo',
  locale: 'ja-JP',
};
export const DANA: PersonSeed = { id: 'U0DANA000', name: 'dana', realName: 'Dana Dorn', deleted: true };
export const ROBOT: PersonSeed = { id: 'U0ROBOT00', name: 'robot', realName: 'Robot', isBot: true };

/** Colleagues `p01`, `p02` …, so that each test has people of its own. */
export function colleagues(count: number): PersonSeed[] {
  return Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(2, '0');
    return { id: `U0P${number}00000`, name: `p${number}`, realName: `Person ${number}`, tz: 'Europe/Berlin' };
  });
}

/** The people above and so many colleagues, all in the one channel `C0TEAM000`. */
export function teamOf(colleagueCount = 0): TeamSeed {
  const people = [ALICE, BOB, CHEN, DANA, ROBOT, ...colleagues(colleagueCount)];
  const members = [...people.map(({ id }) => id), acmeSeed.botUserId];
  return { ...acmeSeed, people, channels: [{ id: TEAM_CHANNEL, name: 'team', members }] };
}

export const TEAM_CHANNEL = 'C0TEAM000';
