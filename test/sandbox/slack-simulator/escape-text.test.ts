import { expect, test } from '@jest/globals';
import { escapeTyped } from '../../../src/sandbox/slack-simulator/dispatch/escape-text.ts';
import { acmeSeed } from '../../../src/sandbox/slack-simulator/seed.ts';
import { makeWorkspace } from '../../../src/sandbox/slack-simulator/state/workspace.ts';

const workspace = makeWorkspace({
  ...acmeSeed,
  people: [...acmeSeed.people, { id: 'U0ANNLEE0', name: 'ann.lee', realName: 'Ann Lee' }],
});

test.each([
  ['@alice', '<@U0ALICE00|alice>'],
  ['with @Alice, @bob.', 'with <@U0ALICE00|alice>, <@U0BOB0000|bob>.'],
  ['@ann.lee and @ann.lee.', '<@U0ANNLEE0|ann.lee> and <@U0ANNLEE0|ann.lee>.'],
  ['@nobody @alicea', '@nobody @alicea'],
  ['@eng', '<!subteam^S0ENG0000|@eng>'],
  ['@channel @here @everyone', '<!channel> <!here> <!everyone>'],
  ['#team #secret #elsewhere', '<#C0TEAM000|team> <#C0SECRET0|> #elsewhere'],
  ['see https://acme.example/a?b=1&c=2.', 'see <https://acme.example/a?b=1&amp;c=2>.'],
  ['ask pat@acme.example', 'ask <mailto:pat@acme.example|pat@acme.example>'],
  ['on acme.com at 9.30', 'on <http://acme.com|acme.com> at 9.30'],
  ['R&D <!channel> 1 > 0', 'R&amp;D &lt;!channel&gt; 1 &gt; 0'],
  ['', ''],
])('%j is sent as %j', (typed, sent) => {
  expect(escapeTyped(workspace, 'U0ALICE00', typed)).toBe(sent);
});

test('a private channel of others stays plain', () => {
  expect(escapeTyped(workspace, 'U0CHEN000', '#secret')).toBe('#secret');
});
