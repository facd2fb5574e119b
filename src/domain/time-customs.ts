/** How dates and times are written where a locale is at home; a browser reads it likewise. */
export interface TimeCustoms {
  /** `November 23` rather than `23 November`. */
  readonly isMonthFirst: boolean;
  /** `5:00 AM` rather than `05:00`. */
  readonly isTwelveHours: boolean;
}

/** What is used where the locale says nothing: the day before the month, and 24 hours. */
const USUAL: TimeCustoms = { isMonthFirst: false, isTwelveHours: false };

const MOST_KNOWN = 200;
/** By locale, as making a format takes longer than all the rest of a message. */
const known = new Map<string, TimeCustoms>();

/** @param locale a BCP 47 tag, such as `en-GB`; whatever is none is taken for one that says nothing */
export function timeCustoms(locale: string): TimeCustoms {
  const customs = known.get(locale) ?? customsOf(locale);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(locale, customs);
  return customs;
}

function customsOf(locale: string): TimeCustoms {
  if (!isSupported(locale)) return USUAL;
  const options = { month: 'long', day: 'numeric', hour: 'numeric', timeZone: 'UTC' } as const;
  const format = new Intl.DateTimeFormat(locale, options);
  const order = format.formatToParts(0).map(({ type }) => type);
  return {
    isMonthFirst: order.indexOf('month') < order.indexOf('day'),
    isTwelveHours: format.resolvedOptions().hour12 === true,
  };
}

function isSupported(locale: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0;
  } catch {
    // Not even the form of a locale.
    return false;
  }
}
