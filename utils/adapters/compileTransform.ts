import type { Transform } from './compiled';
import type { AdapterPage } from './schema';
import { foldLabel } from './text';

/** A table of page words, folded as the reader folds what it compares with them. */
export const entriesOf = <Value extends string>(table: Readonly<Record<string, Value>>) =>
  Object.entries(table).map(([text, value]): readonly [string, Value] => [foldLabel(text), value]);

/** A transform with what its author may leave out. */
export function compileTransform(as: AdapterPage['fields'][number]['as']): Transform {
  switch (as.type) {
    case 'date':
      return { type: 'date', order: as.order ?? 'ymd' };
    case 'money':
      return { type: 'money', currency: as.currency, unit: as.unit ?? 1 };
    case 'choice':
      return { type: 'choice', codes: entriesOf(as.codes) };
    default:
      return as;
  }
}
