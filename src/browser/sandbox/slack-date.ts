/** Whose eyes read a date. */
export interface Reader {
  readonly locale: string;
  readonly zone: string;
  /** The present, in milliseconds since 1970. */
  readonly now: number;
}

type Style = Intl.DateTimeFormatOptions;

const STYLES: Readonly<Record<string, Style>> = {
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  date_short: { year: 'numeric', month: 'short', day: 'numeric' },
  date_long: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  time: { timeStyle: 'short' },
  time_secs: { timeStyle: 'medium' },
};

/**
 * The text that Slack shows for `<!date^seconds^format|…>`.
 * @returns null when the format has a token that Slack does not define: the fallback is shown then
 */
export function formatSlackDate(seconds: number, format: string, reader: Reader): string | null {
  const instant = new Date(seconds * 1000);
  let isKnown = !Number.isNaN(instant.getTime());
  if (!isKnown) return null;
  const text = format.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const piece = tokenText(name, instant, reader);
    isKnown &&= piece !== null;
    return piece ?? '';
  });
  return isKnown ? text : null;
}

function tokenText(name: string, instant: Date, reader: Reader): string | null {
  if (name === 'ago') return relativeTime(instant.getTime() - reader.now, reader.locale);
  const isPretty = name.endsWith('_pretty');
  const style = STYLES[isPretty ? name.slice(0, -'_pretty'.length) : name];
  if (style === undefined || !Object.hasOwn(STYLES, isPretty ? name.slice(0, -'_pretty'.length) : name)) return null;
  return (isPretty ? nearbyDay(instant, reader) : null) ?? formatted(instant, style, reader);
}

function formatted(instant: Date, style: Style, { locale, zone }: Reader): string {
  return new Intl.DateTimeFormat(locale, { ...style, timeZone: zone }).format(instant);
}

/** "yesterday", "today" or "tomorrow" in the reader's zone and language; null for any other day. */
export function nearbyDay(instant: Date, reader: Reader): string | null {
  const days = dayNumber(instant, reader.zone) - dayNumber(new Date(reader.now), reader.zone);
  if (Math.abs(days) > 1) return null;
  return new Intl.RelativeTimeFormat(reader.locale, { numeric: 'auto' }).format(days, 'day');
}

/** Days since 1970 of the calendar day that this instant falls on in the zone. */
export function dayNumber(instant: Date, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', { ...STYLES['date_num'], timeZone: zone }).formatToParts(instant);
  const [year, month, day] = ['year', 'month', 'day'].map((type) =>
    Number(parts.find((part) => part.type === type)?.value),
  );
  return Date.UTC(year ?? Number.NaN, (month ?? Number.NaN) - 1, day) / 86_400_000;
}

/** "in 5 minutes", "3 days ago": in the largest unit that it fills. */
export function relativeTime(differenceMs: number, locale: string): string {
  const minutes = Math.round(differenceMs / 60_000);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (Math.abs(minutes) < 60) return words.format(minutes, 'minute');
  if (Math.abs(minutes) < 24 * 60) return words.format(Math.round(minutes / 60), 'hour');
  return words.format(Math.round(minutes / (24 * 60)), 'day');
}
