import { casual } from 'chrono-node/vi';
import type { Language } from '../grammar.ts';
import { inOrder, listed } from './in-order.ts';
import { seriesBounds } from './series-bounds.ts';

/** Vietnamese, with and without the marks of its tones. */
export const vi: Language = {
  code: 'vi',
  spaced: true,
  chrono: casual,

  weekdays: listed(
    'thứ_(hai|2)|t2 thứ_(ba|3)|t3 thứ_(tư|4)|t4 thứ_(năm|5)|t5 thứ_(sáu|6)|t6 thứ_(bảy|7)|t7 chủ_nhật|cn',
  ),
  weekdayPlural: '(?!)',
  months: listed(
    'tháng_(01|1(?!\\d)|một|giêng) tháng_(0?2|hai) tháng_(0?3|ba) tháng_(0?4|tư) tháng_(0?5|năm) tháng_(0?6|sáu) tháng_(0?7|bảy) tháng_(0?8|tám) tháng_(0?9|chín) tháng_(10|mười(?!_)) tháng_(11|mười_một) tháng_(12|mười_hai)',
  ),
  articles: [['vài', 3]],
  numbers: [
    ...inOrder('một hai ba bốn năm sáu bảy tám chín mười mười_một mười_hai'),
    ['mười lăm', 15],
    ['hai mươi', 20],
    ['ba mươi', 30],
    ['bốn mươi lăm', 45],
  ],
  ordinals: inOrder('đầu(_tiên)? thứ_nhì'),
  ordinalEnding: '(?!)',
  last: 'cuối( cùng)?',
  and: 'và|&',
  or: 'hoặc|hay',
  units: [
    ['phút|ph|p', 'minute'],
    ['tiếng|giờ|h', 'hour'],
    ['ngày', 'day'],
    ['tuần', 'week'],
    ['tháng', 'month'],
    ['năm', 'year'],
  ],
  parts: [
    ['(buổi )?sáng', 'morning'],
    ['(buổi )?trưa', 'midday'],
    ['(buổi )?chiều', 'afternoon'],
    ['(buổi )?tối', 'evening'],
    ['đêm', 'night'],
  ],
  meridiems: [
    ['sáng', 'am'],
    ['chiều|tối', 'pm'],
  ],

  amounts: [
    { form: '{decimal} ?{unit} rưỡi', plus: 0.5 },
    { form: 'nửa {unit}', times: 0.5 },
    { form: '{decimal} ?{unit}' },
  ],
  clocks: [
    { form: '{hour:anyHour} ?(giờ|h) rưỡi( {meridiem})?', plus: 30 },
    { form: '{hour:anyHour} rưỡi( {meridiem})?', plus: 30 },
    { form: '{hour:anyHour} ?(giờ|h) kém {minutes:number}( phút)?( {meridiem})?', minutes: -1 },
    { form: '{hour}[:h] ?{minute}( ?{meridiem})?' },
    { form: '{hour:anyHour} giờ {minute}( phút)?( {meridiem})?' },
    { form: '{hour:anyHour} giờ {minute:minuteWord}( phút)?( {meridiem})?' },
    { form: '{hour:anyHour} ?(giờ|h) ?{meridiem}' },
    { form: '{hour:anyHour} {meridiem}' },
    { form: '(?![1-4] ?h){hour} ?h' },
    { form: '(?=[1-4] ?h){hour} ?h', bare: true },
    { form: '{hour:anyHour} giờ' },
    { form: '(12 ?(giờ|h) )?trưa', at: [12, 0], bare: true },
    { form: 'nửa đêm', at: [0, 0] },
    { form: '{hour}', bare: true },
  ],
  clockLeads: [{ form: '(lúc|vào lúc|khoảng|từ|@) ?{clock}' }],
  clockRanges: [
    { form: '(lúc )?{first:clock} ?(?:-|–|—) ?{last:clock}' },
    { form: '(từ ){first:clock} (đến|tới) {last:clock}', sure: true },
    { form: '{first:clock} (đến|tới) {last:clock}' },
  ],
  partForms: [{ form: '{part}' }, { form: '{part} nay', day: 0, sure: true }],

  days: [
    { form: 'hôm nay|(?<=sáng |chiều |tối |trưa )nay', days: 0 },
    { form: '{part} (hôm )?nay', days: 0 },
    { form: 'ngày mai|(?<=sáng |chiều |tối |trưa )mai', days: 1 },
    { form: '{part} (ngày )?mai', days: 1 },
    { form: 'mai', days: 1, beside: true },
    { form: 'ngày kia|ngày mốt|mốt', days: 2 },
    { form: '{part} (ngày )?(kia|mốt)', days: 2 },
    { form: 'hôm qua', days: -1 },
  ],
  weekdayForms: [
    { form: '(vào )?{weekday}( này)?', which: 'coming' },
    { form: '{part} {weekday}', which: 'coming' },
    { form: '{weekday} (tuần )(sau|tới)', which: 'coming', week: 1 },
    { form: '{part} {weekday} (tuần )(sau|tới)', which: 'coming', week: 1 },
    { form: '{weekday} tuần này', which: 'coming', week: 0 },
    { form: '{weekday} (sau|tới)', which: 'next' },
    { form: '{weekday} tuần trước', which: 'last' },
  ],
  weekForms: [
    { form: 'tuần này', weeks: 0 },
    { form: 'tuần (sau|tới)', weeks: 1 },
  ],
  dates: [
    { form: '(ngày |mùng |mồng )?{day} {month}(,? (năm )?{year})?' },
    { form: 'ngày {day}[/-]{monthNumber}([/-]{year})?' },
  ],
  monthDays: [
    { form: 'ngày {day}', sure: true },
    { form: 'ngày {day} tháng (sau|tới)', monthsAhead: 1, sure: true },
  ],
  fromNow: [{ form: '(sau|trong) {amount}( nữa)?' }, { form: '{amount} nữa' }],
  fromDay: [{ form: '{amount} sau' }],
  vague: [{ form: 'cuối tuần( này)?|tháng sau', sure: true }],

  lengths: [
    { form: '(?!\\d+ ?(h|giờ)){amount}' },
    { form: '(?=[1-4] ?h\\d?){amount}' },
    { form: '(trong|kéo dài|thời lượng:?) {amount}', sure: true },
  ],
  ...seriesBounds.vi,
  until: '(cho )?(đến|tới)( hết)?( ngày)?',
  article: 'ngày',

  frequencies: [
    ['(hằng|hàng|mỗi) ngày', { freq: 'DAILY' }],
    ['(hằng|hàng|mỗi) tuần', { freq: 'WEEKLY' }],
    ['(2|hai) tuần (một|1) lần|cách tuần', { freq: 'WEEKLY', interval: 2 }],
    ['(hằng|hàng|mỗi) tháng', { freq: 'MONTHLY' }],
  ],
  ruleHeads: [{ form: '{frequency}', adjective: 'beside' }, { form: 'mỗi {number} {unit}( (một|1) lần)?' }],
  ruleTails: [{ form: ',?( vào)? {weekdays}' }],
  ruleForms: [
    { form: '(mỗi|các|(vào )?mọi) {weekdays}( (hằng|hàng|mỗi) tuần)?' },
    { form: '{weekdays} (hằng|hàng|mỗi) tuần' },
    { form: '(từ )?{first:listedWeekday}( ?(-|–) ?| (đến|tới) ){last:listedWeekday}' },
    { form: '(mỗi |các |vào )?(ngày làm việc|ngày trong tuần)', days: [1, 2, 3, 4, 5] },
    { form: 'mỗi {part}' },
  ],
  counts: [{ form: '{number} (lần|buổi)' }],

  publicWords: 'công khai|mở cho (mọi người|tất cả)',
  zoneLead: '',
  zoneHead: '(?:theo )?giờ ',
  zoneTail: '',
  zones: {
    'việt nam': 'Asia/Ho_Chi_Minh',
    'hà nội': 'Asia/Ho_Chi_Minh',
    'nhật bản': 'Asia/Tokyo',
    'luân đôn': 'Europe/London',
  },

  timeConnectives: 'vào|lúc|từ|ngày|@|là|hôm',
  timeFillers: 'và|của',
  titleLeads: 'để|về|cho|họp về',
  titleTails: 'nhé|giúp mình|nha',
  personConnectives: '(cùng )?với|và|cùng|cho|mời|\\+|&|của|cc',
  personFollowers: 'cùng|nhé',
  falseFriends: 'thu|daily|weekly|sang|may|an|a|h|m|at|so|toi|ban',
};
