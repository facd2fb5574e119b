import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Environment } from '../../src/config/settings-reader.ts';
import { runTool } from '../support/run-tool.ts';
import { configWith } from '../support/settings.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { startWorld, type World } from '../support/world.ts';

jest.setTimeout(40_000);

let world: World;
let settings: Environment;
beforeAll(async () => {
  world = await startWorld();
  settings = { ...world.settings, PUBLIC_URL: world.program.url };
});
afterAll(() => world.close());

test('beside a program that is well it finds nothing wrong', async () => {
  const { code, stdout, stderr } = await runTool('doctor', [], settings);

  expect([code, stderr]).toEqual([0, '']);
  expect(
    stdout.replace(/\d+ MB/, 'many MB').replace(/\d s from/, '0 s from'),
  ).toBe(`ok    Slack token: good: convene in Acme
ok    Slack scopes: all there
ok    Clock: 0 s from Slack's
ok    PUBLIC_URL: ${world.program.url}/healthz answers
ok    Request URL: turns away what Slack did not sign
ok    Video service: answers, and knows group_call_host and group_call_participant
ok    Store: answers; many MB are free
note  Mail: is not set up: nobody can be invited by e-mail
      → Set MAIL_URL and MAIL_FROM if you want to.
note  Reports of the video service: do not come to PUBLIC_URL: cards show late who is in, and recordings not at all
      → Run npm run webhooks.

All is well.
`);
});

test('it names what is wrong and what to do, ends with code 1, and tells no secret', async () => {
  const wrong = {
    ...settings,
    SLACK_BOT_TOKEN: 'xoxb-1-2-wrong',
    PUBLIC_URL: 'http://127.0.0.1:1',
    HOST_PRESET: 'nobody',
    DATABASE_URL: `file:${world.dataFolder}/none`,
  };
  const { code, stdout, stderr } = await runTool('doctor', [], wrong);

  expect([code, stdout]).toEqual([1, '']);
  expect(stderr.match(/^WRONG .*$/gm)).toEqual([
    'WRONG Slack token: Slack refuses it: invalid_auth',
    'WRONG PUBLIC_URL: nothing answers there',
    'WRONG Request URL: nothing answers there',
    'WRONG Video service: has no preset nobody',
  ]);
  expect(stderr).toContain('note  Store: is not there yet');
  for (const name of ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'CLOUDFLARE_API_TOKEN', 'LINK_SECRET']) {
    expect(stderr).not.toContain(wrong[name as keyof typeof wrong]);
  }
});

test('a damaged store, and services that nothing answers for, are told as what they are', async () => {
  const folder = await makeTemporaryFolder();
  await writeFile(join(folder.directory, 'convene.db'), 'no database at all');
  const nowhere = 'http://127.0.0.1:1';
  const { stderr } = await runTool('doctor', [], {
    ...settings,
    SLACK_API_URL: `${nowhere}/api/`,
    DATABASE_URL: `file:${folder.directory}`,
    MAIL_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'Convene <convene@acme.example>',
  });
  await folder.remove();

  expect(stderr.match(/^WRONG .*$/gm)).toEqual([
    'WRONG Slack token: could not be looked at: Slack does not answer',
    'WRONG Store: cannot be read: it is damaged, or made by a newer release',
    expect.stringMatching(/^WRONG Mail: the mail server does not take us on \(ESOCKET/),
  ]);
});

test('settings that are missing are told as the start tells them', async () => {
  const { code, stderr } = await runTool('doctor', [], { ...settings, LINK_SECRET: '' });

  expect([code, stderr]).toEqual([1, expect.stringContaining('LINK_SECRET is not set')]);
});

test('fresh secrets are accepted by the settings, and different each time', async () => {
  const [one, other] = [await runTool('secrets', [], {}), await runTool('secrets', [], {})];
  const lines = Object.fromEntries(
    one.stdout
      .trim()
      .split('\n')
      .map((line) => line.split(/=(.*)/s).slice(0, 2)),
  );
  const many = {
    SLACK_BOT_TOKEN: '',
    SLACK_CLIENT_ID: '1.2',
    SLACK_CLIENT_SECRET: 'c1ient5ecretc1ient5ecret',
    ...lines,
  };

  expect(Object.keys(lines)).toEqual(['LINK_SECRET', 'ENCRYPTION_KEY', 'SLACK_STATE_SECRET']);
  expect(one.stdout).not.toBe(other.stdout);
  expect(() => configWith(many)).not.toThrow();
});
