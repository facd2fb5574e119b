import type { Verb } from '../../domain/rights.ts';
import type { DeedProblem } from '../../usecases/do-deed.ts';
import { leftText } from './left-text.ts';
import { limitText } from './limit-text.ts';
import { momentText } from './moment-text.ts';
import { quoted } from './mrkdwn.ts';

/** Why nothing was done to a meeting. */
export function deedProblemText(problem: DeedProblem, locale: string): string {
  switch (problem.kind) {
    case 'unknown-meeting':
      return 'There is no such meeting any more.';
    case 'not-allowed':
      return NOT_ALLOWED[problem.verb];
    case 'not-scheduled':
      return problem.status === 'cancelled'
        ? 'This meeting is cancelled already.'
        : 'This meeting is not there any more.';
    case 'over':
      return 'This is over already, so nothing was changed.';
    case 'unknown-occurrence':
      return 'The meeting was moved or cancelled in the meantime, so nothing was changed. Please look at it again.';
    case 'changed-meanwhile':
      return 'Somebody changed the end of this meeting just before you. Please look at it again.';
    case 'not-running':
      return 'This meeting is not under way, so nothing was changed.';
    case 'done-before':
      return 'That was done already.';
    case 'several-days':
      return 'This meeting repeats on several days of the week, and the new day is none of them. Please move one at a time.';
    case 'starts-in-the-past':
      return `${momentText(problem.startsAt, { zone: problem.startsAt.zoneName ?? 'UTC', locale })} is already past. Please choose a time to come.`;
    case 'starts-too-far-ahead':
      return 'That is more than a year ahead, which is the farthest I can schedule.';
    case 'too-short':
      return `A meeting takes at least ${problem.shortest.as('minutes')} minutes.`;
    case 'too-long':
      return `A meeting takes at most ${problem.longest.as('hours')} hours.`;
    case 'unknown-person':
      return 'That person is not invited to this meeting.';
    case 'is-organizer':
      return 'Somebody has to be in charge: please hand the meeting over first.';
    case 'too-many-people':
      return `That would be ${problem.count} people; one meeting takes ${problem.most}.`;
    case 'too-many-channels':
      return `That would be ${problem.count} channels; one meeting takes ${problem.most}.`;
    case 'too-many-guests':
      return `That would be ${problem.count} guests by e-mail; one meeting takes ${problem.most}, those who were removed included.`;
    case 'too-many-open-meetings':
    case 'too-many-guest-mails':
      return `${limitText(problem)} Nothing was changed.`;
    case 'nobody-can-come':
      return leftText(problem.left);
    case 'unknown-names':
      return `I found nobody called ${quoted(problem.names)}. Please pick people from the list that Slack shows after you type @.`;
    case 'not-an-address':
      return `${quoted(problem.addresses)} does not look like an e-mail address.`;
    case 'group-unknown':
      return 'I cannot see who is in that group. Please name the people.';
    case 'no-guests':
      return 'I cannot invite by e-mail here: please name people of this workspace with an @.';
  }
}

const ORGANIZER = 'Only the organizer of this meeting can do that.';
const HOSTS = 'Only the organizer and the hosts of this meeting can do that.';
const ADMINS = 'Only the organizer of this meeting and admins of this workspace can do that.';

const NOT_ALLOWED: Readonly<Record<Verb, string>> = {
  edit: HOSTS,
  move: HOSTS,
  invite: HOSTS,
  'take-off': HOSTS,
  extend: HOSTS,
  resend: HOSTS,
  end: 'Only the organizer and the hosts of this meeting and admins of this workspace can do that.',
  cancel: ADMINS,
  'hand-over': ADMINS,
  undo: ORGANIZER,
  'change-role': ORGANIZER,
};
