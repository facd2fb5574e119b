import type { DoorState } from '../../door/door-state.ts';
import { byId } from './by-id.ts';
import { type Entry, type Refused, requestEntry } from './door-client.ts';
import { showNote } from './note.ts';
import { retryDelay } from './poll-delay.ts';
import { forgetReload, reloadOnce, wasReloaded } from './reload-once.ts';
import type { RoomAdapter } from './room.ts';
import type { RoomEnding } from './room-outcome.ts';
import { endingWords, faultWords } from './room-words.ts';

const TRIES = 5;
const REFUSALS = ['too_early', 'waiting_for_host', 'not_invited', 'ended', 'cancelled'];
const UNPROVEN = ['sign_in', 'wrong_person', 'code_needed'];
const PASSING = ['room_unavailable', 'unavailable'];

/** A file that could not be fetched is not asked for again by the same page. */
const RELOAD = 'Load the page again';

const ADAPTERS: Partial<Record<string, () => Promise<RoomAdapter>>> = {
  demo: async () => (await import('./demo-room.ts')).demoRoom,
  realtimekit: async () => (await import('./realtimekit-room.ts')).realtimekitRoom,
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
  let mayRenew = true;
  let mustReload = false;
  let timer = 0;

  button.addEventListener('click', () => {
    if (place !== 'outside') return;
    if (mustReload) return location.reload();
    triesLeft = TRIES;
    mayRenew = true;
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

  function stayOutside({ code, title, detail, retryAfterSeconds, isLasting, opensAt }: Refused): void {
    if (code === 'stale_page' && reloadOnce()) return;
    // The page itself says what to do, which it did not when it was loaded.
    if (UNPROVEN.includes(code)) {
      location.reload();
      return;
    }
    forgetReload();
    place = 'outside';
    if (REFUSALS.includes(code)) {
      setButton('Join the meeting');
      show({ status: code as DoorState['status'], ...(opensAt !== undefined && { opensAt }) });
      askAgain();
      return;
    }
    setButton('Try again');
    if (PASSING.includes(code) && !isLasting && triesLeft > 0) {
      showNote(`${title}. ${detail} We keep trying for you.`);
      timer = setTimeout(() => void tryToEnter(), retryDelay(retryAfterSeconds, Math.random()));
    } else showNote(`${title}. ${detail}`);
  }

  async function goIn({ sdk, authToken }: Entry): Promise<void> {
    // The files of this page are gone where the server was updated meanwhile.
    const adapter = await ADAPTERS[sdk]?.().catch(() => null);
    if (!adapter) return stayOutside(OLD_PAGE);
    forgetReload();
    const title = byId('title').textContent ?? '';
    const { invitee = '' } = byId('card').dataset;
    const opening = await adapter.open({ authToken, title, me: invitee, people, onLeft: comeBack });
    if (opening.ok) {
      place = 'inside';
      leaveQueryBehind();
      setScene(true);
      opening.room.show(byId('room'));
    } else if (opening.fault === 'token-refused' && mayRenew) {
      mayRenew = false;
      await tryToEnter();
    } else {
      place = 'outside';
      mustReload = opening.fault === 'not-loaded';
      setButton(mustReload ? RELOAD : 'Try again');
      showNote(faultWords(opening.fault));
    }
  }

  function comeBack(ending: RoomEnding): void {
    place = 'outside';
    setScene(false);
    mustReload = ending === 'not-shown';
    setButton(mustReload ? RELOAD : 'Join again');
    showNote(endingWords(ending), ending === 'left' || ending === 'ended' ? 'calm' : 'wrong');
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

/** What a calendar file added to the address is nothing for the software of the call to see. */
function leaveQueryBehind(): void {
  history.replaceState(history.state, '', location.pathname);
}

const OLD_PAGE: Refused = {
  code: 'stale_page',
  title: 'This page is out of date',
  detail: 'Reload it and press Join again.',
  retryAfterSeconds: null,
};
