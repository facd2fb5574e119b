import type { ActionRequest, ClockRequest, CommandRequest, Jump, SeenRequest } from './contract.ts';

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
  const { user, channel, ts, actionId, blockId } = fieldsOf(body);
  if (!isWord(user) || !isWord(channel) || !isWord(ts) || !isWord(actionId)) return null;
  return { user, channel, ts, actionId, blockId: isWord(blockId) ? blockId : null };
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

function isMinutes(value: unknown): value is number {
  return typeof value === 'number' && value > 0 && value <= MINUTES_PER_YEAR;
}

function isWord(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST_WORD;
}
