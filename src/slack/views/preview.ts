import type { Button, KnownBlock } from '@slack/types';
import type { DateTime } from 'luxon';
import { awaitsChoice, canBeSent, type Question } from '../../domain/draft.ts';
import type { MeetingId } from '../../domain/ids.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { Scheduled } from '../../usecases/schedule-meeting.ts';
import { EDIT_MEETING } from './actions.ts';
import { contextBlock, sectionBlock } from './blocks.ts';
import { factsBlock, factsOf } from './facts.ts';
import { shortMomentText } from './moment-text.ts';
import { escapeMrkdwn } from './mrkdwn.ts';
import { questionText } from './question-text.ts';
import { readingNotes } from './reading-notes.ts';
import type { Rendered } from './render-message.ts';

export const SEND_DRAFT = 'send_draft';
export const DISCARD_DRAFT = 'discard_draft';
/** Slack wants each button of a row to have an action id of its own. */
export const CHOOSE_START = /^choose_start_\d+$/;

/** Slack shows about this many buttons in a row without breaking it. */
const MOST_ALTERNATIVES = 5;

/** What a draft was read as, what is in doubt about it, and the times to choose from. Nothing is sent before Send. */
export function preview(scheduled: Scheduled, now: DateTime): Rendered {
  const { meeting, locale } = scheduled;
  const { id, title, questions } = meeting;
  const facts = { ...factsOf(meeting, locale), ...(awaitsChoice(meeting) ? { when: 'please choose below' } : {}) };
  const doubts = questions.map((question) => questionText(question, meeting, locale));
  return {
    text: `Not sent yet: “${escapeMrkdwn(title)}”, ${facts.when}. ${doubts.join(' ')}`,
    blocks: [
      sectionBlock(`*Please check before I send it:* ${escapeMrkdwn(title)}`),
      factsBlock(facts),
      ...readingNotes(scheduled).map(sectionBlock),
      ...questions.flatMap((question, index) => questionBlocks(question, doubts[index] ?? '', meeting, locale)),
      { type: 'actions', elements: [...(canBeSent(meeting, now) ? [send(id)] : []), edit(id), discard(id)] },
      contextBlock('Nobody has been told yet. Only you can see this.'),
    ],
  };
}

function questionBlocks(question: Question, text: string, meeting: Meeting, locale: string): KnownBlock[] {
  const asked = sectionBlock(`:question: ${text}`);
  if (!('alternatives' in question) || question.alternatives.length === 0) return [asked];
  const reader = { zone: meeting.startsAt.zoneName, locale };
  const elements = question.alternatives.slice(0, MOST_ALTERNATIVES).map(
    (startsAt, index): Button => ({
      type: 'button',
      action_id: `choose_start_${index}`,
      text: { type: 'plain_text', text: shortMomentText(startsAt, reader), emoji: false },
      value: draftValue(meeting.id, startsAt),
    }),
  );
  return [asked, { type: 'actions', elements }];
}

function send(id: MeetingId): Button {
  const text = { type: 'plain_text', text: 'Send', emoji: false } as const;
  return { type: 'button', action_id: SEND_DRAFT, style: 'primary', text, value: draftValue(id) };
}

function edit(id: MeetingId): Button {
  const text = { type: 'plain_text', text: 'Edit…', emoji: false } as const;
  return { type: 'button', action_id: EDIT_MEETING, text, value: id };
}

function discard(id: MeetingId): Button {
  const text = { type: 'plain_text', text: 'Discard', emoji: false } as const;
  return { type: 'button', action_id: DISCARD_DRAFT, text, value: draftValue(id) };
}

/** `<meeting>` or `<meeting> <start in seconds since 1970>`: a hint only, since whoever presses is checked again. */
function draftValue(id: MeetingId, startsAt?: DateTime): string {
  return startsAt ? `${id} ${startsAt.toUnixInteger()}` : id;
}

/** What a button of a preview says; null for a value that none of ours has. */
export function readDraftValue(value: string): { meeting: MeetingId; startsAtSeconds: number | null } | null {
  const [, meeting, seconds] = /^([\w-]{22})(?: (\d{1,11}))?$/.exec(value) ?? [];
  return meeting ? { meeting: meeting as MeetingId, startsAtSeconds: seconds ? Number(seconds) : null } : null;
}
