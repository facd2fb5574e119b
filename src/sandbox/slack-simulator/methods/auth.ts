import { type MethodFamily, method } from '../web-api/method.ts';
import { page, pageRequest } from '../web-api/pages.ts';

export const AUTH_METHODS: MethodFamily = {
  'api.test': method({ scopes: [], validate: (args) => args, run: (_call, args) => ({ args }) }),

  'auth.test': method({
    scopes: [],
    validate: () => null,
    run: ({ world, workspace, grant: { organization } }) => ({
      url: `${world.origin}/`,
      team: workspace.name,
      user: 'convene',
      team_id: workspace.id,
      user_id: workspace.botUserId,
      bot_id: workspace.botId,
      ...(organization ? { enterprise_id: organization.id } : {}),
      is_enterprise_install: organization !== null,
    }),
  }),

  'auth.teams.list': method({
    scopes: [],
    validate: (args) => pageRequest(args, 100),
    run({ grant }, request) {
      const { items, cursor } = page(grant.workspaces, request);
      return { teams: items.map(({ id, name }) => ({ id, name })), response_metadata: { next_cursor: cursor } };
    },
  }),

  'team.info': method({
    scopes: ['team:read'],
    isOfTeam: true,
    validate: () => null,
    run: ({ workspace: { id, name, domain } }) => ({ team: { id, name, domain, email_domain: '' } }),
  }),
};
