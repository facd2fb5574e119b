import { type MethodFamily, method } from '../web-api/method.ts';

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

  'team.info': method({
    scopes: ['team:read'],
    validate: () => null,
    run: ({ workspace: { id, name, domain } }) => ({ team: { id, name, domain, email_domain: '' } }),
  }),
};
