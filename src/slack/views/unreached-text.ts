import type { Unreached } from '../../domain/seat.ts';

const REASONS: Readonly<Record<string, string>> = {
  unknown: 'Slack knows nobody by this name here',
  user_not_found: 'Slack knows nobody by this name here',
  stranger: 'this person is of another organization, and whoever runs this app does not allow to invite them',
  bot: 'this is a bot',
  cannot_dm_bot: 'this is a bot',
  deactivated: 'the account is deactivated',
  user_disabled: 'the account is deactivated',
  user_not_visible: 'this app may not see this person',
  channel_not_found: 'this app may not write to this person',
  is_archived: 'the channel is archived',
  messages_tab_disabled: 'the Messages tab of this app is switched off in its settings',
  message_not_found: 'the message is not there any more',
  cant_update_message: 'Slack does not let this app change it',
  edit_window_closed: 'Slack does not let this app change it any more',
  missing_scope: 'this app lacks a permission it needs; please tell the person who runs it',
  no_such_subteam: 'Slack knows no such group any more',
  subteam_disabled: 'the group is switched off',
  plan_upgrade_required: 'this workspace has no user groups any more',
  'too-many-people': 'with all of its members the meeting would be too large',
  'mail-refused-address': 'there is no such mailbox, or it takes no mail',
  'mail-refused': 'the mail server refused the mail',
  'mail-off': 'this app has no mail server; please tell the person who runs it',
  'mail-too-late': 'the meeting was over before the mail server took the mail',
  'no-address': 'there is no mail address to write to',
  'too-late': 'the meeting was over before Slack took the message',
};

/** Why something did not get to a person, in words for the organizer. */
export function unreachedText({ what, reason, final }: Pick<Unreached, 'what' | 'reason' | 'final'>): string {
  const isMail = what === 'mail' || what === 'code';
  if (!final && isMail) {
    return `the mail server does not take the ${what === 'code' ? 'code' : 'mail'} (\`${reason}\`); I keep trying until the meeting is over`;
  }
  // Of a person it is final, of a channel it is not.
  if (reason === 'not_in_channel' || (!final && reason === 'channel_not_found')) {
    return 'I am not in this channel. Type `/invite` and my name there, and the message comes by itself within some minutes';
  }
  if (!final) return `Slack does not take the ${what} (\`${reason}\`); I keep trying until the meeting is over`;
  const why = REASONS[reason] ?? ourFaultText(reason) ?? `Slack refused it (\`${reason}\`)`;
  switch (what) {
    case 'invitation':
      return why;
    case 'calendar file':
      return `has the invitation, but not the calendar file: ${why}`;
    case 'notice':
      return `has the invitation, but does not know of the change: ${why}`;
    case 'reminder':
      return `has the invitation, but got no reminder: ${why}`;
    case 'group':
      return `whoever joins or leaves it from now on is not noticed: ${why}`;
    case 'mail':
      return `the mail did not arrive: ${why}`;
    case 'code':
      return `asked for a code at the door, but the mail did not arrive: ${why}`;
    case 'card':
      return `has an invitation that could not be brought up to date: ${why}`;
  }
}

/** What broke on our side, with the reference that its reason holds; null for another reason. */
export function ourFaultText(reason: string): string | null {
  const [, reference] = /^our-fault (\w+)$/.exec(reason) ?? [];
  if (!reference) return null;
  return `something broke on our side; if it happens again, tell the person who runs this app the reference \`${reference}\``;
}
