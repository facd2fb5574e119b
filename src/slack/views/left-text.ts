import type { NotInvited } from '../../usecases/asked-people.ts';
import { mention } from './mrkdwn.ts';

const WHY: Readonly<Record<NotInvited['why'], string>> = {
  unknown: 'nobody here has this id',
  stranger: 'is of another organization, and this app invites nobody from there unless whoever runs it allows that',
  bot: 'is a bot',
  deactivated: 'has a deactivated account',
};

const MOST_SHOWN = 15;

/** Who was named but not invited, and why. */
export function leftText(left: readonly NotInvited[]): string {
  const shown = left.slice(0, MOST_SHOWN).map(({ user, why }) => `${mention(user)} (${WHY[why]})`);
  const more = left.length > MOST_SHOWN ? ` and ${left.length - MOST_SHOWN} more` : '';
  return `Not invited: ${shown.join(', ')}${more}.`;
}
