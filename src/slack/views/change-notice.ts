import type { ChangeMessage } from '../../ports/messenger.ts';
import { contextBlock, sectionBlock } from './blocks.ts';
import { momentText, shortMomentText, whenText } from './moment-text.ts';
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
  const { news, scope, reason, before, rule, reader, isByReader: you } = message;
  const title = `${scope === 'series' ? 'the series ' : ''}“${escapeMrkdwn(message.title)}”`;
  const was = `*${momentText(before, reader)}*`;
  const now = `*${whenText(message.startsAt, message.endsAt, reader)}*`;
  const how = rule ? `: it is now ${ruleText(rule, reader.locale)}` : '';
  const why = reason ? ` Reason: ${escapedWithin(reason, LONGEST_REASON)}` : '';
  switch (news) {
    case 'moved': {
      const did = `:calendar: ${you ? `You moved ${title}` : `${begun(title)} has moved`}`;
      if (scope === 'series' && rule) return `${did}${how}. The next one is ${now}.`;
      const from = shortMomentText(before, reader);
      return `${did} from *${from}* to ${now}.${scope === 'one' ? ` ${OTHERS_STAY}` : ''}`;
    }
    case 'cancelled': {
      const what = scope === 'series' ? title : `${title} on ${was}`;
      const did = `:no_entry: ${you ? `You cancelled ${what}` : `${begun(what)} is cancelled`}.`;
      return scope === 'one' ? `${did}${why}${/\p{L}$/u.test(why) ? '.' : ''} ${OTHERS_STAY}` : `${did}${why}`;
    }
    case 'taken-off':
      return `You are not invited to ${title} any more.`;
    case 'back':
      if (scope === 'one') return `:calendar: ${title} takes place after all: ${now}.`;
      return `:calendar: You are invited to ${title} again: ${now}.`;
    case 'lasts-until':
      return `:calendar: ${you ? `You changed ${title}` : `${begun(title)} has changed`}${how}.${why}`;
  }
}

const OTHERS_STAY = 'The others stay as they are.';

function begun(sentence: string): string {
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}

/** No calendar replaces an entry by a file, so the old one has to go by hand. */
function adviceOf({ news, scope, hasFile }: ChangeMessage): string {
  if (news === 'cancelled' || news === 'taken-off') return 'If it is still in your calendar, please delete it there.';
  if (news === 'lasts-until') return 'Please let the series in your calendar end on that day, too.';
  if (scope === 'one') return 'Your calendar does not know of this: please move this one there, too.';
  const old = news === 'moved' ? 'Please delete the old entry in your calendar' : '';
  const file = hasFile ? 'the new calendar file follows' : '';
  if (old && file) return `${old}; ${file}.`;
  return old ? `${old}.` : file ? 'The calendar file follows.' : '';
}
