import { readNumber } from './NumberField';
import { TypedNumber } from './TypedNumber';

interface Props {
  label: string;
  unit: string;
  /** Null while the field is empty: there is no number of its own. */
  value: number | null;
  min: number;
  max: number;
  /** What stands in the empty field. */
  placeholder: string;
  problem: string;
  onChange(value: number | null): void;
}

/** A whole number that may be left out; taken over when one leaves the field or presses Enter. */
export function OptionalNumber({ value, min, max, onChange, ...field }: Props) {
  const take = (typed: string): string | null => {
    const empty = typed.trim() === '';
    const number = empty ? null : readNumber(typed, min, max);
    if (!empty && number === null) return null;
    if (number !== value) onChange(number);
    return typed;
  };
  return <TypedNumber {...field} shown={value === null ? '' : String(value)} take={take} />;
}
