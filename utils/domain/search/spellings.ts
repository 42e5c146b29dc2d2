import { letterBit, letterMask } from './query';
import type { NameUnit } from './units';
import { foldText } from './units';

/** Initials of two letters: people shorten 张 to z or to zh. */
const DOUBLE_INITIAL = /^(?:zh|ch|sh)./;

/** What may be typed for one unit of a name. */
export interface Spelling {
  /** The whole unit. */
  full: string;
  /** Its short forms, used in the middle of initials: `z` and `zh` for `zhang`. */
  short: readonly string[];
}

/**
 * The ways in which a pinyin syllable is typed without its tone: ü is v on Chinese keyboards, yu in
 * passports, u by those who do not care.
 */
export function typedForms(reading: string): string[] {
  const lower = reading.normalize('NFC').toLowerCase();
  if (!/[nl](?:ü|v)/u.test(lower)) return [foldText(lower)];
  return ['v', 'u', 'yu'].map((vowel) => foldText(lower.replace(/ü|v/u, vowel)));
}

function shortForms(full: string): string[] {
  const forms: string[] = [];
  const first = [...full][0];
  if (first !== undefined && first !== full) forms.push(first);
  if (DOUBLE_INITIAL.test(full)) forms.push(full.slice(0, 2));
  return forms;
}

/** All that may be typed for a unit, with the bits for a quick no. */
export interface Spellings {
  all: readonly Spelling[];
  /** The letters with which any of them begins. */
  heads: number;
  /** The letters behind the first. */
  tails: number;
}

function spell(unit: NameUnit, readings: readonly string[]): Spellings {
  const fulls = new Set([unit.folded]);
  if (unit.han) {
    for (const reading of readings) for (const form of typedForms(reading)) if (form !== '') fulls.add(form);
  }
  const all = [...fulls].map((full) => ({ full, short: shortForms(full) }));
  return {
    all,
    heads: all.reduce((bits, { full }) => bits | letterBit(full.charCodeAt(0)), 0),
    tails: all.reduce((bits, { full }) => bits | letterMask(full.slice(1)), 0),
  };
}

/** Spells units, each different one once: a book has ten thousand names but few characters. */
export function speller(): (unit: NameUnit, readings: readonly string[]) => Spellings {
  const known = new Map<string, Spellings>();
  return (unit, readings) => {
    const key = unit.han ? `${unit.folded} ${readings.join(' ')}` : unit.folded;
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const spelled = spell(unit, readings);
    known.set(key, spelled);
    return spelled;
  };
}
