import { casual } from 'chrono-node/ja';
import type { Language } from '../grammar.ts';
import { hanNumbers } from './han-numbers.ts';
import { inOrder, listed } from './in-order.ts';
import { seriesBounds } from './series-bounds.ts';

/** What may follow a part of the day; any other letter makes it a word of its own, such as 朝会. */
const NO_LONGER_WORD = '(?=の?\\s*(\\d|[一二三四五六七八九十]|に|から|は|,|$))|(?<=\\p{L})(?=\\s)';
const PARTICLES = '(頃|ごろ|くらい|ぐらい|ちょうど)?(から|に|より|開始|スタート|開催|~)?';

/** Japanese. */
export const ja: Language = {
  code: 'ja',
  spaced: false,
  chrono: casual,

  weekdays: listed('月曜日? 火曜日? 水曜日? 木曜日? 金曜日? 土曜日? 日曜日?'),
  shortWeekdays: listed('月 火 水 木 金 土 日'),
  weekdayPlural: '(?!)',
  months: listed(
    '(0?1|一)月 (0?2|二)月 (0?3|三)月 (0?4|四)月 (0?5|五)月 (0?6|六)月 (0?7|七)月 (0?8|八)月 (0?9|九)月 (10|十)月 (11|十一)月 (12|十二)月',
  ),
  articles: [['数', 3]],
  numbers: hanNumbers(),
  ordinals: inOrder('第(1|一) 第(2|二) 第(3|三) 第(4|四) 第(5|五)'),
  ordinalEnding: '(?!)',
  last: '最終の?|最後の',
  and: 'と|や|および|及び|,',
  or: 'か|または|もしくは',
  units: [
    ['分間?', 'minute'],
    ['時間', 'hour'],
    ['日間?', 'day'],
    ['週間?', 'week'],
    ['[かヶカケヵ個]月間?', 'month'],
    ['年間?', 'year'],
  ],
  parts: [
    ['朝|早朝|午前中?', 'morning'],
    ['お?昼', 'midday'],
    ['午後|昼過ぎ', 'afternoon'],
    ['夕方|夕', 'evening'],
    ['夜|晩|深夜', 'night'],
    ['終業|業務終了', 'end'],
  ],
  meridiems: [
    ['午前|(?<![今毎明])朝の?|am', 'am'],
    ['午後|夕方の?|(?<![今毎明])[夜晩]の?|pm', 'pm'],
  ],

  amounts: [{ form: '{decimal}{unit}半', plus: 0.5 }, { form: '半{unit}', times: 0.5 }, { form: '{decimal}{unit}' }],
  clocks: [
    { form: '({meridiem} ?)?{hour:anyHour}時半', plus: 30 },
    { form: '({meridiem} ?)?{hour:anyHour}時{minutes:number}分前', minutes: -1 },
    { form: '({meridiem} ?)?{hour:anyHour}時{minute:number}分(?!間)' },
    { form: '({meridiem} ?)?{hour:anyHour}時(?!間)' },
    { form: '({meridiem} ?)?{hour}:{minute}(:[0-5]\\d)?' },
    { form: '{hour}:{minute} ?{meridiem}' },
    { form: '正午', at: [12, 0] },
    { form: '真夜中|深夜0時', at: [0, 0] },
    { form: '{hour}', ranged: true },
  ],
  clockLeads: [{ form: `{clock}${PARTICLES}` }],
  clockRanges: [{ form: '{first:rangeClock} ?(から|~|-|–|—|→|ー) ?{last:clock}(まで)?(の間)?(に|で)?' }],
  partForms: [
    { form: `{part}(${NO_LONGER_WORD})` },
    { form: '午前中(に)?', means: 'morning', sure: true },
    { form: '午後(イチ|一|いち)(で|に)?', means: 'afternoon', sure: true },
  ],

  days: [
    { form: '今日中?|本日|きょう', days: 0 },
    { form: '今朝|けさ', days: 0, part: 'morning' },
    { form: '今夜|今晩', days: 0, part: 'night' },
    { form: '明日|あした|あす|翌日', days: 1 },
    { form: '明朝', days: 1, part: 'morning' },
    { form: '明晩', days: 1, part: 'night' },
    { form: '明後日|あさって', days: 2 },
    { form: '明[々明]後日|しあさって', days: 3 },
    { form: '昨日|きのう', days: -1 },
  ],
  weekdayForms: [
    { form: '(今度の|次の|次回の)?{weekday}', which: 'coming' },
    { form: '今週の?{weekday}', which: 'coming', week: 0 },
    { form: '(来週|翌週|次週)の?{weekday}', which: 'coming', week: 1 },
    { form: '(再来週|さらいしゅう)の?{weekday}', which: 'coming', week: 2 },
    { form: '(来週|翌週|次週)の?\\({shortWeekday}\\)', which: 'coming', week: 1 },
    { form: '先週の?{weekday}', which: 'last' },
    { form: '{shortWeekday}(?=\\))', which: 'coming', beside: true },
  ],
  weekForms: [
    { form: '今週(中|の)?', weeks: 0 },
    { form: '(来週|翌週|次週)(中|の)?', weeks: 1 },
    { form: '再来週(の)?', weeks: 2 },
  ],
  dates: [{ form: '({year}年 ?)?{month}{day:number}日 ?(\\([月火水木金土日](曜日?)?\\))?' }],
  monthDays: [
    { form: '{day}日(?!間|後|前|連|目|以内|ごと|おき)', sure: true },
    { form: '今月の?{day}日', monthsAhead: 0, sure: true },
    { form: '来月の?{day}日', monthsAhead: 1, sure: true },
    { form: '(今月|月)末', monthsAhead: 0, last: true, sure: true },
    { form: '来月末', monthsAhead: 1, last: true, sure: true },
  ],
  fromNow: [{ form: '(今から|あと|約)?{amount}(後|あと|ご)(に|の)?' }],
  fromDay: [],
  vague: [{ form: 'いつか|そのうち|近いうち(に)?|今週末|週末|来月|今月|来年|後で|あとで', sure: true }],

  lengths: [
    { form: '{amount}(ほど|くらい|程度|ぐらい)?(で|の)?' },
    { form: '(?=[^ ]{1,5}間){amount}(に?わたって|続けて)?', sure: true },
    { form: '(所要時間|時間):? ?{amount}', sure: true },
  ],
  ...seriesBounds.ja,
  until: '(?!)',
  untilBehind: '(まで|迄)(に|で)?',

  frequencies: [
    ['毎日|日次', { freq: 'DAILY' }],
    ['隔日', { freq: 'DAILY', interval: 2 }],
    ['毎週|週次|週に?(1|一)(回|度)', { freq: 'WEEKLY' }],
    ['隔週', { freq: 'WEEKLY', interval: 2 }],
    ['毎月|月次|月に?(1|一)(回|度)', { freq: 'MONTHLY' }],
    ['隔月', { freq: 'MONTHLY', interval: 2 }],
    ['四半期ごと(に)?|毎四半期', { freq: 'MONTHLY', interval: 3 }],
    ['毎年', { freq: 'YEARLY' }],
  ],
  ruleHeads: [
    { form: '{frequency}', adjective: 'before' },
    { form: '(1|一){unit}おき(に)?', interval: 2 },
    { form: '{number}{unit}(ごと|毎|おき|に(1|一)(回|度))(に)?' },
  ],
  ruleTails: [
    { form: 'の?{place}の?{weekday}(の)?' },
    { form: 'の?{place:day}日' },
    { form: '(の|,)? ?{weekdays}(の)?' },
  ],
  ruleForms: [
    { form: '毎(?!日){weekdays}' },
    { form: '{weekdays}(ごと|毎)(に)?' },
    { form: '(毎週)?{first:listedWeekday}(から|~|-|–|ー){last:listedWeekday}(まで)?(曜日?)?(の)?(毎日)?' },
    { form: '(毎日)?平日(毎日|は毎日)?(の|は)?|毎平日|営業日(は毎日|毎日)', days: [1, 2, 3, 4, 5] },
    { form: '毎週末|土日', days: [6, 7] },
    { form: '毎{part}' },
  ],
  counts: [{ form: '(全|計|合計)?(?<!第){number}回(分|開催|まで)?' }],

  publicWords: '(全員に)?公開(で|設定)?|誰でも参加(可|可能|OK)?',
  zoneLead: '',
  zoneTail: '(?:時間|標準時)?(?:の)?',
  zones: {
    日本: 'Asia/Tokyo',
    東京: 'Asia/Tokyo',
    ニューヨーク: 'America/New_York',
    ロンドン: 'Europe/London',
    ベルリン: 'Europe/Berlin',
    パリ: 'Europe/Paris',
    シンガポール: 'Asia/Singapore',
    上海: 'Asia/Shanghai',
    北京: 'Asia/Shanghai',
    シドニー: 'Australia/Sydney',
    太平洋: 'America/Los_Angeles',
    米国東部: 'America/New_York',
    東部: 'America/New_York',
    西海岸: 'America/Los_Angeles',
    インド: 'Asia/Kolkata',
    韓国: 'Asia/Seoul',
  },

  timeConnectives: 'を|は|が|の|に|で|と|へ|も|から|日時:?',
  timeFillers: 'の|は|に|から|より|で|,',
  titleLeads: '(から|より|に|で|は|の|開催|開始|スタート)+',
  titleTails:
    '(を|の)?(設定|予約|開催|実施|セット|スケジュール|作成|登録)?(を)?(お願い(します|いたします)|して(ください|下さい|ほしい)?|します|したい(です)?|入れて(ください)?)|です',
  personConnectives: 'と|を|は|および|及び|参加者:?|出席者:?|メンバー:?|参加:?|宛|with|招待:?',
  personFollowers:
    '(さん|様|氏|くん|君|ちゃん)?(と一緒に|と共に|とともに|との|とで|と|も|を|に|の|は|が|へ|で|を招待(して)?)|さん|様|氏|くん|君|ちゃん',
};
