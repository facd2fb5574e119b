import type { InputBlock } from '@slack/types';
import type { Meeting } from '../../../domain/meeting.ts';
import type { Scope } from '../../../usecases/move-meeting.ts';
import { choice, field } from '../elements.ts';
import { SCOPE_TEXT, SCOPES } from '../scope-text.ts';

export const SCOPE_FIELD = 'scope';

/** How much of a series is meant; nothing for a meeting that does not repeat. */
export function scopeField({ series }: Pick<Meeting, 'series'>): InputBlock[] {
  if (!series) return [];
  const options = SCOPES.map((scope) => choice(SCOPE_TEXT[scope], scope));
  const [initial_option] = options;
  return [
    field(SCOPE_FIELD, 'Which ones', { type: 'radio_buttons', options, ...(initial_option && { initial_option }) }),
  ];
}

export function readScope(value: string): Scope {
  return SCOPES.find((scope) => scope === value) ?? 'this';
}
