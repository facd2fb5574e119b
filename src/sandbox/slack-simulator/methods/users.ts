import { flag, text } from '../web-api/arguments.ts';
import { findPerson } from '../web-api/lookups.ts';
import { type MethodFamily, method } from '../web-api/method.ts';
import { page, pageRequest } from '../web-api/pages.ts';
import { Refusal } from '../web-api/refusal.ts';
import { userJson } from './user-json.ts';

export const USER_METHODS: MethodFamily = {
  'users.info': method({
    scopes: ['users:read'],
    validate: (args) => ({ user: text(args, 'user'), locale: flag(args, 'include_locale') }),
    run: (call, { user, locale }) => ({
      user: userJson(call.workspace, findPerson(call, user), call.world.clock(), locale),
    }),
  }),

  'users.list': method({
    scopes: ['users:read'],
    isOfTeam: true,
    validate: (args) => ({ page: pageRequest(args, 100), locale: flag(args, 'include_locale') }),
    run({ world, workspace }, { page: request, locale }) {
      const { items, cursor } = page([...workspace.people.values()], request);
      return {
        members: items.map((person) => userJson(workspace, person, world.clock(), locale)),
        response_metadata: { next_cursor: cursor },
      };
    },
  }),

  'users.lookupByEmail': method({
    scopes: ['users:read', 'users:read.email'],
    validate: (args) => text(args, 'email').toLowerCase(),
    run({ world, workspace }, email) {
      const person = [...workspace.people.values()].find(
        (candidate) =>
          candidate.email.toLowerCase() === email && !candidate.deleted && !candidate.isBot && !candidate.isStranger,
      );
      if (!person) throw new Refusal('users_not_found');
      return { user: userJson(workspace, person, world.clock(), false) };
    },
  }),
};
