import type { ModalView } from '@slack/types';
import { IANAZone } from 'luxon';
import { englishHour } from '../../../domain/english-time.ts';
import {
  CALENDAR_DELIVERIES,
  type CalendarDelivery,
  type PersonalSettings,
} from '../../../domain/personal-settings.ts';
import { choice, field, plainText } from '../elements.ts';
import { feedBlocks } from '../feed-blocks.ts';
import { zoneOption } from '../zone-options.ts';
import { askingModal } from './modal.ts';
import { readValues, type ViewValues } from './values.ts';

export const SETTINGS_MODAL = 'settings_modal';
export const SETTINGS_TITLE = 'Your settings';
export const SETTINGS_ZONE = 'settings_zone';
const LENGTH = 'settings_length';
const REMINDER = 'settings_reminder';
const AGENDA = 'settings_agenda';
const CALENDAR = 'settings_calendar';

const REMINDERS_MINUTES = [0, 5, 10, 15, 30, 60];
const AGENDA_HOURS = [5, 6, 7, 8, 9, 10, 11, 12];
const NEVER = 'never';

export const CALENDAR_TEXT: Readonly<Record<CalendarDelivery, string>> = {
  file: 'A file with each message in Slack',
  mail: 'An invitation by e-mail',
  feed: 'A calendar that I subscribe to',
};

/**
 * @param feedAddress the reader's own
 * @param locale the reader's, for showing times
 */
export function settingsModal(settings: PersonalSettings, feedAddress: string, locale: string): ModalView {
  const { lengthMinutes, reminderMinutes, zone, agendaHour, calendar } = settings;
  const reminders = [...new Set([...REMINDERS_MINUTES, reminderMinutes])].sort((one, other) => one - other);
  const reminder = (minutes: number) => choice(reminderText(minutes), String(minutes));
  const hours = [...new Set([...AGENDA_HOURS, ...(agendaHour === null ? [] : [agendaHour])])].sort(
    (one, other) => one - other,
  );
  const hour = (at: number | null) =>
    at === null ? choice('Not at all', NEVER) : choice(`At ${fullHourText(at, locale)}`, String(at));
  const delivery = (kind: CalendarDelivery) => choice(CALENDAR_TEXT[kind], kind);
  return askingModal({
    callback: SETTINGS_MODAL,
    metadata: '',
    title: SETTINGS_TITLE,
    submit: 'Save',
    blocks: [
      field(
        LENGTH,
        'Usual length in minutes',
        {
          type: 'number_input',
          is_decimal_allowed: false,
          min_value: '5',
          max_value: '1440',
          initial_value: String(lengthMinutes),
        },
        { hint: 'For meetings that you schedule without saying how long.' },
      ),
      field(REMINDER, 'Remind me', {
        type: 'static_select',
        options: reminders.map(reminder),
        initial_option: reminder(reminderMinutes),
      }),
      field(
        SETTINGS_ZONE,
        'Time zone',
        {
          type: 'external_select',
          min_query_length: 2,
          placeholder: plainText('From my Slack profile'),
          ...(zone ? { initial_option: zoneOption(zone) } : {}),
        },
        { optional: true, hint: 'Leave this empty to use the one in your Slack profile.' },
      ),
      field(AGENDA, "The day's meetings every morning", {
        type: 'static_select',
        options: [hour(null), ...hours.map(hour)],
        initial_option: hour(agendaHour),
      }),
      field(CALENDAR, 'How meetings get into my calendar', {
        type: 'radio_buttons',
        options: CALENDAR_DELIVERIES.map(delivery),
        initial_option: delivery(calendar),
      }),
      ...feedBlocks(feedAddress),
    ],
  });
}

export function reminderText(minutes: number): string {
  return minutes === 0 ? 'Not at all' : `${minutes} minutes before`;
}

/** `07:00`, or `7:00 AM`. */
export function fullHourText(hour: number, locale: string): string {
  return englishHour({ hour, minute: 0 }, locale);
}

/** What was put in, or what stands under which field. */
export function readSettingsModal(values: ViewValues): PersonalSettings | { readonly errors: Record<string, string> } {
  const read = readValues(values);
  const lengthMinutes = Number(read.typed(LENGTH));
  const zone = read.option(SETTINGS_ZONE) || null;
  const agenda = read.option(AGENDA);
  if (!Number.isInteger(lengthMinutes) || lengthMinutes < 5 || lengthMinutes > 1440) {
    return { errors: { [LENGTH]: 'Please give a number of minutes from 5 to 1440.' } };
  }
  if (zone && !IANAZone.isValidZone(zone)) return { errors: { [SETTINGS_ZONE]: 'I do not know this time zone.' } };
  return {
    lengthMinutes,
    reminderMinutes: whole(read.option(REMINDER), 1440) ?? 0,
    zone,
    agendaHour: agenda === NEVER ? null : whole(agenda, 23),
    calendar: CALENDAR_DELIVERIES.find((one) => one === read.option(CALENDAR)) ?? 'file',
  };
}

function whole(text: string, most: number): number | null {
  const number = Number(text);
  return text !== '' && Number.isInteger(number) && number >= 0 && number <= most ? number : null;
}
