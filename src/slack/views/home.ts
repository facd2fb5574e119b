import type { Button, HomeView, KnownBlock } from '@slack/types';
import type { DateTime } from 'luxon';
import { awaitsChoice, canBeSent } from '../../domain/draft.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { ONLY_OCCURRENCE } from '../../domain/occurrence.ts';
import type { Home, NotDelivered } from '../../usecases/look-at-home.ts';
import type { Reader } from '../../usecases/understand-verb.ts';
import { pressValue } from './actions.ts';
import { contextBlock, linesBlock, mrkdwn, sectionBlock } from './blocks.ts';
import { plainText } from './elements.ts';
import { factsOf } from './facts.ts';
import { feedBlocks } from './feed-blocks.ts';
import { agendaBlocks } from './home-agenda.ts';
import { HOME_DISCARD, HOME_RESEND, HOME_SEND, HOME_SETTINGS, HOME_UNDO, homeButton } from './home-buttons.ts';
import { CALENDAR_TEXT, fullHourText, reminderText } from './modals/settings-modal.ts';
import { momentText, shortMomentText } from './moment-text.ts';
import { addresseeText, escapeMrkdwn } from './mrkdwn.ts';
import { questionText } from './question-text.ts';
import { undoText } from './scheduled-answer.ts';
import { unreachedText } from './unreached-text.ts';

/** Slack takes 100 blocks (docs.slack.dev/surfaces/app-home). */
const MOST_BLOCKS = 100;
const MOST_DRAFTS = 5;
const MOST_CHOICES = 5;
const MOST_NOT_DELIVERED = 3;
const MOST_PEOPLE = 10;

/** What came of the reader's last press: in mrkdwn, or a meeting of theirs that was sent by it. */
export type HomeNote = string | { readonly sent: Meeting };

/** The Home tab. */
export function homeView(home: Home, command: string, note: HomeNote | null = null): HomeView {
  const { drafts, notDelivered } = home;
  const before = [
    ...(note ? noteBlocks(note, home) : []),
    ...draftBlocks(drafts, home),
    ...notDeliveredBlocks(notDelivered),
  ];
  const after = [...settingsBlocks(home), ...feedBlocks(home.feedAddress)];
  const room = MOST_BLOCKS - before.length - after.length - 1;
  const agenda = agendaBlocks(home, command, room);
  return { type: 'home', blocks: [...before, heading('Your meetings'), ...agenda, ...after] };
}

/** Where nothing can be read. */
export function unreadHome(note: HomeNote | null): HomeView {
  const text = 'I cannot read the meetings right now. Please open this tab again in a minute.';
  return { type: 'home', blocks: [...(typeof note === 'string' ? [sectionBlock(note)] : []), sectionBlock(text)] };
}

/** Its entry may lie beyond what is shown below. */
function noteBlocks(note: HomeNote, { now, reader }: Home): KnownBlock[] {
  if (typeof note === 'string') return [sectionBlock(note)];
  const { id, title, startsAt } = note.sent;
  const sent = `:white_check_mark: *Scheduled:* ${escapeMrkdwn(title)}, ${momentText(startsAt, reader)}.`;
  const accessory = homeButton(HOME_UNDO, 'Undo', pressValue(id));
  return [{ type: 'section', text: mrkdwn([sent, ...undoText(note.sent, now)].join(' ')), accessory }];
}

function draftBlocks(drafts: readonly Meeting[], { reader, now }: Home): KnownBlock[] {
  if (drafts.length === 0) return [];
  const more = drafts.length - MOST_DRAFTS;
  return [
    heading('Not sent yet'),
    ...drafts.slice(0, MOST_DRAFTS).flatMap((draft): KnownBlock[] => {
      const waits = awaitsChoice(draft);
      const { when, people } = factsOf(draft, reader.locale);
      const doubts = draft.questions.map((question) => `:question: ${questionText(question, draft, reader.locale)}`);
      const facts = [`*${escapeMrkdwn(draft.title)}*`, ...(waits ? [] : [when]), `With ${people}`];
      return [
        linesBlock([...facts, ...doubts]),
        {
          type: 'actions',
          block_id: pressValue(draft.id),
          elements: [
            ...(waits ? choiceButtons(draft, reader) : sendButtons(draft, now)),
            homeButton(HOME_DISCARD, 'Discard', pressValue(draft.id)),
          ],
        },
      ];
    }),
    ...(more > 0 ? [contextBlock(`… and ${more} more`)] : []),
  ];
}

function sendButtons(draft: Meeting, now: DateTime): Button[] {
  return canBeSent(draft, now) ? [{ ...homeButton(HOME_SEND, 'Send', pressValue(draft.id)), style: 'primary' }] : [];
}

/** The times that a draft leaves to choose from. */
function choiceButtons({ id, questions }: Meeting, reader: Reader): Button[] {
  const choices = questions.flatMap((question) => ('alternatives' in question ? question.alternatives : []));
  return choices.slice(0, MOST_CHOICES).map((at, index) => {
    return homeButton(`home_choose_${index}`, shortMomentText(at, reader), pressValue(id, ONLY_OCCURRENCE, at));
  });
}

function notDeliveredBlocks(notDelivered: readonly NotDelivered[]): KnownBlock[] {
  if (notDelivered.length === 0) return [];
  const more = notDelivered.length - MOST_NOT_DELIVERED;
  return [
    heading('What was not delivered'),
    ...notDelivered.slice(0, MOST_NOT_DELIVERED).flatMap(lackBlocks),
    ...(more > 0 ? [contextBlock(`… and of ${more} more ${more === 1 ? 'meeting' : 'meetings'}`)] : []),
  ];
}

function lackBlocks({ meeting, people }: NotDelivered): KnownBlock[] {
  const lines = people
    .slice(0, MOST_PEOPLE)
    .map(({ who, unreached }) => `• ${addresseeText(who)}: ${unreachedText(unreached)}`);
  const more = people.length - MOST_PEOPLE;
  return [
    linesBlock([`*${escapeMrkdwn(meeting.title)}*`, ...lines, ...(more > 0 ? [`… and ${more} more`] : [])]),
    ...(people.some(({ unreached }) => unreached.final)
      ? [{ type: 'actions' as const, elements: [homeButton(HOME_RESEND, 'Resend', pressValue(meeting.id))] }]
      : []),
  ];
}

function settingsBlocks({ settings, reader, presets }: Home): KnownBlock[] {
  const { lengthMinutes, reminderMinutes, zone, agendaHour, calendar } = settings;
  const lines = [
    `*Usual length* ${lengthMinutes} minutes`,
    `*Reminder* ${reminderText(reminderMinutes).toLowerCase()}`,
    `*Time zone* ${reader.zone}${zone ? '' : ' (from your Slack profile)'}`,
    `*Morning agenda* ${agendaHour === null ? 'not sent' : `at ${fullHourText(agendaHour, reader.locale)}`}`,
    `*Calendar* ${CALENDAR_TEXT[calendar]}`,
  ];
  return [
    { type: 'divider' },
    heading('Your settings'),
    sectionBlock(lines.join('\n')),
    { type: 'actions', elements: [homeButton(HOME_SETTINGS, 'Change settings…', 'settings')] },
    ...(presets
      ? [
          contextBlock(
            `For admins: hosts join with the preset ${code(presets.host)}, guests with ${code(presets.guest)}.`,
          ),
        ]
      : []),
  ];
}

function heading(text: string): KnownBlock {
  return { type: 'header', text: plainText(text) };
}

function code(text: string): string {
  return `\`${escapeMrkdwn(text).replaceAll('`', "'")}\``;
}
