/**
 * The form's inputs by block id. Each block has one element, whose action id is the block's: as long as both stay, what
 * somebody typed survives an update of the view.
 */
export const FIELD = {
  title: 'form_title',
  people: 'form_people',
  groups: 'form_groups',
  channels: 'form_channels',
  guests: 'form_guests',
  day: 'form_day',
  time: 'form_time',
  zone: 'form_zone',
  length: 'form_length',
  repeat: 'form_repeat',
  repeatText: 'form_repeat_text',
  access: 'form_access',
  wait: 'form_wait',
  notes: 'form_notes',
} as const;

/** Not asked, only told. */
export const KEPT_RULE = 'form_kept_rule';

export type Field = keyof typeof FIELD;

export const FORM = 'meeting_form';
/** A draft for many people, to be confirmed in the modal. */
export const CONFIRM_FORM = 'meeting_form_confirm';

/** Those that change what else the form shows: it is drawn anew when they change. */
export const TELLING_FIELDS = [FIELD.people, FIELD.day, FIELD.time, FIELD.zone, FIELD.length, FIELD.repeat] as const;

export const WAIT_CHOICES = { usual: null, wait: true, open: false } as const;
