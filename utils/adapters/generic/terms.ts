import { foldLabel } from '../text';
import { hasHan } from './letters';
import { GERMAN_LABELS, GERMAN_PARTS } from './lexicon/german';
import { FIELD_KINDS, type FieldKind, KIND_LABELS, LEAD_INS, NAME_PARTS } from './lexicon/kinds';
import {
  ACTION_WORDS,
  CHROME_LABELS,
  COLUMN_WORDS,
  EMPTY_WORDS,
  PROMPT_STARTS,
  RELATED_WORDS,
  SECTION_WORDS,
  TROUBLE_WORDS,
} from './lexicon/words';
import { oncePerText } from './oncePerText';
import { halvesOf } from './twins';

/** A list of the lexicon as a set: its words stand there as they are compared. */
export const wordSet = (list: string): ReadonlySet<string> => new Set(list.split('|'));

const EMPTIES = wordSet(EMPTY_WORDS);
const ACTIONS = wordSet(ACTION_WORDS);
const CHROME = wordSet(CHROME_LABELS);
const COLUMNS = wordSet(COLUMN_WORDS);
const SECTIONS = wordSet(SECTION_WORDS);
const RELATED = wordSet(RELATED_WORDS);
const PROMPTS = PROMPT_STARTS.split('|');
const LEADS = LEAD_INS.split('|');
const FIRST = wordSet(`${NAME_PARTS.first}|${GERMAN_PARTS.first}`);
const MIDDLE = wordSet(NAME_PARTS.middle);
const LAST = wordSet(`${NAME_PARTS.last}|${GERMAN_PARTS.last}`);

const BY_LABEL = new Map<string, FieldKind>();
for (const kind of FIELD_KINDS)
  for (const list of [KIND_LABELS[kind], GERMAN_LABELS[kind]])
    for (const word of list ? wordSet(list) : []) if (!BY_LABEL.has(word)) BY_LABEL.set(word, kind);

/** What a Chinese label is about: the longest known one that it ends with, of two signs or more. */
function kindOfTail(label: string): FieldKind | null {
  for (let from = 0; from <= label.length - 2; from += 1) {
    const tail = label.slice(from);
    const kind = BY_LABEL.get(tail);
    if (kind && hasHan(tail)) return kind;
  }
  return null;
}

/** Whether a field must be filled in, said behind its label: 姓 選填, "Phone (optional)". */
export const DUTY =
  /(?<=\S)\s*(?:[(（[【]?(?:選填|选填|必填|非必填)[)）\]】]?|[\s([]+(?:optional|required)[)\]]?)$/i;

/** A text as the lexicon compares: folded, without figures in brackets, required-marks and counts. */
export const plainWords = oncePerText((text) =>
  foldLabel(text)
    .replace(DUTY, '')
    .replace(/\s*[([（【][^)\]）】]*[)\]）】]\s*$/u, '')
    .replace(/\s*[#＃]$/u, ' no')
    .replace(/[?？!！*]+$/u, '')
    .trim(),
);

/** A label as the lexicon may know it: as it is, and each language of one in two: `客戶號碼 Client No.`. */
export function facesOf(label: string): string[] {
  return [plainWords(label), ...(halvesOf(label) ?? []).map(plainWords)];
}

/** Whether a set of folded words has a label, in either of its languages. */
export const isAmong = (words: ReadonlySet<string>, label: string): boolean =>
  facesOf(label).some((face) => words.has(face));

/** What is known of a label. */
export interface Meaning {
  kind: FieldKind;
  /** The whole label is in the lexicon; otherwise only its last words are. */
  whole: boolean;
}

/** What a label says its value is; null for words the lexicon does not know. */
export const meaningOf = oncePerText(lookUpMeaning);

function lookUpMeaning(label: string): Meaning | null {
  const full = foldLabel(label);
  const plain = plainWords(label);
  const whole = BY_LABEL.get(full) ?? BY_LABEL.get(plain);
  if (whole) return { kind: whole, whole: true };
  if (partOf(label)) return { kind: 'name', whole: true };
  const [, ...faces] = facesOf(label);
  const halves = faces.map(lookUpMeaning).filter((one) => one !== null);
  const half = halves.find(({ whole }) => whole) ?? halves[0];
  if (half) return half;
  if (plain.length > 40) return null;
  if (hasHan(plain)) {
    const kind = kindOfTail(plain);
    return kind && { kind, whole: false };
  }
  const words = plain.split(/[\s/_-]+/);
  for (let from = 1; from < words.length; from += 1) {
    const kind = BY_LABEL.get(words.slice(from).join(' '));
    if (kind) return { kind, whole: false };
  }
  // "Phone (work)", "Email Opt Out": the first word says less, and only of what is never anything else.
  const [first = ''] = words;
  const kind = words.length <= 3 ? BY_LABEL.get(first) : undefined;
  return kind === 'phone' || kind === 'email' || kind === 'address' ? { kind, whole: false } : null;
}

/** Which part of a name a label asks for, or null. */
export function partOf(label: string): 'first' | 'middle' | 'last' | null {
  const faces = facesOf(label);
  if (faces.some((face) => FIRST.has(face))) return 'first';
  if (faces.some((face) => MIDDLE.has(face))) return 'middle';
  return faces.some((face) => LAST.has(face)) ? 'last' : null;
}

/** A word that leads to a value without a colon, where a text begins with one; null otherwise. */
export function leadIn(text: string): string | null {
  const folded = text.toLowerCase();
  return LEADS.find((lead) => folded.startsWith(`${lead} `)) ?? null;
}

/*
 * Said of a value that nobody has entered yet: "Not scheduled", 尚未安排; 未婚 and 未成交 are values. Apart by
 * language, so that only what a page has is made ready.
 */
const UNSET =
  /^(?:not (?:yet )?(?:set|scheduled|specified|provided|available|assigned|defined|entered|given|recorded|rated|assessed|selected|known|applicable|found|tagged|disclosed|listed|added|planned|on file|configured|determined|filled(?: in)?)(?: yet)?|(?:nothing|none) (?:set|recorded|planned|scheduled|yet)|no [a-z-]+(?: [a-z-]+)? (?:yet|on file|set|recorded|available|added|provided|found|scheduled|planned|assigned))$/;
const UNSET_HAN =
  /^(?:(?:尚未|暂未|暫未|还未|還未)[\u3400-\u9fff]{1,6}|未(?:评级|評級|填写|填寫|设置|設定|设定|安排|录入|登记|登記|绑定|綁定|分配|指定|评定|評定|采集|提供|维护|維護|配置|选择|選擇|评估|評估|定级|測評|测评|上传|填|定)|(?:暂无|暫無|尚無|无|沒有|没有)[\u3400-\u9fff]{2,6})$/;

/** Words and prompts that stand for an empty value, in one language or in two: 不適用 "N/A". */
export const isEmptyWord = oncePerText(
  (text) => isEmptyIn(text) || halvesOf(text)?.every(isEmptyIn) === true,
);

/** Without the dashes, brackets, stops or plus that deck what stands for nothing: "-- Select --", "+ Add phone". */
const bared = (plain: string): string => plain.replace(/^[-–—+\s([<【（{]+|[-–—\s)\]>】）}.。]+$/gu, '');

/** What waits for whoever fills it in: "Add Organization...". */
const ASKING = /^(?:add|set|select|choose|enter|pick)\s.{1,40}(?:\.{3}|\u2026)$/;

function isEmptyIn(text: string): boolean {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const bare = bared(plain);
  return (
    /^[-_.*\s\u2013\u2014]+$/u.test(plain) ||
    (bare.startsWith('n') ? UNSET : UNSET_HAN).test(bare) ||
    plain === '' ||
    EMPTIES.has(plain) ||
    EMPTIES.has(bare) ||
    ASKING.test(plain) ||
    PROMPTS.some((start) => bare.startsWith(start) && plain.length <= start.length + 24)
  );
}

/** The text of a link or word that is pressed: 编辑, View all. */
export const isAction = oncePerText(
  (text) => isActionWord(text) || halvesOf(text)?.every(isActionWord) === true,
);

const COUNTED = /[(（]\d+\+?[)）]\s*$/u;

const isActionWord = (text: string): boolean =>
  (COUNTED.test(text) &&
    /^(?:all|view all|see all|全部|查看全部|more)\s*[(（]\d+[)）]$/i.test(text.trim())) ||
  ACTIONS.has(
    text
      .trim()
      .toLowerCase()
      .replace(/[.…>»]+$/u, '')
      .trim(),
  );

/** A label of the program itself, not of a record: 当前用户, "Logged in as". */
export const isChromeLabel = (label: string): boolean => CHROME.has(plainWords(label));

/** The head of a column that holds fields, or what stands in them: 项目, Value. */
export const isColumnWord = (text: string): boolean => facesOf(text).some((face) => COLUMNS.has(face));

/** Counts around a heading: "Contacts (3)", "4 contacts", 联系人 2. */
const bareHeading = (text: string): string =>
  plainWords(text)
    .replace(/^\d+\s+|\s*[（(]?\d+[）)]?\s*[条个]?$/gu, '')
    .replace(/[：:]$/u, '')
    .trim();

/** A heading of a part about the client himself: 基本信息, Contact information. */
export const isSection = oncePerText(
  (text) =>
    SECTIONS.has(bareHeading(text)) ||
    halvesOf(text)?.some((half) => SECTIONS.has(bareHeading(half))) === true,
);

/** A heading of a part about other records or events: 跟进记录, Deals (2). */
export const isRelated = oncePerText(
  (text) => isRelatedIn(text) || halvesOf(text)?.some(isRelatedIn) === true,
);

const isRelatedIn = (text: string): boolean => {
  const bare = bareHeading(text);
  return (
    RELATED.has(bare) ||
    // Counted it is a list of them, of whatever sort: "Financial Accounts (1)".
    (COUNTED.test(text) && RELATED.has(bare.split(' ').at(-1) ?? '')) ||
    (bare.includes(' ') && RELATED.has(bare.replace(/\s+(?:at|of|in|for|with|on|by|linked to)\s.+$/u, ''))) ||
    RELATED.has(bare.replace(/^(?:最近|近期|最新)/u, ''))
  );
};

const SORTS = wordSet(
  '客户|联系人|客戶|聯絡人|企业|个人|会员|client|contact|account|customer|company|person|organization|lead|partner|third party',
);
const isSortWord = (text: string): boolean => SORTS.has(text.toLowerCase());

/** A bare word for a sort of record, as it stands over a name in a heading. */
export const isSort = (label: string): boolean =>
  isSortWord(label.trim()) || halvesOf(label)?.every(isSortWord) === true;

const TROUBLES = [...wordSet(TROUBLE_WORDS)];

/** Whether a text says that there is nothing to be seen: no such record, no right to it, an error. */
export const saysTrouble = (text: string): boolean => {
  const plain = text.toLowerCase();
  return TROUBLES.some((word) => plain.includes(word));
};
