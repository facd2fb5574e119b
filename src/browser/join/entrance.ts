import type { DoorState } from '../../door/door-state.ts';
import { byId } from './by-id.ts';
import { type Entry, type Refused, requestEntry } from './door-client.ts';
import { showNote } from './note.ts';
import { retryDelay } from './poll-delay.ts';
import { forgetReload, reloadOnce, wasReloaded } from './reload-once.ts';
import type { RoomAdapter } from './room.ts';

const TRIES = 5;
const REFUSALS = ['too_early', 'waiting_for_host', 'not_invited', 'ended', 'cancelled'];
const PASSING = ['room_unavailable', 'unavailable'];

const ADAPTERS: Partial<Record<string, () => Promise<RoomAdapter>>> = {
  demo: async () => (await import('./demo-room.ts')).demoRoom,
};

export interface EntranceOptions {
  /** Shows a refusal as the door's state. */
  show(state: Pick<DoorState, 'status' | 'opensAt'>): void;
  /** Asks the server for the whole state, since what is shown may be old. */
  askAgain(): void;
  people(): Promise<readonly string[]>;
}

/** The way in: from the press on Join to the room and back to the card. One press is one request. */
export function makeEntrance({ show, askAgain, people }: EntranceOptions): { isInside(): boolean } {
  const button = byId('join') as HTMLButtonElement;
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="join-nonce"]')?.content ?? '';
  let place: 'outside' | 'on the way' | 'inside' = 'outside';
  let triesLeft = 0;
  let timer = 0;

  button.addEventListener('click', () => {
    if (place !== 'outside') return;
    triesLeft = TRIES;
    void tryToEnter();
  });
  if (wasReloaded()) showNote('This page was out of date, so it was loaded again. Please press Join once more.');

  async function tryToEnter(): Promise<void> {
    clearTimeout(timer);
    triesLeft -= 1;
    place = 'on the way';
    setButton('Joining…', true);
    showNote('');
    const answer = await requestEntry(nonce);
    if (answer.ok) await goIn(answer.value);
    else stayOutside(answer.refused);
  }

  function stayOutside({ code, title, detail, retryAfterSeconds, opensAt }: Refused): void {
    if (code === 'stale_page' && reloadOnce()) return;
    forgetReload();
    place = 'outside';
    if (REFUSALS.includes(code)) {
      setButton('Join the meeting');
      show({ status: code as DoorState['status'], ...(opensAt !== undefined && { opensAt }) });
      askAgain();
      return;
    }
    setButton('Try again');
    if (PASSING.includes(code) && triesLeft > 0) {
      showNote(`${title}. ${detail} We keep trying for you.`);
      timer = setTimeout(() => void tryToEnter(), retryDelay(retryAfterSeconds, Math.random()));
    } else showNote(`${title}. ${detail}`);
  }

  async function goIn({ sdk, authToken }: Entry): Promise<void> {
    forgetReload();
    const load = ADAPTERS[sdk];
    if (load === undefined) return stayOutside(NO_CALL_SCREEN);
    const adapter = await load().catch(() => null);
    // The files of this page are gone: the server was updated meanwhile.
    if (adapter === null) return stayOutside(OLD_PAGE);
    const { invitee = '' } = byId('card').dataset;
    place = 'inside';
    setScene(true);
    try {
      const title = byId('title').textContent ?? '';
      await adapter.mount(byId('room'), { authToken, title, me: invitee, people, onLeft: comeBack });
    } catch {
      comeBack();
      stayOutside(ROOM_FAILED);
    }
  }

  function comeBack(): void {
    place = 'outside';
    setScene(false);
    setButton('Join again');
    button.focus();
    askAgain();
  }

  function setButton(label: string, isBusy = false): void {
    button.textContent = label;
    button.setAttribute('aria-busy', String(isBusy));
  }

  return { isInside: () => place === 'inside' };
}

function setScene(isInside: boolean): void {
  document.body.classList.toggle('in-room', isInside);
  byId('card').hidden = isInside;
  byId('room').hidden = !isInside;
  if (!isInside) byId('room').replaceChildren();
}

const NO_CALL_SCREEN: Refused = {
  code: 'no_call_screen',
  title: 'Your place is ready, but this page cannot show the call',
  detail: 'This version of Convene has no call screen for RealtimeKit yet.',
  retryAfterSeconds: null,
};

const OLD_PAGE: Refused = {
  code: 'stale_page',
  title: 'This page is out of date',
  detail: 'Reload it and press Join again.',
  retryAfterSeconds: null,
};

const ROOM_FAILED: Refused = {
  code: 'room_failed',
  title: 'The room could not be shown',
  detail: 'Please try again. If it stays like this, use another browser.',
  retryAfterSeconds: null,
};
