import { IANAZone } from 'luxon';
import { folded } from './folded.ts';

/** Abbreviations that name an offset are taken as written; those that name a place follow its clock. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  pt: 'America/Los_Angeles',
  mt: 'America/Denver',
  ct: 'America/Chicago',
  et: 'America/New_York',
  utc: 'UTC',
  gmt: 'UTC',
  z: 'UTC',
  zulu: 'UTC',
  wet: 'UTC',
  west: 'UTC+1',
  bst: 'UTC+1',
  cet: 'UTC+1',
  mez: 'UTC+1',
  cest: 'UTC+2',
  mesz: 'UTC+2',
  eet: 'UTC+2',
  sast: 'UTC+2',
  eest: 'UTC+3',
  msk: 'UTC+3',
  trt: 'UTC+3',
  gst: 'UTC+4',
  pkt: 'UTC+5',
  ist: 'UTC+5:30',
  npt: 'UTC+5:45',
  wib: 'UTC+7',
  sgt: 'UTC+8',
  hkt: 'UTC+8',
  pht: 'UTC+8',
  awst: 'UTC+8',
  jst: 'UTC+9',
  kst: 'UTC+9',
  acst: 'UTC+9:30',
  acdt: 'UTC+10:30',
  aest: 'UTC+10',
  aedt: 'UTC+11',
  nzst: 'UTC+12',
  nzdt: 'UTC+13',
  brt: 'UTC-3',
  art: 'UTC-3',
  nst: 'UTC-3:30',
  ndt: 'UTC-2:30',
  ast: 'UTC-4',
  adt: 'UTC-3',
  est: 'UTC-5',
  edt: 'UTC-4',
  cst: 'UTC-6',
  cdt: 'UTC-5',
  mst: 'UTC-7',
  mdt: 'UTC-6',
  pst: 'UTC-8',
  pdt: 'UTC-7',
  akst: 'UTC-9',
  akdt: 'UTC-8',
  hst: 'UTC-10',
};

/** Places whose name is not the last part of an IANA name. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  'America/Los_Angeles': [
    'pacific',
    'us pacific',
    'west coast',
    'sf',
    'san francisco',
    'la',
    'l.a.',
    'seattle',
    'portland',
    'california',
    'san diego',
    'silicon valley',
    'bay area',
    'las vegas',
  ],
  'America/Denver': ['mountain', 'us mountain', 'salt lake city', 'colorado'],
  'America/Chicago': [
    'central',
    'us central',
    'austin',
    'dallas',
    'houston',
    'texas',
    'minneapolis',
    'new orleans',
    'nashville',
    'st louis',
  ],
  'America/New_York': [
    'eastern',
    'us eastern',
    'east coast',
    'nyc',
    'ny',
    'boston',
    'miami',
    'atlanta',
    'washington',
    'washington dc',
    'dc',
    'philadelphia',
    'florida',
  ],
  'America/Toronto': ['montreal', 'ottawa'],
  'America/Edmonton': ['calgary'],
  'America/Sao_Paulo': ['rio', 'rio de janeiro', 'brazil', 'brasilia', 'são paulo'],
  'America/Bogota': ['bogotá', 'colombia'],
  'America/Argentina/Buenos_Aires': ['argentina'],
  'America/Lima': ['peru'],
  'Europe/London': ['uk', 'british', 'england', 'manchester', 'edinburgh', 'cambridge', 'oxford'],
  'Europe/Dublin': ['ireland', 'irish'],
  'Europe/Berlin': [
    'german',
    'germany',
    'munich',
    'münchen',
    'hamburg',
    'frankfurt',
    'cologne',
    'köln',
    'stuttgart',
    'düsseldorf',
    'central european',
  ],
  'Europe/Paris': ['french', 'france', 'lyon', 'marseille'],
  'Europe/Madrid': ['spain', 'spanish', 'barcelona', 'valencia'],
  'Europe/Rome': ['italy', 'italian', 'milan', 'milano', 'turin', 'roma'],
  'Europe/Zurich': ['swiss', 'switzerland', 'geneva', 'zürich', 'basel', 'bern'],
  'Europe/Vienna': ['wien', 'austria'],
  'Europe/Amsterdam': ['dutch', 'netherlands', 'rotterdam', 'the hague'],
  'Europe/Lisbon': ['lisboa', 'portugal', 'porto'],
  'Europe/Warsaw': ['poland', 'krakow', 'kraków'],
  'Europe/Prague': ['praha', 'czech'],
  'Europe/Stockholm': ['sweden', 'swedish', 'gothenburg'],
  'Europe/Copenhagen': ['denmark', 'danish'],
  'Europe/Oslo': ['norway'],
  'Europe/Helsinki': ['finland'],
  'Europe/Athens': ['greece'],
  'Europe/Bucharest': ['romania'],
  'Europe/Istanbul': ['turkey'],
  'Europe/Kyiv': ['kyiv', 'kiev', 'ukraine', 'lviv'],
  'Europe/Moscow': ['saint petersburg'],
  'Asia/Kolkata': [
    'india',
    'indian',
    'delhi',
    'new delhi',
    'mumbai',
    'bangalore',
    'bengaluru',
    'chennai',
    'hyderabad',
    'pune',
    'kolkata',
    'calcutta',
  ],
  'Asia/Kathmandu': ['nepal', 'kathmandu'],
  'Asia/Ho_Chi_Minh': ['vietnam', 'hanoi', 'saigon', 'ho chi minh city'],
  'Asia/Shanghai': ['china', 'beijing', 'shenzhen', 'hangzhou', 'guangzhou'],
  'Asia/Tokyo': ['japan', 'japanese', 'osaka', 'kyoto'],
  'Asia/Seoul': ['korea', 'korean'],
  'Asia/Jerusalem': ['israel', 'tel aviv'],
  'Asia/Dubai': ['uae', 'abu dhabi'],
  'Asia/Manila': ['philippines'],
  'Asia/Jakarta': ['indonesia'],
  'Australia/Sydney': ['canberra'],
  'Pacific/Auckland': ['new zealand', 'nz', 'wellington'],
  'Pacific/Honolulu': ['hawaii'],
  'Africa/Johannesburg': ['south africa', 'cape town'],
  'Africa/Lagos': ['nigeria'],
  'Africa/Nairobi': ['kenya'],
};

/** Last parts of IANA names that are no place people mean. */
const NO_PLACES = new Set(['center', 'easter', 'eastern', 'central', 'pacific', 'mountain', 'troll', 'currie', 'utc']);

const REGION = /^(?:africa|america|antarctica|arctic|asia|atlantic|australia|europe|indian|pacific|us|etc)\//i;

const BY_IANA_NAME = new Map(Intl.supportedValuesOf('timeZone').map((zone) => [zone.toLowerCase(), zone]));

const BY_NAME = new Map<string, string>([
  ...Intl.supportedValuesOf('timeZone').flatMap((zone) => {
    const city = zone.split('/').at(-1)?.replaceAll('_', ' ').toLowerCase() ?? '';
    return NO_PLACES.has(city) || !zone.includes('/') ? [] : [[folded(city), zone] as const];
  }),
  ...Object.entries(PLACES).flatMap(([zone, names]) => names.map((name) => [folded(name), zone] as const)),
]);

/** The zone of an abbreviation such as `PT` and `CET`, of `UTC+2`, of an IANA name; undefined for any other word. */
export function zoneByCode(text: string): string | undefined {
  const known = ABBREVIATIONS[text.toLowerCase()];
  if (known) return known;
  const offset = /^(?:utc|gmt)\s?([+\-−–]\d{1,2}(?::?\d\d)?)$/i.exec(text)?.[1];
  if (offset) return fixedZone(offset);
  if (!REGION.test(text)) return undefined;
  return BY_IANA_NAME.get(text.toLowerCase()) ?? (IANAZone.create(text).isValid ? text : undefined);
}

/** The names that stand behind an hour without any other word, as a source. */
export const ZONE = `(?:utc|gmt)\\s?[+\\-−–]\\d{1,2}(?::?\\d\\d)?|(?:${Object.keys(ABBREVIATIONS)
  .filter((name) => name.length > 1)
  .join('|')}|pacific|mountain|central|eastern)(?: time)?`;

/** The zone of a name that `ZONE` matches. */
export function zoneByName(name: string): string | undefined {
  const place = name.replace(/ time$/i, '');
  return zoneByCode(place) ?? zoneByPlace(place);
}

const FIRST_WORDS = new Set([
  ...Object.keys(ABBREVIATIONS),
  ...[...BY_NAME.keys(), ...BY_IANA_NAME.keys(), 'us'].map((name) => name.split(/[ /]/)[0]),
]);

/** The longest ending that a language gives to a place: `Londoner`. */
const LONGEST_ENDING = 3;

/** Whether a word in lower case can be the first of anything that names a zone. */
export function beginsZone(word: string): boolean {
  for (let ending = 0; ending <= LONGEST_ENDING; ending += 1) {
    if (FIRST_WORDS.has(word.slice(0, Math.max(1, word.length - ending)))) return true;
  }
  return false;
}

/** The zone of a city, a country with one zone or `eastern`; undefined for any other name. */
export function zoneByPlace(name: string): string | undefined {
  return BY_NAME.get(folded(name.toLowerCase()));
}

/** `Z`, `+02:00`, `-5` as luxon names a fixed offset; undefined beyond 14 hours. */
export function fixedZone(offset: string): string | undefined {
  const [, sign, hours, minutes = '00'] = /^([+\-−–])(\d{1,2}):?(\d\d)?$/.exec(offset) ?? [];
  if (sign === undefined || hours === undefined) return /^z$/i.test(offset) ? 'UTC' : undefined;
  if (Number(hours) > 14 || Number(minutes) > 59) return undefined;
  const rest = minutes === '00' ? '' : `:${minutes}`;
  return Number(hours) === 0 && !rest ? 'UTC' : `UTC${sign === '+' ? '+' : '-'}${Number(hours)}${rest}`;
}
