import type { KnownBlock, ModalView } from '@slack/types';
import { IANAZone } from 'luxon';
import type { DoorRules } from '../../../domain/access.ts';
import { minutesText } from '../../../domain/english-length.ts';
import { LONGEST_NOTES, LONGEST_TITLE } from '../../../domain/meeting.ts';
import { plainLine } from '../../../domain/plain-text.ts';
import type { UserGroup } from '../../../ports/directory.ts';
import type { Conflict } from '../../../usecases/conflicts-of.ts';
import type { FilledForm, FormPurpose, Repetition } from '../../../usecases/form.ts';
import type { Lack } from '../../../usecases/understand-reading.ts';
import { contextBlock, mrkdwn } from '../blocks.ts';
import { conflictText } from '../conflict-text.ts';
import { choice, field, plainText } from '../elements.ts';
import { lackingText } from '../needed.ts';
import { zoneOption } from '../zone-options.ts';
import { FIELD, FORM, KEPT_RULE, WAIT_CHOICES } from './fields.ts';
import { writeMetadata } from './metadata.ts';
import { FORM_TITLE } from './modals.ts';

/** Everything that a form shows. */
export interface FormState {
  readonly purpose: FormPurpose;
  /** What stands in it; empty where nothing is known. */
  readonly filled: FilledForm;
  readonly lacks: readonly Lack[];
  readonly conflicts: readonly Conflict[];
  /** What the chosen groups are called. */
  readonly groups: readonly UserGroup[];
  readonly offersGuests: boolean;
  /** Who waits for a host where the meeting does not say. */
  readonly waitsUsually: DoorRules['waitForHost'];
  /** A series keeps its rule when it is edited: this tells it. */
  readonly keptRule: string | null;
  readonly locale: string;
}

const LENGTHS = [15, 30, 45, 60, 90, 120, 180, 240];

const REPETITION_TEXTS: Readonly<Record<Repetition, string>> = {
  none: 'Does not repeat',
  daily: 'Every day',
  weekdays: 'Every weekday',
  weekly: 'Every week on this day',
  biweekly: 'Every other week on this day',
  monthly: 'Every month on this weekday, such as the first Monday',
  custom: 'In my own words',
};

const WAIT_TEXTS: Readonly<Record<Exclude<keyof typeof WAIT_CHOICES, 'usual'>, string>> = {
  wait: 'Everybody waits for a host',
  open: 'Nobody waits',
};

/** What the installation's setting says. */
const USUAL_WAIT_TEXTS: Readonly<Record<FormState['waitsUsually'], string>> = {
  nobody: 'Default: nobody waits',
  guests: 'Default: only people from outside wait for a host',
  everyone: 'Default: everybody waits for a host',
};

/** The one form to schedule, edit and propose: what was understood stands in it. */
export function formView(state: FormState): ModalView {
  const isEdit = state.purpose.kind === 'edit';
  return {
    type: 'modal',
    callback_id: FORM,
    title: plainText(isEdit ? 'Edit the meeting' : FORM_TITLE),
    submit: plainText(isEdit ? 'Save' : 'Schedule'),
    close: plainText('Cancel'),
    private_metadata: writeMetadata(state.purpose),
    blocks: [
      ...(state.lacks.length > 0 ? [contextBlock(`I still need ${lackingText(state.lacks)}.`)] : []),
      titleBlock(state),
      ...audienceBlocks(state),
      ...timeBlocks(state),
      ...(isEdit ? [] : repeatBlocks(state)),
      ...(state.keptRule === null ? [] : [keptRuleBlock(state.keptRule)]),
      ...doorBlocks(state),
    ],
  };
}

function keptRuleBlock(text: string): KnownBlock {
  return { type: 'context', block_id: KEPT_RULE, elements: [mrkdwn(text)] };
}

function titleBlock({ filled }: FormState): KnownBlock {
  const title = plainLine(filled.title, LONGEST_TITLE);
  return field(FIELD.title, 'Title', {
    type: 'plain_text_input',
    max_length: LONGEST_TITLE,
    ...(title ? { initial_value: title } : { focus_on_load: true }),
  });
}

function audienceBlocks({ filled, groups, offersGuests }: FormState): KnownBlock[] {
  const { users, channels, emails } = filled;
  const named = (id: string) => groups.find((group) => group.id === id);
  const chosen = filled.groups.map((id) => choice(`@${named(id)?.handle || id}`, id));
  return [
    field(
      FIELD.people,
      'People',
      { type: 'multi_users_select', ...(users.length > 0 ? { initial_users: [...users] } : {}) },
      { optional: true, dispatch: true },
    ),
    field(
      FIELD.groups,
      'User groups',
      {
        type: 'multi_external_select',
        min_query_length: 0,
        ...(chosen.length > 0 ? { initial_options: chosen } : {}),
      },
      { optional: true, hint: 'Each of their members is invited.' },
    ),
    field(
      FIELD.channels,
      'Channels',
      {
        type: 'multi_conversations_select',
        filter: { include: ['public', 'private'], exclude_bot_users: true },
        ...(channels.length > 0 ? { initial_conversations: [...channels] } : {}),
      },
      { optional: true, hint: 'A channel gets one message with a button for everybody in it.' },
    ),
    ...(offersGuests ? [guestsBlock(emails)] : []),
  ];
}

function guestsBlock(emails: readonly string[]): KnownBlock {
  const element = {
    type: 'plain_text_input',
    multiline: true,
    max_length: 3_000,
    ...(emails.length > 0 ? { initial_value: emails.join('\n').slice(0, 3_000) } : {}),
  } as const;
  return field(FIELD.guests, 'Guests by e-mail', element, { optional: true, hint: 'One address on each line.' });
}

function timeBlocks({ filled, conflicts, locale }: FormState): KnownBlock[] {
  const { day, time, zone, minutes } = filled;
  const lengths = [...new Set([...LENGTHS, minutes])].sort((one, other) => one - other);
  const dispatch = { dispatch: true } as const;
  return [
    field(FIELD.day, 'Day', { type: 'datepicker', ...(day ? { initial_date: day } : {}) }, dispatch),
    field(
      FIELD.time,
      'Time',
      {
        type: 'timepicker',
        ...(IANAZone.isValidZone(zone) ? { timezone: zone } : {}),
        ...(time ? { initial_time: time } : {}),
      },
      { ...dispatch, hint: `In ${zone}` },
    ),
    ...(conflicts.length > 0 ? [contextBlock(`:warning: ${conflictText(conflicts, { zone, locale })}`)] : []),
    field(
      FIELD.zone,
      'Time zone',
      { type: 'external_select', min_query_length: 0, initial_option: zoneOption(zone) },
      dispatch,
    ),
    field(
      FIELD.length,
      'Length',
      {
        type: 'static_select',
        options: lengths.map(lengthOption),
        initial_option: lengthOption(minutes),
      },
      dispatch,
    ),
  ];
}

function lengthOption(minutes: number) {
  return choice(minutesText(minutes), String(minutes));
}

function repeatBlocks({ filled: { repetition, repetitionText } }: FormState): KnownBlock[] {
  const offered = Object.entries(REPETITION_TEXTS).map(([value, text]) => choice(text, value));
  const chosen = choice(REPETITION_TEXTS[repetition], repetition);
  const repeat = field(
    FIELD.repeat,
    'Repetition',
    { type: 'static_select', options: offered, initial_option: chosen },
    { dispatch: true },
  );
  if (repetition !== 'custom') return [repeat];
  const text = repetitionText.slice(0, 200);
  return [
    repeat,
    field(
      FIELD.repeatText,
      'How often',
      { type: 'plain_text_input', max_length: 200, ...(text ? { initial_value: text } : {}) },
      { hint: 'For example: every other Tuesday until December 20' },
    ),
  ];
}

function doorBlocks({ filled: { isPublic, waitForHost, notes }, waitsUsually }: FormState): KnownBlock[] {
  const [invited, anybody] = [choice('Only invited people', 'invited'), choice('Anyone who has the link', 'public')];
  const texts = { usual: USUAL_WAIT_TEXTS[waitsUsually], ...WAIT_TEXTS };
  const waits = Object.entries(texts).map(([value, text]) => choice(text, value));
  const wait = waits.find(({ value }) => WAIT_CHOICES[value as keyof typeof WAIT_CHOICES] === waitForHost) ?? waits[0];
  return [
    field(FIELD.access, 'Who may join', {
      type: 'radio_buttons',
      options: [invited, anybody],
      initial_option: isPublic ? anybody : invited,
    }),
    field(FIELD.wait, 'Before a host comes in', {
      type: 'static_select',
      options: waits,
      ...(wait ? { initial_option: wait } : {}),
    }),
    field(
      FIELD.notes,
      'Notes',
      {
        type: 'plain_text_input',
        multiline: true,
        max_length: LONGEST_NOTES,
        ...(notes ? { initial_value: notes.slice(0, LONGEST_NOTES) } : {}),
      },
      { optional: true },
    ),
  ];
}
