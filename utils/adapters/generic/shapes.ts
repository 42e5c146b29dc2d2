import { foldFigures, isMasked, isNothing } from '../text';
import { parseDay } from '../transforms/date';
import { parseFigure } from '../transforms/figures';
import { isCapitals, isHan } from './letters';
import type { FieldKind } from './lexicon/kinds';
import { oncePerText } from './oncePerText';
import { isEmptyWord, saysTrouble } from './terms';
import { halvesOf } from './twins';

/** What a text looks like, whatever its label says; null for plain words. */
export type Shape = 'email' | 'phone' | 'url' | 'date' | 'money' | 'figure' | 'time' | null;

const EMAIL = /^[^\s@<>(),;:]+@[^\s@<>(),;:]+\.[^\s@<>(),;:]{2,}$/;
const URL_SHAPE = /^(?:https?:\/\/|www\.)\S+$/i;
const PHONE = /^(?:tel[.:]?\s*)?\+?[\d(][\d\s().\-/*]{5,22}\d(?:\s*(?:x|ext\.?|#|转|轉|分机)\s*\d{1,6})?$/i;
const MONEY_SIGN =
  /^[-+(]?\s*(?:[A-Z]{2,3}\s?)?[$€£¥￥₹]|[$€£¥￥₹元]\)?$|^(?:CNY|RMB|USD|HKD|TWD|NT\$|EUR|GBP|SGD|JPY)\b|\b(?:CNY|RMB|USD|HKD|TWD|EUR|GBP|SGD|JPY)$/;
const TIME_WORD =
  /^(?:today|yesterday|tomorrow|just now|now|last (?:week|month|(?:mon|tues|wednes|thurs|fri|satur|sun)day))(?!\w)|(?<!\w)(?:ago|from now)$/;
const TIME_WORD_HAN = /^(?:刚刚|今天|昨天|前天|明天)|[前后]$/;
const RELATIVE =
  /^(?:about |in |over )?(?:an?|\d+)\s*(?:[smhdwy秒天周月年]|sec|min(?:ute)?|hour|day|week|month|year|分钟|小时|个月)s?\s*(?:ago|[前后])?$/;
/** What says when in words is told in small letters: expressions for both are dear to make ready. */
const saysWhen = (small: string): boolean =>
  TIME_WORD_HAN.test(small) || (LATIN.test(small) && TIME_WORD.test(small));
const LATIN = /[a-z]/;

/** As most of Europe writes it: 12.640.500 €, 1.250.000,50 EUR. */
const GROUPED_BY_STOPS =
  /^[-+]?(?:[€$£]|EUR|CHF)?\s?\d{1,3}(?:\.\d{3}){2,}(?:,\d{1,2})?\s?(?:[€$£]|EUR|CHF)?$/;

/** Every way to write a day has four figures in a row, or a sign that stands with Chinese ones. */
const YEAR = /\d{4}|年|民/;

const isDay = (text: string): boolean =>
  YEAR.test(text) && (['ymd', 'dmy', 'mdy'] as const).some((order) => parseDay(text, order) !== null);

/** The shape of a text. Pure; what is longer than 80 signs has none. */
export const shapeOf = oncePerText<Shape>((raw) => (raw.length > 80 ? null : lookAt(raw)));

function lookAt(raw: string): Shape {
  const text = foldFigures(raw);
  if (EMAIL.test(text)) return 'email';
  if (URL_SHAPE.test(text)) return 'url';
  const small = text.toLowerCase();
  if (!/\d/.test(text)) return text.length < 40 && saysWhen(small) ? 'time' : null;
  if (isDay(text) || isDay(text.replace(/\s+\d{1,2}:\d{2}.*$/, ''))) return 'date';
  if (saysWhen(small) || RELATIVE.test(small) || /^\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]m)?$/i.test(text))
    return 'time';
  const digits = text.replace(/\D/g, '').length;
  if (PHONE.test(text) && digits >= 7 && digits <= 20 && looksDialled(text, digits)) return 'phone';
  const figure = parseFigure(text) ?? GROUPED_BY_STOPS.test(text);
  if (!figure) return null;
  return MONEY_SIGN.test(raw.trim()) || /[万亿萬億]/u.test(text) ? 'money' : 'figure';
}

/** Bare digits are a phone only as a mobile number; signs between them, or a plus, make others one. */
function looksDialled(text: string, digits: number): boolean {
  if (/^1[3-9]\d{9}$/.test(text) || text.startsWith('+') || text.includes('*')) return true;
  if (/^\d+$/.test(text)) return false;
  if (/^\d{1,3}(?:\.\d{3})+$/.test(text) || /^\d+\.\d+$/.test(text)) return false;
  return digits >= 7 && /^[\d(]/.test(text) && !/^\d{4}-\d{1,2}-\d/.test(text);
}

/** The kind a shape alone gives a value that stands without a label. */
export function kindOfShape(shape: Shape): FieldKind | null {
  if (shape === 'email' || shape === 'phone' || shape === 'money' || shape === 'date') return shape;
  return shape === 'url' ? 'other' : null;
}

/** Whether a text stands for nothing: empty, a dash, 暂无, N/A, or a prompt to fill it in. */
export const isEmptyValue = (text: string): boolean => isNothing(text.trim()) || isEmptyWord(text);

const SURNAMES =
  '阮尹溫翁骆駱霍甄冼荀佘鮑鲍闵閔裘缪饶饒褚卞滕姬詹寻栾欒靳簡简闕阙歐卓游柯連连甘丘丁沙巫池雲云解齊齐藍蓝瞿仇車车侍裴仲边邊冷苏夏岑王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕卢蒋蔡贾魏薛叶阎余潘杜戴钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤黎易常武乔贺赖龚文欧' +
  '宁甯宗宫宮樊阚闞蔺藺晏娄婁景幸凤鳳濮鄢佟桑茅敖竺栗麦麥屈项項阳陽荣榮粟璩張劉陳楊趙黃吳孫馬羅鄭謝韓馮蕭鄧許呂蘇盧蔣賈葉閻餘鍾範譚鄒陸龐顧龍萬錢湯賀賴龔殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳沿梅莫庄辛管祝左涂谷祁时舒耿牟卜关苗凌费纪盛童';
/** Surnames of two signs, but for those that begin with one of a sign. */
const LONG_SURNAMES =
  /^(?:司徒|司马|司馬|司空|司寇|诸葛|諸葛|上官|端木|皇甫|尉迟|尉遲|公孙|公孫|公冶|公良|公西|慕容|令狐|宇文|长孙|長孫|鲜于|鮮于|东方|東方|东郭|東郭|独孤|獨孤|南宫|南宮|淳于|单于|單于|太叔|轩辕|軒轅|闻人|聞人|赫连|赫連|澹台|澹臺|呼延|百里|西门|西門|壤驷|拓跋|夹谷|宰父|漆雕|乐正|樂正|亓官|子车|颛孙|羊舌|微生)/;
const COMPANY_TAIL_HAN =
  /(?:公司|集团|集團|企业|企業|银行|銀行|事务所|事務所|合作社|商行|商店|工厂|厂|廠|学校|大学|医院|中心|协会|基金会|研究院|酒店|超市|店|部)(?:[（(].*[)）])?$/;
const COMPANY_TAIL =
  /\b(?:inc|llc|ltd|limited|gmbh|corp|corporation|co|company|plc|ag|sa|s\.?a\.?s|s\.?r\.?l|bv|nv|oy|ab|pte|pty|group|holdings?|partners|bank|trust|foundation|associates|industries|solutions|technologies|systems|consulting|services|enterprises|logistics|capital|ventures|wealth|labs?)\.?$|\b(?:and sons|& sons|& co|group)\b/;
const saysCompany = (text: string): boolean => {
  if (COMPANY_TAIL_HAN.test(text)) return true;
  const small = text.toLowerCase();
  return LATIN.test(small) && COMPANY_TAIL.test(small);
};

const PLAIN_NAME = /^[A-Za-z\s.'’,&()-]+$/;
const NAME = /^[\p{L}\p{M}\s.'’,&()-]+$/u;

/** How much a text looks like the name of a person or a company: 0 not at all, 2 surely one. */
export const nameLikeness = oncePerText((raw) => {
  const halves = halvesOf(raw);
  return halves ? Math.max(likenessOfTwins(halves), likenessIn(raw)) : likenessIn(raw);
});

/** In two languages as sure as the less sure of them; beside a name in Latin letters any short one is: 阮曉彤. */
function likenessOfTwins(halves: readonly string[]): number {
  const least = Math.min(...halves.map(likenessIn));
  const isShort = halves.some((half) => isHan(half, 2, 3));
  return least === 0 && isShort && halves.some((half) => likenessIn(half) === 2) ? 2 : least;
}

function likenessIn(raw: string): number {
  const text = raw.trim();
  if (text.length < 2 || text.length > 80 || /[@：:？?！!。；;]|https?:/u.test(text)) return 0;
  if (shapeOf(text) !== null || saysTrouble(text)) return 0;
  if (isMasked(text) && text.length <= 12) return 1;
  if (saysCompany(text)) return 2;
  // As programs write it that keep the parts of a name apart: 翁 靜嫻.
  const [family = '', given = '', third] = text.split(' ');
  if (third === undefined && isHan(family, 1, 1) && isHan(given, 1, 2) && SURNAMES.includes(family)) return 2;
  if (isHan(text, 2, 4))
    return SURNAMES.includes(text[0] ?? '') || (text.length >= 3 && LONG_SURNAMES.test(text)) ? 2 : 0;
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0);
  const others = text.slice(first.length).replace(/[（）()·]/gu, '');
  if (isHan(first, 1, 1) && text.length >= 4 && text.length <= 41 && (others === '' || isHan(others, 1, 40)))
    return 1;
  const words = text.replace(/\s*[(（][^)）]*[)）]\s*$/u, '').split(/\s+/);
  if (words.length > 8) return 0;
  const capital = words.filter(
    (word) =>
      word.startsWith('&') ||
      isCapitals(String.fromCodePoint(word.codePointAt(0) ?? 0)) ||
      /^(?:de|da|di|van|von|der|bin|al|la|le|and|of|the|-)$/.test(word),
  );
  if (capital.length < words.length) return 0;
  return words.length >= 2 && words.length <= 4 && (PLAIN_NAME.test(text) || NAME.test(text)) ? 2 : 1;
}
