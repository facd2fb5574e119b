const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The time left as it is shown: `04:32`, `2 h 05 min`, `3 days 4 h`. */
export function countdownText(leftMs: number): string {
  const left = Math.max(0, Math.ceil(leftMs / SECOND) * SECOND);
  if (left >= DAY) return `${count(left, DAY, 'day')} ${Math.floor((left % DAY) / HOUR)} h`;
  if (left >= HOUR) return `${Math.floor(left / HOUR)} h ${twoDigits((left % HOUR) / MINUTE)} min`;
  return `${twoDigits(left / MINUTE)}:${twoDigits((left % MINUTE) / SECOND)}`;
}

/** What is read out while the time passes from one moment to the next; null in between the few moments that matter. */
export function countdownAnnouncement(beforeMs: number, leftMs: number): string | null {
  const passed = [HOUR, 10 * MINUTE, 5 * MINUTE, MINUTE].find((mark) => beforeMs > mark && leftMs <= mark);
  if (passed === undefined) return null;
  return `You can join in ${passed === HOUR ? '1 hour' : count(passed, MINUTE, 'minute')}.`;
}

function count(ms: number, unit: number, name: string): string {
  const n = Math.floor(ms / unit);
  return `${n} ${name}${n === 1 ? '' : 's'}`;
}

function twoDigits(n: number): string {
  return String(Math.floor(n)).padStart(2, '0');
}
