import type { DoorState } from '../../door/door-state.ts';
import { startAnswering } from './answering.ts';
import { byId } from './by-id.ts';
import { makeCard } from './card.ts';
import { fetchState } from './door-client.ts';
import { makeEntrance } from './entrance.ts';
import { showLocalTimes } from './local-time.ts';
import { pollDelay, retryDelay } from './poll-delay.ts';
import { startProving } from './proving.ts';
import { makeServerClock } from './server-clock.ts';

const clock = makeServerClock(byId('card').dataset['now'] ?? '');
const card = makeCard(clock);
const entrance = makeEntrance({ show: card.show, askAgain: () => void askNow(), people });
let timer = 0;

const nonce = document.querySelector<HTMLMetaElement>('meta[name="join-nonce"]')?.content ?? '';

showLocalTimes();
startAnswering(nonce);
startProving(nonce);
askLater();
// A laptop that slept, or a tab that the browser froze, may have missed everything.
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) void askNow();
});

async function askNow(): Promise<void> {
  clearTimeout(timer);
  const state = await readState();
  if (state !== null && !entrance.isInside()) {
    if (hasMoved(state)) return location.reload();
    card.show(state);
  }
  askLater(state === null);
}

function askLater(hasFailed = false): void {
  clearTimeout(timer);
  const delay = hasFailed ? retryDelay(null, Math.random()) : pollDelay(card.status, card.opensIn(), Math.random());
  if (delay !== null) timer = setTimeout(() => void askNow(), delay);
}

async function readState(): Promise<DoorState | null> {
  const askedAt = performance.now();
  const answer = await fetchState();
  if (!answer.ok) {
    if (answer.refused.code === 'unknown_link') location.reload();
    return null;
  }
  clock.learn(answer.value.serverNow, askedAt);
  return answer.value;
}

function hasMoved({ startsAt, endsAt }: DoorState): boolean {
  const shown = byId('when').dataset;
  return startsAt !== shown['startsAt'] || endsAt !== shown['endsAt'];
}

async function people(): Promise<readonly string[]> {
  const answer = await fetchState();
  return answer.ok ? answer.value.entered : [];
}
