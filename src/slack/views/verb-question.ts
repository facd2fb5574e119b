import type { Button, KnownBlock } from '@slack/types';
import type { Doubt } from '../../language/reading.ts';
import type { Meant } from '../../usecases/deed.ts';
import type { OwnMeeting } from '../../usecases/find-own-meetings.ts';
import type { Chosen, Reader } from '../../usecases/understand-verb.ts';
import { contextBlock, sectionBlock } from './blocks.ts';
import { momentText, shortMomentText } from './moment-text.ts';
import { escapeMrkdwn } from './mrkdwn.ts';
import { questionText } from './question-text.ts';
import type { Rendered } from './render-message.ts';
import { SCOPE_TEXT, SCOPES } from './scope-text.ts';
import { VERB_AS_NEW, verbChoiceValue } from './verb-choice.ts';

const MOST_CHOICES = 10;
const NOTHING_YET = 'Nothing was changed yet. Only you can see this.';

/** What was typed, and what has been chosen of it so far. */
export interface Asked {
  readonly text: string;
  readonly request: string;
  readonly chosen: Chosen;
}

/** Several meetings have the title: which one? */
export function whichMeeting(
  found: readonly OwnMeeting[],
  orNew: string | null,
  asked: Asked,
  reader: Reader,
): Rendered {
  const [first] = found;
  const title = escapeMrkdwn(first?.meeting.title ?? '');
  const buttons = found.slice(0, MOST_CHOICES).map(({ meeting, next }) => {
    return { words: shortMomentText(next.startsAt, reader), chosen: { ...asked.chosen, meeting: meeting.id } };
  });
  const text = `You have ${found.length} meetings called “${title}”. Which one do you mean`;
  if (orNew === null) return question(`${text}?`, buttons, asked);
  return question(`${text}, or a new meeting called “${escapeMrkdwn(orNew)}”?`, buttons, asked, [asNewButton(asked)]);
}

/** A series: how much of it? */
export function whichRuns({ deed, meeting, occurrence }: Meant, asked: Asked, reader: Reader): Rendered {
  const verb = deed.kind === 'move' ? `Move to ${momentText(deed.startsAt, reader)}` : 'Cancel';
  const text = `“${escapeMrkdwn(meeting.title)}” repeats; the next is ${momentText(occurrence.startsAt, reader)}. ${verb}:`;
  const buttons = SCOPES.map((scope) => {
    return { words: SCOPE_TEXT[scope], chosen: { ...asked.chosen, meeting: meeting.id, scope } };
  });
  return question(text, buttons, asked);
}

/** The new time is in doubt. */
export function whichTime({ deed, meeting }: Meant, doubts: readonly Doubt[], asked: Asked, reader: Reader): Rendered {
  const startsAt = deed.kind === 'move' ? deed.startsAt : meeting.startsAt;
  const texts = doubts.map((doubt) => questionText(doubt, { ...meeting, startsAt }, reader.locale));
  const known = new Map([...doubts.flatMap(({ alternatives }) => alternatives)].map((at) => [at.toMillis(), at]));
  const choices = known.size > 0 ? [...known.values()] : [startsAt];
  const there = { zone: startsAt.zoneName ?? reader.zone, locale: reader.locale };
  const buttons = choices.slice(0, MOST_CHOICES).map((at) => {
    return { words: shortMomentText(at, there), chosen: { ...asked.chosen, meeting: meeting.id, startsAt: at } };
  });
  return question(`“${escapeMrkdwn(meeting.title)}”: ${texts.join(' ')} (${there.zone})`, buttons, asked);
}

/** It reads as a change to a meeting, and as a new one. */
export function changeOrNew(
  { deed, meeting, occurrence }: Meant,
  title: string,
  asked: Asked,
  reader: Reader,
): Rendered {
  const old = escapeMrkdwn(meeting.title);
  const asVerb = deed.kind === 'move' ? `Move it to ${shortMomentText(deed.startsAt, reader)}` : 'Change that meeting';
  const text =
    `You have a meeting “${old}”, ${momentText(occurrence.startsAt, reader)}. Do you mean that one, or a new ` +
    `meeting called “${escapeMrkdwn(title)}”?`;
  return question(text, [{ words: asVerb, chosen: { ...asked.chosen, isVerb: true } }], asked, [asNewButton(asked)]);
}

function asNewButton(asked: Asked): Button {
  const text = { type: 'plain_text', text: 'Schedule a new meeting', emoji: false } as const;
  return { type: 'button', action_id: VERB_AS_NEW, text, value: verbChoiceValue(asked) };
}

function question(
  text: string,
  buttons: readonly { readonly words: string; readonly chosen: Chosen }[],
  asked: Asked,
  more: readonly Button[] = [],
): Rendered {
  const elements = buttons.map(({ words, chosen }, index): Button => {
    return {
      type: 'button',
      action_id: `verb_choice_${index}`,
      text: { type: 'plain_text', text: words, emoji: false },
      value: verbChoiceValue({ ...asked, chosen: { ...chosen, isVerb: true } }),
    };
  });
  const blocks: KnownBlock[] = [
    sectionBlock(`:question: ${text}`),
    { type: 'actions', elements: [...elements, ...more] },
    contextBlock(NOTHING_YET),
  ];
  return { text: `${text} ${NOTHING_YET}`, blocks };
}
