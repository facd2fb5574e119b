import type { SlackUserId } from '../../../domain/ids.ts';
import { type FilledForm, REPETITIONS, type Repetition } from '../../../usecases/form.ts';
import { FIELD, type Field, WAIT_CHOICES } from './fields.ts';

/** What one input of a view holds, as Slack sends it; which of these depends on its kind. */
export interface InputValue {
  readonly value?: string | null;
  readonly selected_date?: string | null;
  readonly selected_time?: string | null;
  readonly selected_option?: { readonly value: string } | null;
  readonly selected_options?: readonly { readonly value: string }[];
  readonly selected_users?: readonly string[];
  readonly selected_conversations?: readonly string[];
}

/** `view.state.values`: by block id, then by action id. */
export type ViewValues = Readonly<Record<string, Readonly<Record<string, InputValue>>>>;

const USUAL_MINUTES = 30;

/** What stands in the fields of a form. */
export function valuesOf(values: ViewValues): FilledForm {
  const at = (field: Field): InputValue => values[FIELD[field]]?.[FIELD[field]] ?? {};
  const wait = at('wait').selected_option?.value ?? 'usual';
  return {
    title: at('title').value ?? '',
    notes: at('notes').value ?? '',
    users: (at('people').selected_users ?? []) as readonly SlackUserId[],
    groups: (at('groups').selected_options ?? []).map(({ value }) => value),
    channels: at('channels').selected_conversations ?? [],
    emails: (at('guests').value ?? '').split(/[\s,;]+/).filter((part) => part !== ''),
    day: at('day').selected_date ?? '',
    time: at('time').selected_time ?? '',
    zone: at('zone').selected_option?.value ?? 'UTC',
    minutes: Number(at('length').selected_option?.value ?? USUAL_MINUTES),
    repetition: repetition(at('repeat').selected_option?.value),
    repetitionText: at('repeatText').value ?? '',
    isPublic: at('access').selected_option?.value === 'public',
    waitForHost: Object.hasOwn(WAIT_CHOICES, wait) ? WAIT_CHOICES[wait as keyof typeof WAIT_CHOICES] : null,
  };
}

function repetition(value: string | undefined): Repetition {
  return REPETITIONS.find((one) => one === value) ?? 'none';
}
