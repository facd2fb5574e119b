import type { Jump, JumpAnswer, SandboxState } from '../../sandbox/page/contract.ts';
import { wordsFor } from './api.ts';
import { element, setText } from './dom.ts';
import { nearbyDay, relativeTime } from './slack-date.ts';
import { cityOf } from './suggestions.ts';
import { calendarDay, clockTime, localInputValue, shortMoment } from './zoned-text.ts';

const JUMPS: readonly { readonly text: string; readonly jump: Jump }[] = [
  { text: '+15 min', jump: { to: 'later', minutes: 15 } },
  { text: '+1 hour', jump: { to: 'later', minutes: 60 } },
  { text: 'Next day 8:00', jump: { to: 'next-morning' } },
];

/** The simulated time, and the ways to move it. */
export function makeClockPanel(moveClock: (jump: Jump) => Promise<JumpAnswer>) {
  let state: SandboxState | null = null;

  const time = element('p', { class: 'clock-time' });
  const day = element('p', { class: 'clock-day' });
  const next = element('p', { class: 'clock-next' });
  const outcome = element('p', { class: 'clock-outcome', role: 'status' });
  const toMeeting = jumpButton(
    '5 min before the next meeting',
    { to: 'before-next-meeting' },
    'button is-primary is-wide',
  );
  const at = element('input', { type: 'datetime-local', id: 'clock-at', required: true });
  const free = element(
    'form',
    { class: 'clock-free', on: { submit: submitFree } },
    element('label', { for: 'clock-at', text: 'Go to' }),
    at,
    element('button', { class: 'button', type: 'submit', text: 'Go' }),
  );
  const buttons = element(
    'div',
    { class: 'clock-buttons' },
    toMeeting,
    ...JUMPS.map(({ text, jump }) => jumpButton(text, jump)),
  );

  return {
    element: element(
      'section',
      { class: 'panel-card clock', 'aria-labelledby': 'clock-title' },
      element('h2', { id: 'clock-title', text: 'Simulated time' }),
      time,
      day,
      next,
      buttons,
      free,
      outcome,
    ),

    jump,

    tick(current: SandboxState, now: number): void {
      const { tz, locale } = current.you;
      const isOther = state?.you.id !== current.you.id;
      state = current;
      setText(time, clockTime(now, tz, locale));
      setText(day, `${calendarDay(now, tz, locale)} · ${cityOf(tz)}`);
      setText(next, nextText(current, now));
      toMeeting.disabled = current.clock.nextMeeting === null;
      at.min = localInputValue(now, tz);
      // What the last jump did was told in the time of somebody else.
      if (isOther) outcome.textContent = '';
      if (at.value === '' || isOther) at.value = at.min;
    },
  };

  function jumpButton(text: string, to: Jump, style = 'button'): HTMLButtonElement {
    return element('button', { class: style, type: 'button', text, on: { click: () => void jump(to) } });
  }

  function submitFree(event: Event): void {
    event.preventDefault();
    void jump({ to: 'local-time', at: at.value });
  }

  async function jump(to: Jump): Promise<void> {
    outcome.classList.remove('is-error');
    outcome.textContent = 'Moving the clock …';
    try {
      const answer = await moveClock(to);
      outcome.textContent = outcomeText(answer);
      if (state !== null) at.value = localInputValue(answer.clock.now, state.you.tz);
    } catch (problem) {
      outcome.classList.add('is-error');
      outcome.textContent = wordsFor(problem);
    }
  }

  function outcomeText({ clock, newMessages, changedMessages }: JumpAnswer): string {
    const moment = state === null ? '' : `It is ${shortMoment(clock.now, state.you.tz, state.you.locale)} now. `;
    if (newMessages + changedMessages === 0) return `${moment}No message came.`;
    const news = newMessages === 1 ? '1 new message' : `${newMessages} new messages`;
    return `${moment}${news}, ${changedMessages} updated, over all people.`;
  }
}

/** Counted in hours within a day; a day further off says enough itself. */
const DAY_MS = 23.5 * 3_600_000;

function nextText({ clock, you }: SandboxState, now: number): string {
  const { nextMeeting } = clock;
  if (nextMeeting === null) return 'No meeting is planned yet.';
  const { startsAt, title } = nextMeeting;
  const reader = { locale: you.locale, zone: you.tz, now };
  const nearby = nearbyDay(new Date(startsAt), reader);
  const moment = `${nearby ?? calendarDay(startsAt, you.tz, you.locale)} ${clockTime(startsAt, you.tz, you.locale)}`;
  const isSoon = startsAt - now < DAY_MS;
  return `Next: ${title}, ${moment}${isSoon ? ` (${relativeTime(startsAt - now, you.locale)})` : ''}`;
}
