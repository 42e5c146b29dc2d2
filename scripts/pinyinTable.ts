import { writeFile } from 'node:fs/promises';
import { pinyin, polyphonic } from 'pinyin-pro';

/*
 * Makes utils/app/pinyin/table.ts from pinyin-pro's dictionary: `npx tsx scripts/pinyinTable.ts`.
 * The worker needs readings of single characters alone; the whole dictionary of words is six times
 * the size and built anew at each of its starts.
 */

/** Everyday and rare Chinese characters: 〇, extension A, the main block, compatibility, extensions B to H. */
const BLOCKS = [
  [0x3007, 0x3007],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff],
  [0x20000, 0x323af],
] as const;

/** Surnames of two characters, of which some are read in their own way. */
const COMPOUND_SURNAMES =
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 公仪 梁丘 公仲 公上 公门 公山 公坚 左丘 公伯 西门 公祖 第五 公乘 贯丘 公皙 南荣 东里 东宫 仲长 子书 子桑 即墨 达奚 褚师 单于 哥舒 完颜 纳兰 爱新觉罗';

const isReading = (text: string): boolean => /^[a-zü]+$/.test(text);

/** All readings of one character without tones, the usual one first. */
function readingsOf(character: string): string[] {
  const all = polyphonic(character, { toneType: 'none', type: 'array' })[0] ?? [];
  return [...new Set(all)].filter(isReading);
}

const asSurname = (name: string): string[] =>
  pinyin(name, { toneType: 'none', type: 'array', surname: 'head' });

/** `a阿啊 ai爱哀 …`: each syllable with its characters. */
function lay(entries: readonly (readonly [string, string])[]): string {
  const bySyllable = new Map<string, string>();
  for (const [reading, character] of entries) {
    bySyllable.set(reading, (bySyllable.get(reading) ?? '') + character);
  }
  return [...bySyllable]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([reading, characters]) => reading + characters)
    .join(' ');
}

const usual: [string, string][] = [];
const others: [string, string][] = [];
const surnames: string[] = [];
for (const [first, last] of BLOCKS) {
  for (let code = first; code <= last; code += 1) {
    const character = String.fromCodePoint(code);
    const [main, ...rest] = readingsOf(character);
    if (main === undefined) continue;
    usual.push([main, character]);
    for (const reading of rest) others.push([reading, character]);
    const [surname = main] = asSurname(`${character}某某`);
    if (surname !== main && isReading(surname)) surnames.push(character + surname);
  }
}
for (const surname of COMPOUND_SURNAMES.split(' ')) {
  const plain = [...surname].map((character) => readingsOf(character)[0]);
  const read = asSurname(surname);
  if (read.join() !== plain.join()) surnames.push(`${surname}${read.join("'")}`);
}

await writeFile(
  'utils/app/pinyin/table.ts',
  `/*
 * Made by scripts/pinyinTable.ts from the dictionary of pinyin-pro (MIT licence). Do not edit by hand.
 * Strings rather than objects: they cost nothing until someone reads them.
 */

/** Each syllable without its tone and the characters that are usually read so. */
export const USUAL =
  '${lay(usual)}';

/** The same for the further readings of characters that have several. */
export const OTHERS =
  '${lay(others)}';

/** Surnames that are not read as their characters usually are. */
export const SURNAMES =
  "${surnames.join(' ')}";
`,
);
