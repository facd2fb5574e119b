import type { DoorState } from '../../door/door-state.ts';
import { type StatusCode, statusWords } from '../../door/status-words.ts';
import { byId } from './by-id.ts';
import { countdownAnnouncement, countdownText } from './countdown.ts';
import { showOpening } from './local-time.ts';
import type { ServerClock } from './server-clock.ts';

/** What the page shows of the door's state: words, countdown and whether Join can be pressed. */
export interface Card {
  readonly status: StatusCode;
  /** Milliseconds until the window opens; null when that is not what is waited for. */
  opensIn(): number | null;
  show(state: Pick<DoorState, 'status' | 'opensAt'>): void;
}

export function makeCard(clock: ServerClock): Card {
  const main = byId('card');
  const { organizer = '', opensAt: firstOpening = '' } = main.dataset;
  const title = byId('title').textContent;
  let status = (main.dataset['status'] ?? 'ended') as StatusCode;
  let opensAt = Date.parse(firstOpening);
  let lastLeft = Number.POSITIVE_INFINITY;

  const opensIn = () => (status === 'too_early' && opensAt ? opensAt - clock.now() : null);

  const tick = () => {
    const left = opensIn();
    if (left === null) return;
    byId('countdown').textContent = countdownText(left);
    const announcement = countdownAnnouncement(lastLeft, left);
    if (announcement !== null) byId('announcer').textContent = announcement;
    lastLeft = left;
  };

  const show: Card['show'] = (state) => {
    const words = statusWords(state.status, organizer);
    const hasChanged = state.status !== status;
    status = state.status;
    main.dataset['status'] = status;
    byId('badge').textContent = words.badge;
    byId('heading').textContent = words.heading;
    byId('text').textContent = words.text;
    (byId('join') as HTMLButtonElement).disabled = status !== 'open';
    if (state.opensAt !== undefined) {
      opensAt = Date.parse(state.opensAt);
      showOpening(state.opensAt, clock.now());
    }
    if (hasChanged) byId('announcer').textContent = `${words.heading}. ${words.text}`;
    document.title = `${status === 'open' ? '● ' : ''}${title} · Convene`;
    tick();
  };

  show({ status, ...(firstOpening !== '' && { opensAt: firstOpening }) });
  setInterval(tick, 1000);
  return {
    get status() {
      return status;
    },
    opensIn,
    show,
  };
}
