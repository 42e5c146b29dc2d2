import { TypedNumber } from './TypedNumber';

interface Props {
  label: string;
  unit: string;
  value: number;
  min: number;
  max: number;
  hint?: string;
  /** What is wrong with a number that is none, or lies outside. */
  problem: string;
  /** Set by the bank: to be read, not changed. */
  locked?: boolean;
  onChange(value: number): void;
}

/** A whole number typed in digits of any width; null for anything else and outside the bounds. */
export function readNumber(text: string, min: number, max: number): number | null {
  const digits = text.normalize('NFKC').trim();
  const number = Number(digits);
  return /^\d{1,11}$/.test(digits) && number >= min && number <= max ? number : null;
}

/** A whole number with its unit; taken over when one leaves the field or presses Enter, if it will do. */
export function NumberField({ value, min, max, onChange, ...field }: Props) {
  const take = (typed: string): string | null => {
    const number = readNumber(typed, min, max);
    if (number === null) return null;
    if (number !== value) onChange(number);
    return String(number);
  };
  return <TypedNumber {...field} shown={String(value)} take={take} />;
}
