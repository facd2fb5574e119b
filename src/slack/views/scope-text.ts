import type { Scope } from '../../usecases/move-meeting.ts';

export const SCOPE_TEXT: Readonly<Record<Scope, string>> = {
  this: 'This one only',
  following: 'This and all following',
  all: 'All that are to come',
};

export const SCOPES: readonly Scope[] = ['this', 'following', 'all'];
