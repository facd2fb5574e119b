import type { ChangeMessage } from '../../ports/messenger.ts';
import { contextBlock, sectionBlock } from './blocks.ts';
import { momentText, whenText } from './moment-text.ts';
import { escapedWithin, escapeMrkdwn } from './mrkdwn.ts';
import type { Rendered } from './render-message.ts';
import { ruleText } from './rule-text.ts';

const LONGEST_REASON = 600;

/** Says in one or two sentences what became of a meeting, and what that means for the reader's own calendar. */
export function changeNotice(message: ChangeMessage): Rendered {
  const said = saidOf(message);
  const advice = adviceOf(message);
  return {
    text: [said, advice].filter((part) => part !== '').join('\n'),
    blocks: [sectionBlock(said), ...(advice ? [contextBlock(advice)] : [])],
  };
}

function saidOf(message: ChangeMessage): string {
  const { news, scope, reason, before, rule, reader } = message;
  const title = `“${escapeMrkdwn(message.title)}”`;
  const now = whenText(message.startsAt, message.endsAt, reader);
  const until = momentText(before, reader);
  const why = reason ? ` Reason: ${escapedWithin(reason, LONGEST_REASON)}` : '';
  switch (news) {
    case 'moved': {
      if (scope === 'one') return `:calendar: One ${title} has moved: *${until}* is now *${now}*.`;
      if (scope === 'series' && rule) {
        return `:calendar: The series ${title} has moved: it is ${ruleText(rule, reader.locale)} now, next *${now}*.`;
      }
      return `:calendar: ${title} has moved: *${until}* is now *${now}*.`;
    }
    case 'cancelled':
      if (scope === 'one') return `:no_entry: ${title} on *${until}* is cancelled. The others stay.`;
      if (scope === 'series') return `:no_entry: The series ${title} is cancelled.${why}`;
      return `:no_entry: ${title} on *${until}* is cancelled.${why}`;
    case 'taken-off':
      return `You are not invited to ${title} any more.`;
    case 'back':
      if (scope === 'one') return `:calendar: ${title} takes place after all: *${now}*.`;
      return `:calendar: You are invited to ${title} again: *${now}*.`;
    case 'lasts-until':
      return rule
        ? `:calendar: The series ${title} changed: it is ${ruleText(rule, reader.locale)}.`
        : `The series ${title} changed.`;
  }
}

/** No calendar replaces an entry by a file, so the old one has to go by hand. */
function adviceOf({ news, scope, hasFile }: ChangeMessage): string {
  if (news === 'cancelled' || news === 'taken-off') {
    return 'If it stands in your calendar, please remove it there.';
  }
  if (news === 'lasts-until') return 'Please end the series in your calendar then, too.';
  if (scope === 'one') return 'Your calendar does not know it: please move this one there, too.';
  const old = news === 'moved' ? 'Please remove the old entry from your calendar' : '';
  const file = hasFile ? 'the new calendar file follows' : '';
  if (old && file) return `${old}; ${file}.`;
  return old ? `${old}.` : file ? 'The calendar file follows.' : '';
}
