import type { MethodFamily } from '../web-api/method.ts';
import { AUTH_METHODS } from './auth.ts';
import { CHAT_METHODS } from './chat.ts';
import { CONVERSATION_METHODS } from './conversations.ts';
import { EPHEMERAL_METHODS } from './ephemeral.ts';
import { FILE_METHODS } from './files.ts';
import { GROUP_METHODS } from './user-groups.ts';
import { USER_METHODS } from './users.ts';
import { VIEW_METHODS } from './views.ts';

/** Every Web API method that the simulator knows. */
export const METHODS: MethodFamily = {
  ...AUTH_METHODS,
  ...CHAT_METHODS,
  ...CONVERSATION_METHODS,
  ...EPHEMERAL_METHODS,
  ...FILE_METHODS,
  ...GROUP_METHODS,
  ...USER_METHODS,
  ...VIEW_METHODS,
};
