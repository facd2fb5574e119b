/** "09:05" or "9:05 AM", as this locale writes it. */
export function clockTime(ms: number, zone: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone: zone, timeStyle: 'short' }).format(ms);
}

/** "Monday, March 30". */
export function calendarDay(ms: number, zone: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone: zone, weekday: 'long', month: 'long', day: 'numeric' }).format(ms);
}

/** "Mon, Mar 30, 9:05 AM". */
export function shortMoment(ms: number, zone: string, locale: string): string {
  const day = { weekday: 'short', month: 'short', day: 'numeric' } as const;
  return new Intl.DateTimeFormat(locale, { timeZone: zone, ...day, hour: 'numeric', minute: '2-digit' }).format(ms);
}

/** The value of `<input type="datetime-local">` for this instant on a clock of this zone. */
export function localInputValue(ms: number, zone: string): string {
  // Swedish writes dates as ISO 8601 does.
  const text = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(ms);
  return text.replace(' ', 'T');
}
