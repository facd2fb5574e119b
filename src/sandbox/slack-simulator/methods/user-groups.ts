import { text } from '../web-api/arguments.ts';
import { type MethodFamily, method } from '../web-api/method.ts';
import { Refusal } from '../web-api/refusal.ts';

export const GROUP_METHODS: MethodFamily = {
  'usergroups.list': method({
    scopes: ['usergroups:read'],
    isOfTeam: true,
    validate: () => null,
    run: ({ workspace }) => ({
      usergroups: workspace.userGroups.map(({ id, handle, name, users }) => ({
        id,
        team_id: workspace.id,
        is_usergroup: true,
        handle,
        name,
        date_delete: 0,
        user_count: users.length,
      })),
    }),
  }),

  'usergroups.users.list': method({
    scopes: ['usergroups:read'],
    isOfTeam: true,
    validate: (args) => text(args, 'usergroup'),
    run({ workspace }, id) {
      const group = workspace.userGroups.find((candidate) => candidate.id === id);
      if (!group) throw new Refusal('no_such_subteam');
      return { users: group.users };
    },
  }),
};
