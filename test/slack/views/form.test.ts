import { describe, expect, test } from '@jest/globals';
import type { KnownBlock } from '@slack/types';
import type { SlackUserId } from '../../../src/domain/ids.ts';
import { viewProblems } from '../../../src/sandbox/slack-simulator/blocks/view-rules.ts';
import { FIELD } from '../../../src/slack/views/form/fields.ts';
import { formErrors } from '../../../src/slack/views/form/form-errors.ts';
import { valuesOf } from '../../../src/slack/views/form/form-values.ts';
import { type FormState, formView } from '../../../src/slack/views/form/form-view.ts';
import { readMetadata } from '../../../src/slack/views/form/metadata.ts';
import type { FilledForm } from '../../../src/usecases/form.ts';
import { BOB, berlin, STANDUP } from '../../support/a-meeting.ts';
import { HOSTILE, liveTokens } from './said.ts';

const filled: FilledForm = {
  title: 'Standup',
  notes: 'Bring coffee',
  users: [BOB],
  groups: ['S0ENG0000'],
  channels: ['C0TEAM000'],
  emails: ['zoe@example.com'],
  day: '2026-03-03',
  time: '09:00',
  zone: 'Europe/Berlin',
  minutes: 50,
  repetition: 'custom',
  repetitionText: 'every other friday',
  isPublic: true,
  waitForHost: false,
};

/** Every field of the form filled with it. */
function stateWith(text: string): FormState {
  const conflict = { user: BOB, title: text, startsAt: berlin('2026-03-03T09:00'), endsAt: berlin('2026-03-03T10:00') };
  return {
    purpose: { kind: 'edit', meeting: STANDUP, seen: 'face' },
    filled: { ...filled, title: text, notes: text, repetitionText: text, emails: [text], zone: 'Europe/Berlin' },
    lacks: ['title', 'date', 'time'],
    conflicts: Array.from({ length: 30 }, () => conflict),
    groups: [{ id: 'S0ENG0000', handle: text, name: text }],
    offersGuests: true,
    waitsUsually: 'guests',
    keptRule: null,
    locale: 'en-US',
  };
}

test('whatever stands in it, the form is accepted by Slack and lets no foreign token live', () => {
  const views = HOSTILE.flatMap((text) => [
    formView(stateWith(text)),
    formView({ ...stateWith(text), purpose: { kind: 'schedule', replaces: null } }),
  ]);

  expect(views.flatMap((view) => viewProblems(view, 'modal'))).toEqual([]);
  const mrkdwn = views.flatMap(({ blocks }) => blocks).filter(({ type }) => type === 'context' || type === 'section');
  const live = liveTokens({ text: '', blocks: mrkdwn as KnownBlock[] });
  expect(live.filter((token) => !/^<(@U0BOB0000|!date\^.*)>$/.test(token))).toEqual([]);
});

test('what the form carries is read back, and what is not ours is nothing', () => {
  const { purpose } = stateWith('x');

  expect(readMetadata(formView(stateWith('x')).private_metadata ?? '')).toEqual(purpose);
  expect(['', '{}', 'null', '[]', '{"kind":"edit"}', 'x'.repeat(3_000)].map(readMetadata)).toEqual(Array(6).fill(null));
});

describe('the fields as Slack sends them', () => {
  const at = (field: keyof typeof FIELD, value: object) => ({ [FIELD[field]]: { [FIELD[field]]: value } });
  const option = (value: string) => ({ selected_option: { value } });
  const sent = {
    ...at('title', { value: 'Standup' }),
    ...at('notes', { value: 'Bring coffee' }),
    ...at('people', { selected_users: [BOB] }),
    ...at('groups', { selected_options: [{ value: 'S0ENG0000' }] }),
    ...at('channels', { selected_conversations: ['C0TEAM000'] }),
    ...at('guests', { value: ' zoe@example.com,\n ' }),
    ...at('day', { selected_date: '2026-03-03' }),
    ...at('time', { selected_time: '09:00' }),
    ...at('zone', option('Europe/Berlin')),
    ...at('length', option('50')),
    ...at('repeat', option('custom')),
    ...at('repeatText', { value: 'every other friday' }),
    ...at('access', option('public')),
    ...at('wait', option('open')),
  };

  test('are what was filled in', () => {
    expect(valuesOf(sent)).toEqual(filled);
  });

  test('are empty where nothing was filled in, and where a value is none of ours', () => {
    const nothing = valuesOf({});

    expect(nothing).toMatchObject({
      title: '',
      users: [] as SlackUserId[],
      day: '',
      repetition: 'none',
      isPublic: false,
    });
    expect(valuesOf({ ...at('repeat', option('hourly')), ...at('wait', option('__proto__')) })).toEqual(nothing);
  });
});

test.each([
  [{ kind: 'no-title' }, 'title', /title/],
  [{ kind: 'changed-meanwhile' }, 'title', /open it again/],
  [{ kind: 'not-allowed', verb: 'edit' }, 'title', /may not change/],
  [{ kind: 'nobody-invited' }, 'people', /at least one/],
  [{ kind: 'too-many-people', count: 501, most: 500 }, 'people', /501 .* 500/],
  [{ kind: 'group-unknown', why: 'not-allowed' }, 'groups', /usergroups:read/],
  [{ kind: 'not-an-address', addresses: ['<!channel>'] }, 'guests', /does not look like an e-mail address/],
  [{ kind: 'starts-in-the-past', startsAt: berlin('2026-03-01T09:00') }, 'time', /already past/],
  [{ kind: 'repetition-not-understood' }, 'repeatText', /For example/],
] as const)('%j stands under the field %s', (problem, field, text) => {
  expect(formErrors(problem as never, 'en-GB')).toEqual({ [FIELD[field]]: expect.stringMatching(text) });
});
