import { casual } from 'chrono-node/zh';
import type { Language } from '../grammar.ts';
import { hanNumbers } from './han-numbers.ts';
import { inOrder, listed } from './in-order.ts';
import { seriesBounds } from './series-bounds.ts';

const WEEK = '(周|週|星期|礼拜|禮拜)';
const HOUR = '(点|點|时(?!间)|時(?!間))';
const NO_LENGTH = '(?!\\s*(个|個|小时|小時|分钟|分鐘|刻钟))';

/** Chinese, simplified and traditional. */
export const zh: Language = {
  code: 'zh',
  spaced: false,
  chrono: casual,

  weekdays: listed(`${WEEK}[一1] ${WEEK}[二2] ${WEEK}[三3] ${WEEK}[四4] ${WEEK}[五5] ${WEEK}[六6] ${WEEK}[日天7]`),
  shortWeekdays: listed('一 二 三 四 五 六 日|天'),
  weekdayPlural: '(?!)',
  months: listed(
    '(0?1|一)月 (0?2|二)月 (0?3|三)月 (0?4|四)月 (0?5|五)月 (0?6|六)月 (0?7|七)月 (0?8|八)月 (0?9|九)月 (10|十)月 (11|十一)月 (12|十二)月',
  ),
  articles: [['几', 3]],
  numbers: [...hanNumbers(), ['两|兩', 2], ['零', 0]],
  ordinals: inOrder('第[1一][个個]? 第[2二][个個]? 第[3三][个個]? 第[4四][个個]? 第[5五][个個]?'),
  ordinalEnding: '(?!)',
  last: '最后一?[个個]?|最後一?[个個]?',
  and: '和|与|與|及|,',
  or: '或者?|还是|還是',
  units: [
    ['分钟|分鐘', 'minute'],
    ['[个個]?(小时|小時|钟头|鐘頭)', 'hour'],
    ['天|日', 'day'],
    ['[个個]?(周|週|星期|礼拜|禮拜)', 'week'],
    ['[个個]月', 'month'],
    ['[个個]?季度', 'quarter'],
    ['年', 'year'],
  ],
  parts: [
    ['早上|早晨|清晨|上午|凌晨|一早|早', 'morning'],
    ['中午|午间', 'midday'],
    ['下午|午后|午後', 'afternoon'],
    ['晚上|傍晚|晚间|夜里|夜裡|晚', 'evening'],
    ['半夜|深夜', 'night'],
    ['下班前?', 'end'],
  ],
  meridiems: [
    ['早上|早晨|清晨|上午|凌晨|(?<![明今])早|am', 'am'],
    ['下午|午后|午後|晚上|傍晚|晚间|(?<![明今每])晚|pm', 'pm'],
  ],

  amounts: [
    { form: '{decimal}[个個]半{unit}', plus: 0.5 },
    { form: '{decimal}{unit}半', plus: 0.5 },
    { form: '半[个個]?{unit}', times: 0.5 },
    { form: '(一|1)刻[钟鐘]', minutes: 15 },
    { form: '(三|3)刻[钟鐘]', minutes: 45 },
    { form: '{decimal} ?{unit}' },
  ],
  clocks: [
    { form: '(晚上|夜里|半夜|深夜)(12|十二|零|0)[点點]', at: [24, 0] },
    { form: `({meridiem} ?)?差(一刻|15分) ?{hour:anyHour}${HOUR}`, plus: -15 },
    { form: `({meridiem} ?)?差{minutes:number}分(钟)? ?{hour:anyHour}${HOUR}`, minutes: -1 },
    { form: `({meridiem} ?)?{hour:anyHour}${HOUR}半`, plus: 30 },
    { form: `({meridiem} ?)?{hour:anyHour}${HOUR}(一|1)刻`, plus: 15 },
    { form: `({meridiem} ?)?{hour:anyHour}${HOUR}(三|3)刻`, plus: 45 },
    { form: `({meridiem} ?)?{hour:anyHour}${HOUR}{minute:number}分(?![钟鐘])` },
    { form: `({meridiem} ?)?{hour:anyHour}${HOUR}{minute:anyMinute}${NO_LENGTH}` },
    { form: `({meridiem} ?)?{hour:anyHour}${HOUR}([钟鐘整])?` },
    { form: '({meridiem} ?)?{hour}:{minute}(:[0-5]\\d)?' },
    { form: '{hour}:{minute} ?{meridiem}' },
    { form: '正午', at: [12, 0] },
    { form: '午夜', at: [0, 0] },
    { form: '({meridiem} ?)?{hour:anyHour}', ranged: true },
  ],
  clockLeads: [
    { form: '{clock}(开始|開始|起|左右|前后|钟|整)?' },
    { form: '(在|于|於|从|從|自|定在|@) ?{clock}(开始|開始|起|左右)?' },
  ],
  clockRanges: [{ form: '((从|從|自|在) ?)?{first:rangeClock} ?(到|至|-|~|–|—|→) ?{last:clock}(之间|之間|止|结束)?' }],
  partForms: [{ form: '(?![早晚](?![上晨间])){part}' }],

  days: [
    { form: '今天|今日|今儿', days: 0 },
    { form: '今早|今晨', days: 0, part: 'morning' },
    { form: '今晚|今夜', days: 0, part: 'evening' },
    { form: '明天|明日|明儿', days: 1 },
    { form: '明早|明晨', days: 1, part: 'morning' },
    { form: '明晚', days: 1, part: 'evening' },
    { form: '(?<!大)[后後]天', days: 2 },
    { form: '大[后後]天', days: 3 },
    { form: '昨天|昨日', days: -1 },
  ],
  weekdayForms: [
    { form: '{weekday}', which: 'coming' },
    { form: '(本|[这這][个個]?){weekday}', which: 'coming', week: 0 },
    { form: '下[个個]?{weekday}', which: 'coming', week: 1 },
    { form: '下下[个個]?{weekday}', which: 'coming', week: 2 },
    { form: '上[个個]?{weekday}', which: 'last' },
  ],
  weekForms: [
    { form: `(本|[这這][个個]?)${WEEK}(?![一二三四五六日天末\\d])`, weeks: 0 },
    { form: `下[个個]?${WEEK}(?![一二三四五六日天末\\d])`, weeks: 1 },
    { form: `下下[个個]?${WEEK}(?![一二三四五六日天末\\d])`, weeks: 2 },
  ],
  dates: [{ form: `({year}年 ?)?{month}{day:number}(日|号|號)? ?(\\(${WEEK}[一二三四五六日天]\\))?` }],
  monthDays: [
    { form: '{day:number}[号號]', sure: true },
    { form: '(?<!\\p{L}){day}日(?![间間])', sure: true },
    { form: '(本月|[这這][个個]?月){day:number}[号號日]', monthsAhead: 0, sure: true },
    { form: '下[个個]?月{day:number}[号號日]', monthsAhead: 1, sure: true },
    { form: '(本)?月底|月末', monthsAhead: 0, last: true, sure: true },
  ],
  fromNow: [{ form: '(大[约約]|再[过過]|[过過])?{amount}(之|以)?[后後]' }, { form: '(再[过過]|[过過]){amount}' }],
  fromDay: [],
  vague: [{ form: '改天|哪天|有空|[这這][个個]?[周週]末|[周週]末|下[个個]?月|本月|明年|晚[点點](?!\\d)', sure: true }],

  lengths: [
    { form: '{amount}(左右|[长長])?' },
    { form: '([持][续續]|为期|為期|历时|时长:?|[长長]达|[连連][续續]|一共|共|开|開){amount}', sure: true },
  ],
  ...seriesBounds.zh,
  until: '(一直|直|持[续續])?(到|至)|截止到?|截至',
  untilBehind: '(为止|為止|[结結]束|截止)',

  frequencies: [
    ['每天|每日|天天', { freq: 'DAILY' }],
    ['隔天|每隔(一|1)天', { freq: 'DAILY', interval: 2 }],
    [`隔${WEEK}|每隔(一|1)[个個]?${WEEK}|[双雙][周週]|每[双雙][周週]`, { freq: 'WEEKLY', interval: 2 }],
    [`每[个個]?${WEEK}|每(一|1)${WEEK}`, { freq: 'WEEKLY' }],
    ['每[个個]?月', { freq: 'MONTHLY' }],
    ['每[个個]?季度', { freq: 'MONTHLY', interval: 3 }],
    ['每年', { freq: 'YEARLY' }],
  ],
  ruleHeads: [
    { form: '{frequency}', adjective: 'before' },
    { form: '每隔?(?!隔?[一1][周週天个個]){number}{unit}((一|1)次)?' },
  ],
  ruleTails: [
    { form: '的?{place}{weekday}' },
    { form: '的?{place:day}[号號日]' },
    { form: '(的|,)? ?{weekdays}(?![次个個]|小时|点|點)' },
  ],
  ruleForms: [
    { form: '(每[个個]?(?![天日])|逢){weekdays}' },
    { form: '(每)?{first:weekday}(到|至|-|~|–){last:listedWeekday}(每天)?' },
    { form: '(每[个個]?)?(工作日|平日)(每天)?', days: [1, 2, 3, 4, 5] },
    { form: '每[个個]?[周週]末', days: [6, 7] },
    { form: '每天?{part}' },
  ],
  counts: [{ form: '(一共|[总總]共|共|[连連][续續])?(?<!第){number}[次场場期]' }],

  publicWords: '公[开開](的|会议|會議)?|[对對]所有人[开開]放',
  zoneLead: '',
  zoneTail: '(?:当地|標準|标准)?(?:时间|時間)?',
  zones: {
    北京: 'Asia/Shanghai',
    上海: 'Asia/Shanghai',
    中国: 'Asia/Shanghai',
    东京: 'Asia/Tokyo',
    東京: 'Asia/Tokyo',
    日本: 'Asia/Tokyo',
    伦敦: 'Europe/London',
    倫敦: 'Europe/London',
    纽约: 'America/New_York',
    紐約: 'America/New_York',
    柏林: 'Europe/Berlin',
    巴黎: 'Europe/Paris',
    新加坡: 'Asia/Singapore',
    香港: 'Asia/Hong_Kong',
    台北: 'Asia/Taipei',
    旧金山: 'America/Los_Angeles',
    太平洋: 'America/Los_Angeles',
    美东: 'America/New_York',
    美西: 'America/Los_Angeles',
    悉尼: 'Australia/Sydney',
  },

  timeConnectives: '在|于|於|的|是|定于|定在|安排在|从|從|[时時][间間]:?',
  timeFillers: '的|在|于|於|开始|開始|,|是',
  titleLeads: '(的|[开開]始|召[开開]|[举舉]行|[进進]行|要|有|安排|[开開](?![会會发發放工]))+',
  titleTails: '吧|[谢謝]{2}|[请請]',
  personConnectives:
    '和|跟|与|與|同|及|以及|邀[请請]|[请請]|叫上|约|約|[给給]|加上|[还還]有|[参參][会會加](人[员員]?|者):?|with|由',
  personFollowers: '和|跟|与|與|及|以及|一起|一[块塊]儿?|的|[参參]加|[还還]有|也|(两|三|几)?个?人',
};
