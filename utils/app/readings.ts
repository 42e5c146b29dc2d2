import { pinyin, polyphonic } from 'pinyin-pro';
import { foldText, nameUnits } from '@/utils/domain/search/units';

/** The reading each character has in this name, surnames read as surnames (单 shan, 尉迟 yu chi). */
function readInContext(name: string): Map<number, string> {
  const letters = [...name];
  const read = pinyin(name, { toneType: 'none', type: 'array', surname: 'head' });
  const inContext = new Map<number, string>();
  // One answer for each character, or we cannot tell which answer belongs to which.
  if (read.length !== letters.length) return inContext;
  let at = 0;
  letters.forEach((letter, index) => {
    const reading = read[index];
    if (reading !== undefined) inContext.set(at, reading);
    at += letter.length;
  });
  return inContext;
}

/**
 * Readings of each unit of a name without tones, the likeliest first: 单田 → [[shan, dan, chan], [tian]];
 * words of other scripts as they are. Worked out when a client is written and kept in its brief: the
 * dictionary is too heavy for anything that must paint.
 */
export function readingsOf(name: string): string[][] {
  const inContext = readInContext(name);
  return nameUnits(name).map(({ start, end, han, folded }) => {
    if (!han) return [name.slice(start, end)];
    const likeliest = inContext.get(start);
    const all = polyphonic(folded, { toneType: 'none', type: 'array' })[0] ?? [];
    const readings = new Set(likeliest === undefined ? all : [likeliest, ...all]);
    // A character without a reading is given back as it is.
    return [...readings].filter((reading) => /^[a-zü]+$/u.test(reading) && foldText(reading) !== '');
  });
}
