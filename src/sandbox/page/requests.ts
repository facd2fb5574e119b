import type { Chosen } from '../slack-simulator/simulator.ts';
import type {
  ActionPlace,
  ActionRequest,
  ClockRequest,
  CloseRequest,
  CommandRequest,
  HomeRequest,
  Jump,
  SeenRequest,
  ShortcutRequest,
  SubmitRequest,
  SuggestRequest,
} from './contract.ts';

const LONGEST_LINE = 8000;
const LONGEST_WORD = 255;
const MINUTES_PER_YEAR = 366 * 24 * 60;

/** Each reads a request's body; null when it is not what the page would send. */
export function readCommandRequest(body: unknown): CommandRequest | null {
  const { user, channel, line } = fieldsOf(body);
  if (!isWord(user) || !isWord(channel) || typeof line !== 'string' || line.length > LONGEST_LINE) return null;
  return { user, channel, line };
}

export function readActionRequest(body: unknown): ActionRequest | null {
  const { user, place, actionId, blockId, value } = fieldsOf(body);
  const where = readPlace(fieldsOf(place));
  if (!isWord(user) || !isWord(actionId) || where === null) return null;
  const action = { user, place: where, actionId, blockId: isWord(blockId) ? blockId : null };
  if (value === undefined) return action;
  return isChosen(value) ? { ...action, value } : null;
}

function readPlace({ viewId, channel, ts }: Record<string, unknown>): ActionPlace | null {
  if (isWord(viewId)) return { viewId };
  return isWord(channel) && isWord(ts) ? { channel, ts } : null;
}

export function readSubmitRequest(body: unknown): SubmitRequest | null {
  const { user, viewId, values } = fieldsOf(body);
  if (!isWord(user) || !isWord(viewId)) return null;
  const entries = Object.entries(fieldsOf(values)).filter((entry): entry is [string, Chosen] => isChosen(entry[1]));
  return { user, viewId, values: Object.fromEntries(entries) };
}

export function readCloseRequest(body: unknown): CloseRequest | null {
  const { user, viewId } = fieldsOf(body);
  return isWord(user) && isWord(viewId) ? { user, viewId } : null;
}

export function readSuggestRequest(body: unknown): SuggestRequest | null {
  const { user, viewId, actionId, blockId, query } = fieldsOf(body);
  if (!isWord(user) || !isWord(viewId) || !isWord(actionId) || typeof query !== 'string') return null;
  return { user, viewId, actionId, blockId: isWord(blockId) ? blockId : null, query };
}

export function readHomeRequest(body: unknown): HomeRequest | null {
  const { user } = fieldsOf(body);
  return isWord(user) ? { user } : null;
}

export function readShortcutRequest(body: unknown): ShortcutRequest | null {
  const { user, callbackId } = fieldsOf(body);
  return isWord(user) && isWord(callbackId) ? { user, callbackId } : null;
}

export function readSeenRequest(body: unknown): SeenRequest | null {
  const { user, channel, ts } = fieldsOf(body);
  if (!isWord(user) || !isWord(channel) || !isWord(ts)) return null;
  return { user, channel, ts };
}

export function readClockRequest(body: unknown): ClockRequest | null {
  const { user, jump } = fieldsOf(body);
  const read = readJump(fieldsOf(jump));
  return isWord(user) && read !== null ? { user, jump: read } : null;
}

function readJump({ to, minutes, at }: Record<string, unknown>): Jump | null {
  if (to === 'before-next-meeting' || to === 'next-morning') return { to };
  if (to === 'later' && isMinutes(minutes)) return { to, minutes };
  if (to === 'local-time' && isWord(at)) return { to, at };
  return null;
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** JSON that an element's value can be: anything but a boolean. */
function isChosen(value: unknown): value is Chosen {
  if (Array.isArray(value)) return value.every(isChosen);
  return value === null || ['string', 'number', 'object'].includes(typeof value);
}

function isMinutes(value: unknown): value is number {
  return typeof value === 'number' && value > 0 && value <= MINUTES_PER_YEAR;
}

function isWord(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST_WORD;
}
