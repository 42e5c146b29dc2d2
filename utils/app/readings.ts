import { nameUnits } from '@/utils/domain/search/units';
import { OTHERS, SURNAMES, USUAL } from './pinyin/table';

const LINE = /^([a-zü]+)(.+)$/u;
const SURNAME = /^(\p{Script=Han}+)([a-zü']+)$/u;

/** The readings of characters, made from the tables at the first name: most of the worker's lives see none. */
let table: { readings: Map<string, string[]>; surnames: Map<string, string[]> } | undefined;

function readTable(): NonNullable<typeof table> {
  const readings = new Map<string, string[]>();
  for (const line of [...USUAL.split(' '), ...OTHERS.split(' ')]) {
    const [, reading, characters] = LINE.exec(line) ?? [];
    if (reading === undefined || characters === undefined) continue;
    for (const character of characters) {
      const known = readings.get(character);
      if (known) known.push(reading);
      else readings.set(character, [reading]);
    }
  }
  const surnames = new Map<string, string[]>();
  for (const entry of SURNAMES.split(' ')) {
    const [, surname, read] = SURNAME.exec(entry) ?? [];
    if (surname !== undefined && read !== undefined) surnames.set(surname, read.split("'"));
  }
  return { readings, surnames };
}

/**
 * Readings of each unit of a name without tones, the likeliest first, a surname as surnames are read:
 * 单田 → [[shan, dan, chan], [tian]]; words of other scripts as they are; none for a character that
 * no dictionary reads. Worked out when a client is written, and kept in its brief.
 */
export function readingsOf(name: string): string[][] {
  table ??= readTable();
  const { readings, surnames } = table;
  const units = nameUnits(name);
  const head = units[0];
  const start = head?.han ? head.start : 0;
  // 尉迟 before 尉: the longer surname is the one.
  const surname = [2, 1].map((length) => surnames.get(name.slice(start, start + length))).find(Boolean) ?? [];
  return units.map(({ start: at, end, han, folded }, index) => {
    if (!han) return [name.slice(at, end)];
    const all = readings.get(folded) ?? readings.get(name.slice(at, end)) ?? [];
    const asSurname = surname[index];
    return asSurname === undefined ? [...all] : [...new Set([asSurname, ...all])];
  });
}
