/*
 * The bank's own template (§2): how a logged contact is carried over into the bank's CRM. A text with
 * places in braces; what stands around them is copied as it is.
 */

/** The places a template may name, in Chinese and in English; either will do in any template. */
export const TEMPLATE_PLACES = {
  day: ['日期', 'Date'],
  time: ['时间', 'Time'],
  client: ['客户', 'Client'],
  channel: ['方式', 'Channel'],
  result: ['结果', 'Result'],
  purpose: ['目的', 'Purpose'],
  goal: ['目标', 'Goal'],
  reached: ['达成', 'Reached'],
  marker: ['成交标志', 'Marker'],
  recording: ['双录', 'Recording'],
  note: ['备注', 'Note'],
  next: ['下一步', 'Next step'],
  due: ['到期', 'Due'],
  met: ['见了谁', 'Met'],
  companions: ['同访人', 'Companions'],
  place: ['地点', 'Place'],
  minutes: ['时长', 'Minutes'],
} as const satisfies Record<string, readonly [string, string]>;
export type TemplatePlace = keyof typeof TEMPLATE_PLACES;

const PLACE_IDS = Object.keys(TEMPLATE_PLACES) as TemplatePlace[];

/** What fills each place of a contact; empty where there is nothing to say. */
export type TemplateValues = Readonly<Record<TemplatePlace, string>>;

const PLACE = /[{｛]([^{}｛｝\n]*)[}｝]/gu;

/** Stands for a place with nothing in it until what only framed it is gone. Private use: no text holds it. */
const EMPTY = '\ue000';
const EMPTY_BRACKETS = new RegExp(` ?[（(]${EMPTY}[）)]`, 'gu');
const EMPTY_PLACE = new RegExp(`[ \u3000]?${EMPTY}`, 'gu');

function placeOf(name: string): TemplatePlace | null {
  const wanted = name.trim().toLowerCase();
  return PLACE_IDS.find((id) => TEMPLATE_PLACES[id].some((each) => each.toLowerCase() === wanted)) ?? null;
}

/** Names in braces that no place bears, each once, in the order in which they stand. */
export function unknownPlaces(template: string): string[] {
  const names = [...template.matchAll(PLACE)].map(([, name = '']) => name);
  return [...new Set(names.filter((name) => placeOf(name) === null))];
}

/** Whether a template says anything of the contact. */
export const namesAPlace = (template: string): boolean =>
  [...template.matchAll(PLACE)].some(([, name = '']) => placeOf(name) !== null);

function fillLine(line: string, values: TemplateValues): string | null {
  let places = 0;
  let filled = 0;
  const text = line.replace(PLACE, (whole, name: string) => {
    const place = placeOf(name);
    if (place === null) return whole;
    places += 1;
    if (values[place] === '') return EMPTY;
    filled += 1;
    return values[place];
  });
  // A line that would only say what there is not.
  if (places > 0 && filled === 0) return null;
  return text.replace(EMPTY_BRACKETS, '').replace(EMPTY_PLACE, '').trimEnd();
}

/**
 * The template with its places filled. A line of which every place is empty is left out, and so are
 * brackets around an empty place; a name that is no place stays as it stands.
 */
export const fillTemplate = (template: string, values: TemplateValues): string =>
  template
    .split('\n')
    .map((line) => fillLine(line, values))
    .filter((line) => line !== null)
    .join('\n');
