import type { PersonView, SandboxState } from '../../sandbox/page/contract.ts';
import { drawAvatar } from './avatar.ts';
import { drawBadge, showCount } from './badge.ts';
import { element, setText } from './dom.ts';
import { actors } from './model.ts';
import { cityOf } from './suggestions.ts';
import { clockTime } from './zoned-text.ts';

interface Row {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  readonly time: HTMLElement;
  readonly badge: HTMLElement;
}

/** The choice of who you are. Radio buttons, so that the arrow keys move between people. */
export function makePeople(choose: (user: string) => void) {
  const rows = new Map<string, Row>();
  const list = element('div', { class: 'people-list' });

  return {
    element: element('fieldset', { class: 'people' }, element('legend', { text: 'You are' }), list),

    update(state: SandboxState, chosen: string): void {
      for (const person of actors(state)) {
        const row = rows.get(person.id) ?? addRow(person);
        row.input.checked = person.id === chosen;
        showCount(row.badge, person.id === state.you.id ? 0 : person.unread);
      }
    },

    /** Shows each one's own time of day. */
    tick(state: SandboxState, now: number): void {
      for (const { id, tz, locale } of actors(state)) {
        const time = rows.get(id)?.time;
        if (time !== undefined) setText(time, clockTime(now, tz, locale));
      }
    },
  };

  function addRow(person: PersonView): Row {
    const input = element('input', {
      type: 'radio',
      name: 'you',
      value: person.id,
      on: { change: () => choose(person.id) },
    });
    const time = element('span', { class: 'people-time' });
    const badge = drawBadge();
    const names = element(
      'span',
      { class: 'people-names' },
      element('strong', { text: person.realName }),
      element('span', { class: 'muted' }, `${cityOf(person.tz)} · `, time),
    );
    const made = element('label', { class: 'person' }, input, drawAvatar(person), names, badge);
    list.append(made);
    const row = { element: made, input, time, badge };
    rows.set(person.id, row);
    return row;
  }
}
