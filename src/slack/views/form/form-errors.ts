import type { SubmissionProblem } from '../../../usecases/submit-form.ts';
import { limitText } from '../limit-text.ts';
import { momentText } from '../moment-text.ts';
import { skippedTimeText } from '../skipped-time-text.ts';
import { FIELD, type Field } from './fields.ts';

/** What stands under which field; Slack shows it as plain text. */
export function formErrors(problem: SubmissionProblem, locale: string): Record<string, string> {
  const [field, text] = errorOf(problem, locale);
  return { [FIELD[field]]: text };
}

function errorOf(problem: SubmissionProblem, locale: string): [Field, string] {
  switch (problem.kind) {
    case 'no-title':
      return ['title', 'Please give the meeting a title.'];
    case 'title-too-long':
      return ['title', `That has ${problem.length} characters, and at most ${problem.longest} fit.`];
    case 'not-allowed':
      return ['title', 'You may not change this meeting any more.'];
    case 'changed-meanwhile':
      return ['title', 'Somebody changed this meeting while you had it open. Please close this and open it again.'];
    case 'not-scheduled':
      return ['title', 'This meeting was cancelled or withdrawn.'];
    case 'over':
    case 'unknown-occurrence':
      return ['title', 'This meeting is over.'];
    case 'is-organizer':
    case 'unknown-person':
      return ['people', 'Somebody has to stay in charge of it.'];
    case 'nobody-invited':
      return ['people', 'Please choose at least one other person, a group, a channel or a guest.'];
    case 'nobody-can-come':
      return ['people', 'None of these can come: they are bots, or their accounts are deactivated.'];
    case 'unknown-names':
      return ['people', 'Slack knows nobody by these names.'];
    case 'too-many-people':
      return ['people', `That is ${problem.count} people; one meeting takes ${problem.most}.`];
    case 'too-many-guests':
      return [
        'guests',
        `That is ${problem.count} guests; one meeting takes ${problem.most}, those who were removed included.`,
      ];
    case 'too-many-open-meetings':
      return ['title', limitText(problem)];
    case 'too-many-guest-mails':
      return ['guests', limitText(problem)];
    case 'too-many-channels':
      return ['channels', `That is ${problem.count} channels; one meeting takes ${problem.most}.`];
    case 'group-unknown':
      return ['groups', GROUP_UNKNOWN[problem.why]];
    case 'no-guests':
      return ['guests', 'No mail server is set up, so I cannot invite by e-mail.'];
    case 'not-an-address':
      return [
        'guests',
        `This does not look like an e-mail address: ${problem.addresses.slice(0, 5).join(', ').slice(0, 200)}`,
      ];
    case 'no-such-time':
      return ['time', 'Please choose a day and a time.'];
    case 'skipped-time':
      return ['time', skippedTimeText(problem.instead, locale)];
    case 'starts-in-the-past':
      return [
        'time',
        `${momentText(problem.startsAt, { zone: problem.startsAt.zoneName ?? 'UTC', locale })} is already past.`,
      ];
    case 'starts-too-far-ahead':
      return ['day', 'That is more than a year ahead, which is the farthest I can schedule.'];
    case 'several-days':
      return ['day', 'This meeting repeats on several days of the week, and this is none of them.'];
    case 'zone-unknown':
      return ['zone', 'Slack did not answer in time. Please try again in a moment.'];
    case 'too-short':
      return ['length', `A meeting takes at least ${problem.shortest.as('minutes')} minutes.`];
    case 'too-long':
      return ['length', `A meeting takes at most ${problem.longest.as('hours')} hours.`];
    case 'repetition-not-understood':
      return [
        'repeatText',
        'I do not understand how often that is. For example: every other Tuesday until December 20',
      ];
    case 'notes-too-long':
      return ['notes', `They have ${problem.length} characters, and at most ${problem.longest} fit.`];
  }
}

const GROUP_UNKNOWN = {
  'not-allowed': 'I may not see who is in it: the permission usergroups:read is missing. Please choose people instead.',
  unknown: 'Slack knows no such group any more. Please choose people instead.',
  unanswered: 'Slack did not tell me in time who is in it. Please try again in a moment.',
} as const;
