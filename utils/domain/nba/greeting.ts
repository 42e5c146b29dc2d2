import { type Message, say } from '../words';
import type { Facts } from './facts';

// Surnames of two characters that are still common; all others are one.
const DOUBLE = new Set(
  '欧阳 司马 上官 诸葛 夏侯 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 司空 轩辕 宇文 长孙 呼延 端木 南宫 西门 东郭 百里 钟离 澹台 淳于 单于 申屠 太史 闻人 赫连 独孤 完颜 纳兰 叶赫'.split(
    ' ',
  ),
);
const HAN_NAME = /^\p{Script=Han}{2,4}$/u;
const HIDDEN = /[*＊×?]/u;

/** The name by which one is addressed with 先生 or 女士; null where the name does not show it. */
function surnameOf(name: string): string | null {
  const plain = name.trim();
  if (HAN_NAME.test(plain))
    return DOUBLE.has(plain.slice(0, 2)) && plain.length > 2 ? plain.slice(0, 2) : plain.slice(0, 1);
  const words = plain.split(/\s+/u);
  const last = words.at(-1);
  return words.length > 1 && last !== undefined && !/\p{Script=Han}/u.test(plain) ? last : null;
}

/**
 * How a talk track begins: by surname and 先生 or 女士 where the gender is known, else by the whole
 * name; without a name for companies, whose contact differs, and for names the CRM hides.
 */
export function greetingOf({ bundle: { client }, field }: Pick<Facts, 'bundle' | 'field'>): Message {
  if (client.kind !== 'individual' || HIDDEN.test(client.name)) return say('greeting.plain');
  const gender = field('gender');
  const surname = surnameOf(client.name);
  const code = gender?.value?.type === 'choice' && gender.source !== 'guess' ? gender.value.code : null;
  if (surname !== null && code === 'female') return say('greeting.ms', surname);
  if (surname !== null && code === 'male') return say('greeting.mr', surname);
  return say('greeting.name', client.name.trim());
}
