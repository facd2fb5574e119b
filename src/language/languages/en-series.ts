import type { Language } from '../grammar.ts';

/** Not two days with a comma or nothing between them: `follow-up from monday, tuesday 3pm`. */
const SEVERAL = '(?=\\p{L}+(?!\\p{L})\\.?( ?[&/+]| and |(, ?| )\\p{L}+(?!\\p{L})\\.?(,| and| &)) ?\\p{L})';

/** How English says that a meeting repeats, and until when. */
export const series: Pick<
  Language,
  'until' | 'dayRange' | 'frequencies' | 'ruleHeads' | 'ruleTails' | 'ruleForms' | 'counts'
> = {
  dayRange: 'to|through|thru|until|till|-|–',
  until:
    'until|untill|till|til|’til|thru|through|up to|up until|(for )?the rest of|ending( at| on)?|ends( at| on)?|to end( at| on)?|finishing( at| on)?',

  frequencies: [
    ['daily|everyday', { freq: 'DAILY' }],
    ['weekly', { freq: 'WEEKLY' }],
    ['fortnightly|bi-?weekly', { freq: 'WEEKLY', interval: 2 }],
    ['monthly', { freq: 'MONTHLY' }],
    ['bi-?monthly', { freq: 'MONTHLY', interval: 2 }],
    ['quarterly', { freq: 'MONTHLY', interval: 3 }],
    ['yearly|annually', { freq: 'YEARLY' }],
  ],
  ruleHeads: [
    { form: '{frequency}', adjective: 'before' },
    { form: '(repeats|repeating|recurring|recurs) {frequency}' },
    { form: '(every|each|once an?|once every) (single )?{unit}' },
    { form: '(every|each) (other|2nd|second|alternate) {unit}', interval: 2 },
    { form: 'every {number} {unit}' },
    { form: 'every {number:nth} {unit}' },
  ],
  ruleTails: [
    { form: '( on)? (the )?{place} {weekday}' },
    { form: ' on (the )?{place}( day)?( of the month)?' },
    { form: ',?( on| every)? {weekdays}' },
  ],
  ruleForms: [
    { form: '(every|each|on all) {weekdays}' },
    { form: '(every|each) (other|2nd|second|alternate) {weekdays}', interval: 2 },
    { form: '(alternate|alternating) {weekdays}', interval: 2 },
    { form: '((every|each|on) )?{first:weekday} ?(-|–|to|through|thru) ?{last:weekday}' },
    { form: '(on )?{weekdays}', listed: true },
    { form: '(?<=monthly.{1,60} )(on )?(the )?{place} {weekday}' },
    { form: `(on )?${SEVERAL}{weekdays}(?=,? (at |@ ?|from )?\\d)`, several: true },
    { form: `(?<=\\d ?([ap]m)?,? (on )?)${SEVERAL}{weekdays}(?![,&]? \\p{L})`, several: true },
    { form: '(on )?{weekdays}(?=.{1,30} (weekly|(every|each) week))' },
    { form: '((every|each|on) )?weekday {part}', days: [1, 2, 3, 4, 5] },
    { form: '(on )?m ?- ?f', days: [1, 2, 3, 4, 5] },
    { form: '(every|each) {month} (the )?{day}' },
    { form: '(every|each) {day} (of )?{month}' },
    {
      form: '(every|each) (weekday|work(ing)? ?day|business day)|(on )?(weekdays|work(ing)? ?days|business days)',
      days: [1, 2, 3, 4, 5],
    },
    { form: '(every|each) weekend|(on )?weekends', days: [6, 7] },
    { form: '(every|each) {part}' },
    { form: '(on )?((the|every|each) )?{place} {weekday} (of|in) (the|every|each) month( monthly)?' },
    { form: '(on )?((the|every|each) )?{place} {weekday} (every|each) month' },
    { form: '(every|each|the) {place} {weekday}( monthly)' },
    { form: '(every|each) {place} {weekday}' },
    { form: '(on )?(the )?{place}( day)? (of|in) (every|each) month' },
    { form: '(on )?every {place}( day)?( (of|in) (the|every|each) month)?' },
  ],
  counts: [
    { form: '(for )?(the next )?{number} (times|occurrences|sessions|meetings|instances)' },
    { form: 'x ?{number}' },
    { form: '{number}x' },
  ],
};
