import { expect, test } from '@jest/globals';
import type { WebClient } from '@slack/web-api';
import type { AskSlack } from '../../../src/adapters/slack/ask.ts';
import { makeTeamsOf } from '../../../src/adapters/slack/teams.ts';
import type { WorkspaceId } from '../../../src/domain/ids.ts';

const PAGES: Readonly<Record<string, object>> = {
  first: { teams: [{ id: 'T0ONE' }, { id: 'T0TWO' }], response_metadata: { next_cursor: 'second' } },
  second: { teams: [{ id: 'T0THREE' }], response_metadata: { next_cursor: '' } },
};

function pagedSlack() {
  const asked: unknown[] = [];
  const list = async (page: { cursor?: string }) => {
    asked.push(page);
    return PAGES[page.cursor ?? 'first'];
  };
  const askSlack: AskSlack = (_workspace, _method, call) => call({ auth: { teams: { list } } } as unknown as WebClient);
  return { askSlack, asked };
}

test('an organization is asked for all pages of its workspaces, once', async () => {
  const { askSlack, asked } = pagedSlack();
  const teamsOf = makeTeamsOf(askSlack);
  const organization = 'E0GROUP' as WorkspaceId;
  const answers = [await teamsOf(organization), await teamsOf(organization)];

  const all = [{ team_id: 'T0ONE' }, { team_id: 'T0TWO' }, { team_id: 'T0THREE' }];
  expect(answers).toEqual([all, all]);
  expect(asked).toEqual([{ limit: 1_000 }, { limit: 1_000, cursor: 'second' }]);
});

test('the app of one workspace asks nothing and names no team', async () => {
  const { askSlack, asked } = pagedSlack();

  expect(await makeTeamsOf(askSlack)('T0ACME' as WorkspaceId)).toEqual([{}]);
  expect(asked).toEqual([]);
});
