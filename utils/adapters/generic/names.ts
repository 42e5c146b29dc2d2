import { MAX_NAME } from '../limits';
import { cleanText } from '../text';
import { isKnownLabel } from './labelSigns';
import { hasHan, hasLetter, isCapitals, isOneOrTwoLetters, lettersIn } from './letters';
import { CLIENT_WORDS_ZH, OTHER_WORDS_ZH, TITLE_WORDS } from './lexicon/entities';
import { oncePerText } from './oncePerText';
import { coreOf, partsOf } from './parts';
import { isUnderPersonHead } from './personHeads';
import { hanSubject, isAccountOf, LIST, NEW, subjectOf, VIEW } from './recordWords';
import type { Seen } from './seen';
import { isEmptyValue, nameLikeness, shapeOf } from './shapes';
import { isAction, isRelated, isSection, wordSet } from './terms';
import { halvesOf } from './twins';

const ROOMS = new Set([
  ...VIEW,
  ...LIST,
  ...NEW,
  ...wordSet(`${TITLE_WORDS}|the|of|a|an|my|your|and|this|for|to`),
]);
const HAN_ROOMS =
  `${CLIENT_WORDS_ZH}|${OTHER_WORDS_ZH}|线索|線索|基本|详细|详情|信息|资料|管理|列表|查询|新增|新建|编辑|修改|查看|维护|视图|概况|档案|个人|对公|全部|我的|录入|登记|統一|單|单|資料|資訊|詳情|編輯|查詢|檔案|明细|页面|页|表|中心|平台|360|看闆|名片|全景|全景图|一览|综合|資料卡|资料卡|主档|主檔|台账|关系|關係|服务|服務|经营|營運|洞察|画像|零售|私行|私人银行|财富|机构|總覽|总览|业务|業務|營銷|营销|維護|全视图|视角|分析|對私|对私|個人|法人|團體|集团|客群|经理|經理|工作|工作区|工作室|的|树|樹`
    .split('|')
    .sort((one, other) => other.length - one.length);

/** What a CRM calls itself. */
const APP =
  /(?:系统|系統|平台|工作台|门户|門戶|管理端|后台|後台)$|(?<!\w)(?:crm|erp|system|platform|portal|suite|workspace|console|desk|cloud)$/;

/** Whether a text is what a CRM calls itself: it is full of words for records, and about none. */
export const isAppName = (text: string): boolean => APP.test(text.trim().toLowerCase());

/** Whether a heading says only what sort of page it is: "Client List", 客户详情, "Edit", 客戶 "Clients". */
export const isGeneric = oncePerText(
  (text) => isGenericIn(text) || halvesOf(text)?.every(isGenericIn) === true,
);

function isGenericIn(text: string): boolean {
  const folded = text.trim().toLowerCase();
  if (
    folded === '' ||
    isAppName(folded) ||
    isSection(text) ||
    isRelated(text) ||
    isAction(text) ||
    isKnownLabel(text)
  )
    return true;
  if (hasHan(folded)) {
    let rest = folded.replace(/[\s·•|/—\-:：]/gu, '');
    for (const word of HAN_ROOMS) rest = rest.replaceAll(word, '');
    return rest === '';
  }
  const words = folded.split(/[\s/|:·—-]+/).filter((word) => word !== '');
  return words.every((word) => ROOMS.has(word) || subjectOf(word) !== null || isSection(word));
}

/** A text that may be the record's name, and how prominent it stands. */
export interface Heading {
  seen: Seen;
  text: string;
  rank: number;
  /** It says what is done with the record: "Edit Jane Roe". */
  isTask: boolean;
  /** The tab's title says it too. */
  inTitle: boolean;
  /** It stands before all fields. */
  isBefore: boolean;
}

const titlesIn = (title: string): string[] => title.split(/\s+[|·—–:-]\s+|[|»]/u).map((part) => part.trim());

/** Whether a text is a name that the tab's title says too: it heads the record, and is the label of nothing. */
export const isTitled = (text: string, title: string): boolean =>
  title.includes(text) && nameLikeness(text) === 2 && !isGeneric(text) && titlesIn(title).includes(text);

const TITLE_HINT =
  /(?<![^\s_-])(?:\w*title|\w*name|heading|headline|h[1-6]|text-(?:lg|xl|2xl|3xl|4xl)|display|profile-?\w*|page-?header__content)(?![^\s_-])/;

/**
 * Texts that stand as the page's heading: elements made for it first, then prominent ones by their class,
 * then what stands before all fields. Those that only name the sort of page are left out.
 */
export function headingsIn(
  pieces: readonly Seen[],
  firstField: number,
  title: string,
  isLarge: (seen: Seen) => boolean,
): Heading[] {
  const titles = titlesIn(title);
  const found: Heading[] = [];
  for (const seen of pieces) {
    // The cheapest question first: most of a page stands nowhere near a heading.
    const own = rankOf(seen, firstField, isLarge);
    if (own === 0) continue;
    const text = headingText(seen);
    if (text === '' || text.length > 100 || isEmptyValue(text) || isGeneric(text)) continue;
    const shape = shapeOf(text);
    if ((shape !== null && shape !== 'figure') || !hasLetter(text)) continue;
    // What the tab's title says too is no chance.
    const inTitle =
      nameLikeness(text) > 0 &&
      titles.some((part) => part.length > 1 && !isGeneric(part) && sameName(part, text));
    const rank = (inTitle ? own + 5 : own) - (isPageTitle(text) ? LESS : 0);
    if (!isBadge(seen) && !isUnderPersonHead(seen) && !isProgram(text, titles))
      found.push({
        seen,
        text,
        rank,
        isTask: VERB.test(seen.text),
        inTitle,
        isBefore: seen.from < firstField,
      });
  }
  return found.sort((one, other) => other.rank - one.rank || one.seen.from - other.seen.from);
}

/** What the tab's title calls the program, said without the word for one: 明川客户关系管理 of 明川客户关系管理系统. */
const isProgram = (text: string, titles: readonly string[]): boolean =>
  titles.some((title) => isAppName(title) && title.startsWith(text));

/** What a title of a page loses against a name. */
const LESS = 6;

/** One word nobody knows before a word for a view, "Borrower Snapshot": of a page, and hardly of a client. */
function isPageTitle(text: string): boolean {
  const words = text.toLowerCase().split(/[\s/|:·—-]+/);
  const unknown = words.filter((word) => !ROOMS.has(word) && subjectOf(word) === null);
  return words.length >= 2 && unknown.length <= 1 && ROOMS.has(words.at(-1) ?? '');
}

const VERB = /^(?:edit|view|update|show|modify|编辑|修改|查看|編輯|檢視)\s*[:：\-–]?\s*(?=\S)/i;

/** What leads up to a name, and the record's number in brackets behind it: "The Profile of Jane Roe [10342]". */
const LEAD_UP = /^(?:the )?(?:profile|record|details?|overview|summary|file) (?:of|for) (?=\S)/i;
const NUMBERED = /(?<=\S)\s*[[【]\s*(?:id:?\s*)?\d{2,12}\s*[\]】]$/iu;

/** The record's number before its name: "#412 Jane Roe". */
const NUMBER_FIRST = /^(?:#|№)\s?\d{1,12}\s*[-–·:]?\s+(?=\S)/u;

/** The sort of record, or of view, before a name: "Account: Roe Ltd", 客户：王丽华. */
const SORT_FIRST = /^([^:：]{2,24})[:：]\s*(?=\S)/u;

/** What an editor says of itself behind a name. */
const STATE = /\s*[-–*·]\s*(?:saved|unsaved(?: changes)?|read-only|modified|draft|已保存|未保存)$/i;

/** What a heading says without what it is decked with: the sort of page, a badge, what is done with it. */
function headingText(seen: Seen): string {
  const parts = partsOf(coreOf(seen));
  const own = parts.length > 1 ? parts.filter((part) => !isBadge(part) && !isGeneric(part.text)) : parts;
  const text = cleanText(
    own.length > 0 && parts.length > 1 ? own.map((part) => part.text).join(' ') : seen.text,
    MAX_NAME,
  );
  const words = withoutSort(text.replace(VERB, ''))
    .replace(LEAD_UP, '')
    .replace(NUMBER_FIRST, '')
    .replace(STATE, '')
    .replace(NUMBERED, '')
    .split(' ');
  // 簡郁婷 聯絡方式: a name and the part of his page.
  const last = words.at(-1) ?? '';
  const bare =
    words.length > 1 && (isSection(last) || isRelated(last)) && hasHan(last)
      ? words.slice(0, -1).join(' ')
      : words.join(' ');
  return nameLikeness(bare) > 0 ? bare : text;
}

function withoutSort(text: string): string {
  const [lead = '', sort = ''] = SORT_FIRST.exec(text) ?? [];
  return sort !== '' && isGeneric(sort) && subjectInText(sort) !== 'other' ? text.slice(lead.length) : text;
}

/** The letters of an avatar. */
const isInitials = (text: string): boolean =>
  text.length === 1 || (isOneOrTwoLetters(text) && isCapitals(text));

const BADGE =
  /(?<![^\s_-])(?:\w*badge\w*|\w*tags?|\w*chip|\w*pill|lozenge|rounded-(?:full|pill)|star|level|vip|status|label-(?:success|info|warning|danger|primary|default))(?![^\s_-])/;

/** A small mark beside a heading: by the class of its boxes. */
export function isBadge(seen: Seen): boolean {
  for (let at: Seen | null = seen, level = 0; at && level < 3; at = at.parent, level += 1) {
    if (/^H[1-6]$/.test(at.tag) || at.text !== seen.text) return false;
    if (BADGE.test(at.hint) && seen.text.length <= 24 && !isInitials(seen.text)) return true;
  }
  return false;
}

function rankOf(seen: Seen, firstField: number, isLarge: (seen: Seen) => boolean): number {
  const before = seen.from < firstField ? 1 : 0;
  let hinted = false;
  for (let at: Seen | null = seen, level = 0; at && level < 4; at = at.parent, level += 1) {
    const size =
      /^H([1-6])$/.exec(at.tag)?.[1] ??
      (at.role === 'heading' ? (at.element.getAttribute('aria-level') ?? '2') : null);
    if (size !== null) return at.text.length <= 120 ? 10 - Number(size) + before * 6 : 0;
    if (TITLE_HINT.test(at.hint)) hinted = true;
    if (partsOf(at).length > 2 && at !== seen) break;
  }
  const like = nameLikeness(seen.text);
  if (hinted && before) return 3 + like;
  if (before && like > 0 && isLarge(seen)) return 3 + like;
  if (before && like === 2) return 2;
  return hinted && like === 2 ? 1 : 0;
}

/** What a heading or title says a page is about. */
export const subjectInText = oncePerText(subjectSaid);

function subjectSaid(text: string): 'client' | 'lead' | 'other' | null {
  if (hasHan(text)) return hanSubject(text);
  const words = lettersIn(text.toLowerCase());
  if (words.some((word, at) => isAccountOf(word, words[at - 1]))) return 'other';
  const said = words.map(subjectOf).filter((one) => one !== null);
  return said.includes('other') ? 'other' : (said.at(-1) ?? null);
}

const folded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^(?:mr|mrs|ms|dr|prof|miss|sir)\.?\s+/u, '')
    .replace(/(?:先生|女士|小姐|太太)$/u, '')
    .replace(/[\s.,'’()（）·-]+/gu, '');

/** Whether two texts name the same: one says the other, whatever stands around it. */
export function sameName(one: string, other: string): boolean {
  const [a, b] = [folded(one), folded(other)];
  if (a === '' || b === '') return false;
  if (a === b || (a.length >= 2 && b.includes(a)) || (b.length >= 2 && a.includes(b))) return true;
  const words = (text: string): string[] =>
    text
      .toLowerCase()
      .split(/[\s,.]+/)
      .filter(Boolean);
  const [short = [], long = []] = [words(one), words(other)].sort((a, b) => a.length - b.length);
  return [...short].sort().join(' ') === [...long].sort().join(' ') || isShortened(short, long);
}

/** A middle name left out or cut to its letter: "Everett Lindqvist", "Everett J. Lindqvist". */
function isShortened(short: readonly string[], long: readonly string[]): boolean {
  if (short.length < 2 || short[0] !== long[0] || short.at(-1) !== long.at(-1)) return false;
  let at = 0;
  for (const word of long) {
    const next = short[at];
    if (next !== undefined && (word === next || (at > 0 && next.length === 1 && word.startsWith(next))))
      at += 1;
  }
  return at === short.length;
}
