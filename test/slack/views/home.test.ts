import { describe, expect, test } from '@jest/globals';
import type { KnownBlock } from '@slack/types';
import { foldedRuns } from '../../../src/domain/folded-runs.ts';
import type { Meeting } from '../../../src/domain/meeting.ts';
import { occurrencesBetween } from '../../../src/domain/occurrence.ts';
import { agendaList } from '../../../src/slack/views/agenda-list.ts';
import { homeView } from '../../../src/slack/views/home.ts';
import type { Home } from '../../../src/usecases/look-at-home.ts';
import { AGREED_AT, aMeeting, berlin } from '../../support/a-meeting.ts';

const settings = { lengthMinutes: 30, reminderMinutes: 10, zone: null, agendaHour: null, calendar: 'file' } as const;
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR'];
const until = berlin('2026-03-17T00:00');

/** What Bob in Berlin sees of these meetings of Alice's. */
function homeWith(meetings: readonly Meeting[], later: readonly Meeting[] = []): Home {
  const entries = meetings.flatMap((meeting) =>
    occurrencesBetween(meeting, AGREED_AT, until).map((occurrence) => ({
      meeting,
      occurrence,
      joinUrl: 'https://meet.acme.org/j/bob',
      isOrganizer: false,
      mayMove: false,
      mayCancel: false,
      answer: null,
    })),
  );
  return {
    now: AGREED_AT,
    reader: { zone: 'Europe/Berlin', locale: 'en-US' },
    entries: foldedRuns(entries),
    later: later.flatMap((meeting) =>
      occurrencesBetween(meeting, until, until.plus({ years: 1 }))
        .slice(0, 1)
        .map((occurrence) => ({ meeting, occurrence })),
    ),
    shownUntil: until.minus({ days: 1 }),
    drafts: [],
    notDelivered: [],
    settings,
    feedAddress: 'https://meet.acme.org/calendar/x.ics',
    presets: null,
  };
}

const daily = aMeeting({ series: { rule: { freq: 'WEEKLY', byday: WEEKDAYS }, changes: [] } });
const review = aMeeting({
  id: 'the-review-of-quarter0' as Meeting['id'],
  title: 'Review',
  startsAt: berlin('2026-06-09T10:00'),
  endsAt: berlin('2026-06-09T11:00'),
});

/** What stands in the Home tab before the settings, a block a line. */
function shown(home: Home): string[] {
  const { blocks } = homeView(home, '/meet');
  const end = blocks.findIndex(({ type }) => type === 'divider');
  return (blocks as KnownBlock[]).slice(0, end).map((block) => {
    if (block.type === 'section') return block.text?.text ?? '';
    if (block.type === 'context') return `(${block.elements.map((one) => ('text' in one ? one.text : '')).join()})`;
    return block.type === 'header' ? `# ${block.text.text}` : block.type;
  });
}

describe('the Home tab', () => {
  test('shows of a series the next run, and in one line how many follow', () => {
    expect(shown(homeWith([daily], [daily]))).toEqual([
      '# Your meetings',
      '*Tomorrow, Tuesday, March 3, 2026*',
      '9:00 AM–9:30 AM  *Standup*\nby <@U0ALICE00> · every weekday\n_and 9 more until Mon, Mar 16_',
      'actions',
      '(After Mon, Mar 16, 2026: *Standup* goes on.)',
    ]);
  });

  test('shows a run that was moved or cancelled by itself', () => {
    const changes = [
      { key: '20260303T080000Z', kind: 'cancelled' },
      {
        key: '20260304T080000Z',
        kind: 'moved',
        startsAt: berlin('2026-03-05T15:00'),
        endsAt: berlin('2026-03-05T15:30'),
      },
    ] as const;
    const series = { rule: { freq: 'WEEKLY', byday: WEEKDAYS, until: '2026-03-06' }, changes } as const;

    expect(shown(homeWith([aMeeting({ series })]))).toEqual([
      '# Your meetings',
      '*Tomorrow, Tuesday, March 3, 2026*',
      '~9:00 AM–9:30 AM~  *Standup* · cancelled this time',
      '*Thursday, March 5, 2026*',
      '9:00 AM–9:30 AM  *Standup*\nby <@U0ALICE00> · every weekday, until March 6, 2026\n_and 1 more on Fri, Mar 6_',
      'actions',
      '3:00 PM–3:30 PM  *Standup*\nby <@U0ALICE00> · every weekday, until March 6, 2026 · ' +
        'moved from Wed, Mar 4, 2026, 9:00 AM',
      'actions',
      '(Nothing else is planned.)',
    ]);
  });

  test('shows of a draft what is in doubt and whom it is for, and no Send once its time is past', () => {
    const questions = [{ kind: 'unknown-names' as const, names: ['joe'] }];
    const draft = aMeeting({ status: 'draft', questions });
    const home = { ...homeWith([]), drafts: [draft] };

    expect(shown(home).slice(0, 3)).toEqual([
      '# Not sent yet',
      expect.stringContaining('I found nobody called “joe”, so they would not be invited.'),
      'actions',
    ]);
    expect(shown(home)[1]).toContain('With <@U0BOB0000>, <@U0CHEN000>');
    const sends = (now: Home['now']) => JSON.stringify(homeView({ ...home, now }, '/meet')).includes('home_send');
    expect([sends(AGREED_AT), sends(draft.endsAt)]).toEqual([true, false]);
  });

  test('names channels and groups that were not reached, and says how many meetings it leaves out', () => {
    const unreached = { what: 'invitation', reason: 'is_archived', at: AGREED_AT, final: true, told: true } as const;
    const lack = { meeting: aMeeting(), people: [{ who: { channel: 'C0TEAM000' }, unreached }] };
    const group = {
      meeting: review,
      people: [{ who: { group: 'S0ENG0000' }, unreached: { ...unreached, final: false } }],
    };

    expect(shown({ ...homeWith([]), notDelivered: [lack, group, lack, lack, lack] }).slice(0, 7)).toEqual([
      '# What was not delivered',
      '*Standup*\n• <#C0TEAM000>: the channel is archived',
      'actions',
      expect.stringMatching(/^\*Review\*\n• <!subteam\^S0ENG0000>: /),
      '*Standup*\n• <#C0TEAM000>: the channel is archived',
      'actions',
      '(… and of 2 more meetings)',
    ]);
  });

  test.each<[string, readonly Meeting[], string]>([
    ['nothing at all', [], 'Nothing is planned.'],
    ['nothing soon', [review], 'Nothing in the next two weeks. After Mon, Mar 16, 2026: *Review* on Tue, Jun 9, 2026.'],
  ])('with %s says how to begin', (_, later, words) => {
    expect(shown(homeWith([], later))).toEqual([
      '# Your meetings',
      `${words} Type \`/meet standup tomorrow 9am @bob\` anywhere to schedule something.`,
    ]);
  });
});

describe('the list', () => {
  test.each<[string, Home, string]>([
    [
      'tells what is soon and what lies behind',
      homeWith([daily], [daily, review]),
      'Your meetings in the next two weeks (Europe/Berlin):\n' +
        '• Tue, Mar 3, 2026, 9:00 AM  *Standup*, by <@U0ALICE00>, and 9 more until Mon, Mar 16\n' +
        'After Mon, Mar 16, 2026: *Standup* goes on; *Review* on Tue, Jun 9, 2026.',
    ],
    [
      'says when that is all',
      homeWith([aMeeting()]),
      'Your meetings in the next two weeks (Europe/Berlin):\n' +
        '• Tue, Mar 3, 2026, 9:00 AM  *Standup*, by <@U0ALICE00>\nNothing else is planned.',
    ],
    [
      'tells what comes after two empty weeks',
      homeWith([], [review]),
      'You have no meetings in the next two weeks. After Mon, Mar 16, 2026: *Review* on Tue, Jun 9, 2026.',
    ],
    ['of nothing says how to begin', homeWith([]), 'You have no meetings. `/meet help` says how to schedule one.'],
    [
      'names a few of many later ones and counts the others',
      homeWith(
        [],
        Array.from({ length: 8 }, () => review),
      ),
      'You have no meetings in the next two weeks. ' +
        `After Mon, Mar 16, 2026: ${'*Review* on Tue, Jun 9, 2026; '.repeat(5)}and 3 more.`,
    ],
  ])('%s', (_, home, text) => {
    expect(agendaList(home, '/meet').text).toBe(text);
  });
});
