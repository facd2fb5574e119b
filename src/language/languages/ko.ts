import type { Language } from '../grammar.ts';
import { inOrder, listed } from './in-order.ts';
import { seriesBounds } from './series-bounds.ts';

/** Korean; chrono does not read it. Spaces are often left out, and particles follow without one. */
export const ko: Language = {
  code: 'ko',
  spaced: false,

  weekdays: listed('월요일 화요일 수요일 목요일 금요일 토요일 일요일'),
  shortWeekdays: listed('월 화 수 목 금 토 일'),
  weekdayPlural: '(?!)',
  months: listed('0?1월 0?2월 0?3월 0?4월 0?5월 0?6월 0?7월 0?8월 0?9월 10월 11월 12월'),
  articles: [],
  numbers: [
    ...inOrder('열한 열두', 11),
    ...inOrder('한 두 세 네 다섯 여섯 일곱 여덟 아홉 열'),
    ['삼십', 30],
    ['이십', 20],
    ['십오', 15],
    ['십', 10],
    ['일', 1],
    ['이', 2],
    ['삼', 3],
    ['사', 4],
  ],
  ordinals: inOrder('첫(째|번째)? 둘째|두_?번째 셋째|세_?번째 넷째|네_?번째'),
  ordinalEnding: '(?!)',
  last: '마지막',
  and: '와|과|하고|랑|,',
  or: '또는|아니면|이나|나',
  units: [
    ['분', 'minute'],
    ['시간', 'hour'],
    ['일|날', 'day'],
    ['주(일|간)?', 'week'],
    ['(개월|달)', 'month'],
    ['년', 'year'],
  ],
  parts: [
    ['아침|오전|새벽', 'morning'],
    ['점심(때|시간)?', 'midday'],
    ['오후|낮', 'afternoon'],
    ['저녁', 'evening'],
    ['밤', 'night'],
  ],
  meridiems: [
    ['오전|아침|새벽|am', 'am'],
    ['오후|저녁|낮|밤|pm', 'pm'],
  ],

  amounts: [
    { form: '{decimal}{unit} ?반', plus: 0.5 },
    { form: '반{unit}', times: 0.5 },
    { form: '{decimal} ?{unit}' },
  ],
  clocks: [
    { form: '밤 ?(12|열두)시', at: [24, 0] },
    { form: '({meridiem} ?)?{hour:anyHour} ?시 ?반', plus: 30 },
    { form: '({meridiem} ?)?{hour:anyHour} ?시 ?{minute:number} ?분(?!간| ?동안)' },
    { form: '({meridiem} ?)?{hour:anyHour} ?시(?!간)( ?정각)?' },
    { form: '({meridiem} ?)?{hour}:{minute}' },
    { form: '정오', at: [12, 0] },
    { form: '자정', at: [0, 0] },
    { form: '({meridiem} ?)?{hour:anyHour}', ranged: true },
  ],
  clockLeads: [{ form: '{clock} ?(쯤|경)?(에서|에|부터)?(?! ?까지)' }],
  clockRanges: [{ form: '{first:rangeClock}(에서|부터| ?~| ?-| ?–) ?{last:clock}(까지)?(에)?' }],
  partForms: [{ form: '{part}(에)?(?=\\s|\\d|$|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)' }],

  days: [
    { form: '오늘', days: 0 },
    { form: '오늘 ?{part}(에)?', days: 0 },
    { form: '(?<!모레)내일(?!모레)', days: 1 },
    { form: '(내일 ?)?모레|모래', days: 2 },
    { form: '글피', days: 3 },
    { form: '어제', days: -1 },
  ],
  weekdayForms: [
    { form: '{weekday}(날)?(에)?', which: 'coming' },
    { form: '(이번|금) ?주 ?{weekday}(에)?', which: 'coming', week: 0 },
    { form: '(다음|담|내|차) ?주 ?{weekday}(에)?', which: 'coming', week: 1 },
    { form: '다다음 ?주 ?{weekday}(에)?', which: 'coming', week: 2 },
    { form: '(오는|이번) {weekday}(에)?', which: 'coming' },
    { form: '지난 ?주? ?{weekday}(에)?', which: 'last' },
    { form: '{shortWeekday}(?=\\))', which: 'coming', beside: true },
  ],
  weekForms: [
    { form: '이번 ?주(에)?(?!말)', weeks: 0 },
    { form: '(다음|담|차) ?주(에)?(?!말)', weeks: 1 },
    { form: '다다음 ?주(에)?(?!말)', weeks: 2 },
  ],
  dates: [{ form: '({year}년 ?)?{month} ?{day}일(에)?( ?\\([월화수목금토일](요일)?\\))?' }],
  monthDays: [
    { form: '(?<!\\p{L}){day}일(에)?(?! ?(후|뒤|간|동안))', sure: true },
    { form: '(다음 ?달|내달) ?{day}일(에)?', monthsAhead: 1, sure: true },
    { form: '이번 ?달 ?{day}일(에)?', monthsAhead: 0, sure: true },
  ],
  fromNow: [{ form: '(약 )?{amount} ?(후|뒤|있다가)(에)?' }],
  fromDay: [],
  vague: [{ form: '언제(든|든지)?|조만간|(이번|다음) ?주말|다음 ?달|이번 ?달', sure: true }],

  lengths: [{ form: '{amount}(간)?( ?(동안|정도))?(?! ?(후|뒤))' }, { form: '{amount}(간)? ?동안', sure: true }],
  ...seriesBounds.ko,
  until: '(?!)',
  untilBehind: '까지',

  frequencies: [
    ['매일', { freq: 'DAILY' }],
    ['매주|주 ?1회', { freq: 'WEEKLY' }],
    ['격주(로)?', { freq: 'WEEKLY', interval: 2 }],
    ['매달|매월', { freq: 'MONTHLY' }],
    ['매년', { freq: 'YEARLY' }],
  ],
  ruleHeads: [{ form: '{frequency}', adjective: 'before' }, { form: '{number} ?{unit}(마다|에 (한|1) ?번)' }],
  ruleTails: [
    { form: ' ?{place} ?{weekday}(에|마다)?' },
    { form: ' ?{place:day}일(에)?' },
    { form: ' ?{weekdays}(요일)?(에|마다)?' },
  ],
  ruleForms: [
    { form: '{weekdays}마다' },
    { form: '(매주 ?)?{first:listedWeekday}(부터|에서|~|-|–) ?{last:listedWeekday}(요일)?(까지)?' },
    { form: '(매일 ?)?평일(마다|에)?( ?매일)?|매 ?평일', days: [1, 2, 3, 4, 5] },
    { form: '매일 ?{part}' },
  ],
  counts: [{ form: '(총 ?)?{number} ?(회|번)' }],

  publicWords: '공개(로)?|누구나 참여',
  zoneLead: '',
  zoneTail: '(?: ?(?:시간|기준))?(?:으로)?',
  zones: {
    한국: 'Asia/Seoul',
    서울: 'Asia/Seoul',
    런던: 'Europe/London',
    뉴욕: 'America/New_York',
    도쿄: 'Asia/Tokyo',
    베를린: 'Europe/Berlin',
    태평양: 'America/Los_Angeles',
  },

  timeConnectives: '을|를|은|는|에|일시:?',
  timeFillers: '에|부터|의',
  titleLeads: '(에|부터|의|에서)(?=\\s)',
  titleTails:
    '(을|를)? ?(잡아|예약해|만들어|설정해|등록해) ?(줘|주세요)|(을|를)? ?부탁(해|드려요|드립니다|합니다)|합니다|입니다',
  personConnectives: '와|과|하고|및|참석자:?|초대:?|with',
  personFollowers: '(님|씨)?(과의|와의|이랑|과|와|랑|하고|도|에게|을|를|의)( ?(함께|같이))?|님|씨|함께|같이|초대',
};
