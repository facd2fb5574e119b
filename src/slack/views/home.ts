import type { Button, HomeView, KnownBlock } from '@slack/types';
import type { DateTime } from 'luxon';
import { awaitsChoice } from '../../domain/draft.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { ONLY_OCCURRENCE } from '../../domain/occurrence.ts';
import type { Home, HomeEntry, NotDelivered } from '../../usecases/look-at-home.ts';
import type { Reader } from '../../usecases/understand-verb.ts';
import { CANCEL_MEETING, MOVE_MEETING, pressValue } from './actions.ts';
import { contextBlock, linesBlock, sectionBlock } from './blocks.ts';
import { plainText } from './elements.ts';
import { feedBlocks } from './feed-blocks.ts';
import { CALENDAR_TEXT, reminderText } from './modals/settings-modal.ts';
import { dayText, momentText, rangeText, shortMomentText } from './moment-text.ts';
import { escapeMrkdwn, mention, partyText } from './mrkdwn.ts';
import { unreachedText } from './unreached-text.ts';

export const HOME_JOIN = 'home_join';
export const HOME_SEND = 'home_send';
export const HOME_RESEND = 'home_resend';
export const HOME_DISCARD = 'home_discard';
/** Slack wants each button of a row to have an action id of its own. */
export const HOME_CHOOSE = /^home_choose_\d+$/;
export const HOME_SETTINGS = 'home_settings';
export const HOME_ANSWERS = {
  home_accept: { is: 'ACCEPTED', words: 'Accept' },
  home_maybe: { is: 'TENTATIVE', words: 'Maybe' },
  home_decline: { is: 'DECLINED', words: 'Decline' },
} as const;

/** Slack takes 100 blocks (docs.slack.dev/surfaces/app-home). */
const MOST_BLOCKS = 100;
const MOST_DRAFTS = 5;
const MOST_CHOICES = 5;
const MOST_NOT_DELIVERED = 3;
const MOST_PEOPLE = 10;

/** The Home tab. @param note what came of the reader's last press, in mrkdwn */
export function homeView(home: Home, command: string, note: string | null = null): HomeView {
  const { entries, drafts, notDelivered } = home;
  const before = [
    ...(note ? [sectionBlock(note)] : []),
    ...draftBlocks(drafts, home),
    ...notDelivered.slice(0, MOST_NOT_DELIVERED).flatMap(notDeliveredBlocks),
  ];
  const after = [...settingsBlocks(home), ...feedBlocks(home.feedAddress)];
  const room = MOST_BLOCKS - before.length - after.length;
  const agenda = entries.length > 0 ? agendaBlocks(home, room) : emptyBlocks(command);
  return { type: 'home', blocks: [...before, ...agenda, ...after] };
}

function emptyBlocks(command: string): KnownBlock[] {
  return [
    heading('Your meetings'),
    sectionBlock(
      `Nothing in the next two weeks. Type \`${command} standup tomorrow 9am @bob\` anywhere to schedule something.`,
    ),
  ];
}

/** Day by day, as far as there is room. */
function agendaBlocks(home: Home, room: number): KnownBlock[] {
  const { entries, now, reader } = home;
  const blocks: KnownBlock[] = [heading('Your meetings')];
  let day = '';
  for (const [index, entry] of entries.entries()) {
    const at = entry.occurrence.startsAt;
    const isNewDay = dayText(at, reader) !== day;
    const next = [...(isNewDay ? [sectionBlock(`*${dayName(at, now, home)}*`)] : []), ...entryBlocks(entry, home)];
    if (blocks.length + next.length > room - 1) {
      blocks.push(contextBlock(`… and ${entries.length - index} more`));
      return blocks;
    }
    day = dayText(at, reader);
    blocks.push(...next);
  }
  return blocks;
}

function dayName(at: DateTime, now: DateTime, { reader }: Home): string {
  const days = at.setZone(reader.zone).startOf('day').diff(now.setZone(reader.zone).startOf('day'), 'days').days;
  const name = dayText(at, reader);
  if (days <= 0) return `Today, ${name}`;
  return Math.round(days) === 1 ? `Tomorrow, ${name}` : name;
}

function entryBlocks(entry: HomeEntry, { reader, now }: Home): KnownBlock[] {
  const { meeting, occurrence, joinUrl, isOrganizer, mayMove, mayCancel, answer } = entry;
  const { startsAt, endsAt, key } = occurrence;
  const value = pressValue(meeting.id, key);
  const isLive = startsAt <= now && now < endsAt;
  const by = isOrganizer ? 'you organize it' : `by ${mention(meeting.organizer)}`;
  const answers = isOrganizer
    ? []
    : Object.entries(HOME_ANSWERS).map(([action, { is, words }]) =>
        button(action, is === answer ? `✓ ${words}` : words, pressValue(meeting.id, key, startsAt)),
      );
  const join: Button = { ...button(HOME_JOIN, 'Join', value), url: joinUrl, ...(isLive ? { style: 'primary' } : {}) };
  return [
    sectionBlock(
      `${rangeText(startsAt, endsAt, reader)}  *${escapeMrkdwn(meeting.title)}*${isLive ? ' · under way' : ''}\n` +
        `${by}${meeting.series ? ' · repeats' : ''}`,
    ),
    {
      type: 'actions',
      block_id: value,
      elements: [
        join,
        ...answers,
        ...(mayMove ? [button(MOVE_MEETING, 'Move…', value)] : []),
        ...(mayCancel ? [button(CANCEL_MEETING, 'Cancel…', value)] : []),
      ],
    },
  ];
}

function draftBlocks(drafts: readonly Meeting[], { reader }: Home): KnownBlock[] {
  if (drafts.length === 0) return [];
  const more = drafts.length - MOST_DRAFTS;
  return [
    heading('Not sent yet'),
    ...drafts.slice(0, MOST_DRAFTS).flatMap((draft): KnownBlock[] => {
      const waits = awaitsChoice(draft);
      const when = waits ? 'Its time is in doubt: which one do you mean?' : momentText(draft.startsAt, reader);
      return [
        sectionBlock(`*${escapeMrkdwn(draft.title)}*\n${when}`),
        {
          type: 'actions',
          block_id: pressValue(draft.id),
          elements: [
            ...(waits
              ? choiceButtons(draft, reader)
              : [{ ...button(HOME_SEND, 'Send', pressValue(draft.id)), style: 'primary' as const }]),
            button(HOME_DISCARD, 'Discard', pressValue(draft.id)),
          ],
        },
      ];
    }),
    ...(more > 0 ? [contextBlock(`… and ${more} more`)] : []),
  ];
}

/** The times that a draft leaves to choose from. */
function choiceButtons({ id, questions }: Meeting, reader: Reader): Button[] {
  const choices = questions.flatMap((question) => ('alternatives' in question ? question.alternatives : []));
  return choices.slice(0, MOST_CHOICES).map((at, index) => {
    return button(`home_choose_${index}`, shortMomentText(at, reader), pressValue(id, ONLY_OCCURRENCE, at));
  });
}

function notDeliveredBlocks({ meeting, people }: NotDelivered): KnownBlock[] {
  const lines = people
    .slice(0, MOST_PEOPLE)
    .map(({ who, unreached }) => `• ${partyText(who)}: ${unreachedText(unreached)}`);
  const more = people.length - MOST_PEOPLE;
  return [
    heading('What was not delivered'),
    linesBlock([`*${escapeMrkdwn(meeting.title)}*`, ...lines, ...(more > 0 ? [`… and ${more} more`] : [])]),
    { type: 'actions', elements: [button(HOME_RESEND, 'Resend', pressValue(meeting.id))] },
  ];
}

function settingsBlocks({ settings, reader, presets }: Home): KnownBlock[] {
  const { lengthMinutes, reminderMinutes, zone, agendaHour, calendar } = settings;
  const lines = [
    `*Usual length* ${lengthMinutes} minutes`,
    `*Reminder* ${reminderText(reminderMinutes).toLowerCase()}`,
    `*Time zone* ${reader.zone}${zone ? '' : ' (from your Slack profile)'}`,
    `*Morning agenda* ${agendaHour === null ? 'not sent' : `at ${agendaHour}:00`}`,
    `*Calendar* ${CALENDAR_TEXT[calendar]}`,
  ];
  return [
    { type: 'divider' },
    heading('Your settings'),
    sectionBlock(lines.join('\n')),
    { type: 'actions', elements: [button(HOME_SETTINGS, 'Change settings', 'settings')] },
    ...(presets
      ? [
          contextBlock(
            `For admins: hosts join with the preset ${code(presets.host)}, guests with ${code(presets.guest)}.`,
          ),
        ]
      : []),
  ];
}

/** The same, for somebody who asks for it in words. */
export function agendaList({ entries, reader }: Home, command: string): string[] {
  if (entries.length === 0)
    return [`You have no meetings in the next two weeks. \`${command} help\` says how to schedule one.`];
  const lines = entries.map(({ meeting, occurrence, isOrganizer }) => {
    const by = isOrganizer ? '' : `, by ${mention(meeting.organizer)}`;
    return `• ${shortMomentText(occurrence.startsAt, reader)}  *${escapeMrkdwn(meeting.title)}*${by}`;
  });
  return [`Your meetings in the next two weeks (${reader.zone}):`, ...lines];
}

function heading(text: string): KnownBlock {
  return { type: 'header', text: plainText(text) };
}

function button(action_id: string, words: string, value: string): Button {
  return { type: 'button', action_id, text: plainText(words), value };
}

function code(text: string): string {
  return `\`${escapeMrkdwn(text).replaceAll('`', "'")}\``;
}
