import type { ScheduleProblem } from '../../usecases/schedule-meeting.ts';
import type { Lack } from '../../usecases/understand-reading.ts';
import { leftText } from './left-text.ts';
import { limitText } from './limit-text.ts';
import { momentText } from './moment-text.ts';
import { escapeMrkdwn, quoted } from './mrkdwn.ts';
import { lackingText } from './needed.ts';

/** What a person reads when nothing was scheduled: what stood in the way, and what to type instead. */
export function problemText(problem: ScheduleProblem, command: string): string {
  return `${reasonText(problem, command)} Nothing was scheduled.`;
}

function reasonText(problem: ScheduleProblem, command: string): string {
  const example = `\`${command} standup tomorrow 9am @alice @bob\``;
  switch (problem.kind) {
    case 'lacks':
      return lacksText(problem.lacks, problem.wishes.title, command);
    case 'starts-in-the-past':
      return `${momentText(problem.startsAt, { zone: problem.startsAt.zoneName, locale: problem.locale })} is already past. Please type a time to come, for example ${example}.`;
    case 'starts-too-far-ahead':
      return 'That is more than a year ahead, which is the farthest I can schedule.';
    case 'too-short':
      return `A meeting takes at least ${problem.shortest.as('minutes')} minutes.`;
    case 'too-long':
      return `A meeting takes at most ${problem.longest.as('hours')} hours.`;
    case 'title-too-long':
      return `The title has ${problem.length} characters, and at most ${problem.longest} fit. Please shorten it.`;
    case 'text-too-long':
      return `That text has ${problem.length} characters, and I read at most ${problem.longest}. A title, a time and the people are enough, for example ${example}.`;
    case 'notes-too-long':
      return `The notes have ${problem.length} characters, and at most ${problem.longest} fit. Please shorten them.`;
    case 'too-many-channels':
      return `You named ${problem.count} channels; one meeting takes ${problem.most}.`;
    case 'too-many-people':
      return `You named ${problem.count} people; one meeting takes ${problem.most}.`;
    case 'too-many-guests':
      return `You named ${problem.count} guests by e-mail; one meeting takes ${problem.most}. Please share a public meeting’s link with a crowd from outside.`;
    case 'nobody-invited':
      return `Who should come? Please name at least one other person with an @, for example ${example}.`;
    case 'nobody-can-come':
      return `${leftText(problem.left)} Please name somebody who can come.`;
    case 'unknown-names':
      return `I found nobody called ${quoted(problem.names)}. Please pick people from the list that Slack shows after you type @.`;
    case 'group-unknown':
      return groupText(problem.why);
    case 'no-guests':
      return 'I cannot invite by e-mail here, since no mail server is set up: please name people of this workspace with an @.';
    case 'not-an-address':
      return `${quoted(problem.addresses)} does not look like an e-mail address.`;
    case 'too-many-open-meetings':
    case 'too-many-guest-mails':
      return limitText(problem);
    case 'zone-unknown':
      return 'Slack did not tell me your time zone, so I cannot know which hour you mean. Please try again in a moment.';
  }
}

/** Why the members of a user group are not known. */
function groupText(why: Extract<ScheduleProblem, { kind: 'group-unknown' }>['why']): string {
  switch (why) {
    case 'not-allowed':
      return 'I may not see who is in a user group here: whoever runs this app has to add the permission `usergroups:read`. Until then, please name the people with an @.';
    case 'unknown':
      return 'Slack knows no such user group any more. Please name the people with an @.';
    case 'unanswered':
      return 'Slack did not tell me in time who is in that user group. Please try again in a moment.';
  }
}

/** Shows the person's own words with what is missing filled in. */
function lacksText(lacks: readonly Lack[], title: string | null, command: string): string {
  const short = title && title.length <= 60 ? escapeMrkdwn(title) : 'standup';
  return `I still need ${lackingText(lacks)}. For example: \`${command} ${short.replaceAll('`', '')} tomorrow 9am @alice\`.`;
}
