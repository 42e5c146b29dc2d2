import { isLabelText } from './labelSigns';
import { hasLetter } from './letters';
import type { FieldKind } from './lexicon/kinds';
import type { Loose } from './loose';
import { sameName } from './names';
import { TURNED } from './pair';
import { coreOf } from './parts';
import { isAlias, namesCompany, type PickedName } from './pickName';
import type { ReadField } from './reading';
import { isWithin, type Seen } from './seen';
import type { Settled } from './settle';
import { isEmptyValue, kindOfShape, shapeOf } from './shapes';
import { isAction, isRelated, isSort, meaningOf, partOf } from './terms';

/** The kind of a labelled value: by its label, put right where its shape says otherwise. */
export function kindOf(label: string, text: string, name: string | null): FieldKind {
  const meaning = meaningOf(label);
  const shape = shapeOf(text);
  const byShape = kindOfShape(shape);
  if (!meaning) return byShape ?? 'other';
  const { kind } = meaning;
  // "Client 000000417" says his number.
  if (kind === 'name' && !hasLetter(text)) return 'number';
  if (kind === 'name' && partOf(label) === null && name !== null && !sameName(name, text))
    return namesCompany(label) ? 'company' : isAlias(label) ? 'other' : 'person';
  if (kind === 'email' && !text.includes('@')) return shape === 'phone' ? 'phone' : 'other';
  if (kind === 'phone' && shape === 'email') return 'email';
  if (kind === 'phone' && !/\d/.test(text)) return 'other';
  if ((kind === 'date' || kind === 'birthday') && !/\d/.test(text) && shape !== 'time') return 'other';
  if (kind === 'money' && !/\d/.test(text)) return 'other';
  if (kind === 'other' && (byShape === 'email' || byShape === 'phone') && !/\d{4,}/.test(label)) return kind;
  if (
    (kind === 'person' || kind === 'owner' || kind === 'company') &&
    (byShape === 'email' || byShape === 'phone')
  )
    return byShape;
  return kind;
}

/**
 * Whether a text is worth a field: no dash, no prompt, no button's words unless they are what stands in a
 * control ("Email" for the way a client likes to be reached), not its own label again.
 */
export const isWorth = (label: string, text: string, inControl = false): boolean =>
  (!isEmptyValue(text) || isWaiting(label, text)) &&
  !isUndated(label, text) &&
  !/^[:：*]+$/u.test(text) &&
  (inControl || !(isAction(text) && isLabelText(text)) || STATED.test(label)) &&
  (label === '' || (text !== label && !asksFor(label, text)));

/** Under such a label a word that buttons bear as well is what is said: 五级分类 is 关注 of a loan to be watched. */
const STATED = /(?:分类|分類|状态|狀態|级别|級別)$/u;

/** What waits under a label names it again: "Enter Territory", 選擇地區. */
const asksFor = (label: string, text: string): boolean =>
  text.length > label.length &&
  text.toLowerCase().endsWith(label.toLowerCase()) &&
  ASKS.test(text.slice(0, text.length - label.length));

const ASKS =
  /^(?:(?:add|set|select|choose|enter|pick)\s(?:an?\s|the\s)?|(?:请|請)?(?:选择|選擇|输入|輸入|填写|填寫))$/i;

/** Under a label for a state "to be updated" is the state, and no missing value. */
const isWaiting = (label: string, text: string): boolean =>
  text.startsWith('待') && /(?:状态|狀態|status|state)$/iu.test(label.trim());

/** "Not Activated" under "Activation Date": of a day that has not come. */
const isUndated = (label: string, text: string): boolean =>
  UNDATED.test(text) && meaningOf(label)?.kind === 'date';

const UNDATED = /^(?:not|never|pending)\b\D{0,24}$|^(?:尚?未|从未|從未)\D{0,8}$/iu;

const round = (figure: number): number => Math.round(Math.min(1, Math.max(0, figure)) * 100) / 100;

const fieldOf = (pair: Settled, name: string | null): ReadField[] => {
  const [at] = pair.values;
  if (!at) return [];
  return [
    {
      label: pair.label,
      value: pair.text,
      kind: kindOf(pair.label, pair.text, name),
      confidence: round(0.45 + pair.sign * 0.09),
      element: at.element,
      labelElement: pair.labelAt?.element ?? null,
      editable: at.control?.editable ?? false,
    },
  ];
};

const bareField = (seen: Seen, value: string, kind: FieldKind, confidence: number): ReadField => ({
  label: '',
  value,
  kind,
  confidence,
  element: seen.element,
  labelElement: null,
  editable: seen.control?.editable ?? false,
});

/** The field that holds the name: that of the heading where there is one. */
export const nameField = ({ text, seen, field, heading }: PickedName): ReadField => {
  const at = heading?.seen ?? seen;
  return {
    ...bareField(at, text, 'name', field && heading ? 1 : heading ? 0.8 : 0.9),
    label: heading ? '' : (field?.label ?? ''),
  };
};

/** "Contact  Jane Roe" is a heading with the sort of record over it; what is typed over has its label. */
export const isSortOverName = ({ label, text, values, make }: Settled, name: PickedName | null): boolean => {
  const heading = name?.heading?.seen;
  return (
    heading !== undefined &&
    make !== 'control' &&
    (isSort(label) || isRelated(label)) &&
    name !== null &&
    (sameName(text, name.text) || values.some((value) => isWithin(heading, value)))
  );
};

/** All fields of a record: its heading, what has a label, and what tells itself; each said twice once. */
export function fieldsOf(
  pairs: readonly Settled[],
  loose: readonly Loose[],
  name: PickedName | null,
): ReadField[] {
  const fields: ReadField[] = [];
  const own = pairs.filter((pair) => !isSortOverName(pair, name));
  const heading = name?.heading ?? null;
  const isClaimed =
    heading !== null && own.some((pair) => pair.values.some((value) => isWithin(heading.seen, value)));
  const isHeading = heading !== null && !heading.isTask && (heading.rank >= 3 || name?.field === null);
  if (name && isHeading && !isClaimed) fields.push(nameField(name));
  for (const pair of own) {
    // A number and what it is for, said again beside a form that holds it.
    if (pair.make.startsWith(TURNED) && fields.some(({ value }) => value === pair.text)) continue;
    if (
      isWorth(
        pair.label,
        pair.text,
        pair.values.some((value) => coreOf(value).control !== null),
      )
    )
      fields.push(...fieldOf(pair, name?.text ?? null));
  }
  // What the head says again that has a label below is two fields, as a name is.
  const firstLabel = own[0]?.labelAt?.from ?? own[0]?.box.from ?? 0;
  for (const { seen, text, kind } of loose) {
    const isSaid = fields.some((field) => field.value === text || field.value.includes(text));
    const isInHead = name?.heading != null && seen.to < firstLabel;
    if (!isSaid || isInHead || kind === 'tier' || kind === 'stage')
      fields.push(bareField(seen, text, kind, 0.6));
  }
  const said = new Set<string>();
  return fields.filter(({ label, value }) => {
    const key = `${label}\n${value}`;
    return said.has(key) ? false : Boolean(said.add(key));
  });
}
