import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type MailSimulator, startMailSimulator } from '../../src/sandbox/mail-simulator/simulator.ts';
import { eventually } from '../support/eventually.ts';
import { inboxOf } from '../support/inbox.ts';
import { ALICE, BOB, CHEN, colleagues, teamOf } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let mails: MailSimulator;
let world: World;

beforeAll(async () => {
  mails = await startMailSimulator({ clock: Date.now });
  const settings = {
    MAIL_URL: mails.url,
    MAIL_FROM: 'Convene <meet@example.com>',
    COMMANDS_PER_MINUTE: '20',
    OPEN_MEETINGS: '5',
    GUEST_MAILS_PER_DAY: '4',
  };
  world = await startWorld({ team: teamOf(1), settings });
});

afterAll(async () => {
  await world.close();
  await mails.close();
});

test('a flood by one person is held up in words, and others are served as ever', async () => {
  const flood = await Promise.all(Array.from({ length: 40 }, () => world.meet('help', ALICE)));
  const other = await world.meet('unhurt tomorrow 9am @chen', BOB);

  const heldUp = flood.filter(({ body }) => String(body).startsWith('That was faster than I can take commands'));
  expect([flood.every(({ status }) => status === 200), flood.length - heldUp.length]).toEqual([true, 20]);
  expect(JSON.stringify(other.body)).toContain('unhurt');
  await eventually(() => expect(inboxOf(world.slack, CHEN, 'unhurt').cards).toHaveLength(1));
});

test('the same command twice in haste is one meeting and a question', async () => {
  const [first, second] = [
    await world.meet('twice friday 9am @bob', CHEN),
    await world.meet('twice friday 9am @bob', CHEN),
  ];

  expect(JSON.stringify(first.body)).not.toContain('a moment ago');
  expect(JSON.stringify(second.body)).toContain('You asked for the same a moment ago');
  await eventually(() => expect(inboxOf(world.slack, BOB, 'twice').cards).toHaveLength(1));
  await world.quiet();
  expect(inboxOf(world.slack, BOB, 'twice').cards).toHaveLength(1);
});

test('what mails more guests than the day has left is refused, also after a restart, and a cancellation goes out', async () => {
  await world.meet('briefing friday 10am a@example.com b@example.com c@example.com', CHEN);
  await eventually(() => expect(mails.mails()).toHaveLength(3));
  await world.quiet();
  await world.program.kill('SIGKILL');
  await world.program.restart();

  const refused = await world.meet('more friday 11am d@example.com e@example.com', CHEN);
  expect(JSON.stringify(refused.body)).toContain('may send only 1 more of them today');
  await world.meet('cancel briefing', CHEN);
  await eventually(() => expect(mails.mails().filter(({ subject }) => /cancelled/i.test(subject))).toHaveLength(3));
  await world.quiet();
  expect(mails.mails()).toHaveLength(6);
});

test('whoever has as many meetings to come as a person may have is told so', async () => {
  const [writer] = colleagues(1);
  const answers = [];
  for (let n = 0; n < 7; n += 1)
    answers.push(JSON.stringify((await world.meet(`number ${n} friday 9am @chen`, writer)).body));

  expect(answers.findIndex((answer) => answer.includes('You have 5 meetings to come'))).toBe(5);
});
