import fc from 'fast-check';
import type { messagesLike } from '../e2e/support/fuzz';

/** A parser of something that comes from outside. It answers for every input; it never throws, and never hangs. */
export interface Parser {
  name: string;
  inputs: fc.Arbitrary<unknown>;
  /** @returns false where what came out breaks its own promise */
  read(input: never): boolean;
}

/** Ties a parser to inputs of its kind. */
export function parser<Input>(
  name: string,
  inputs: fc.Arbitrary<Input>,
  read: (input: Input) => boolean,
): Parser {
  return { name, inputs, read };
}

export type Json = Parameters<typeof messagesLike>[0][number];
export const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value));

/** Texts as pages, files and hands write them, and as nobody should. */
export const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.stringMatching(/^[0-9０-９٠-٩,.¥$()（）万亿*+年月日农历民国\-/ :apm]{0,40}$/),
  fc
    .tuple(
      fc.constantFrom('a', '1', '*', ' ', '，', '\u202e', '\u200b', '👩‍👩‍👧', '<b>', '('),
      fc.nat({ max: 20_000 }),
    )
    .map(([unit, times]) => unit.repeat(times)),
);

/** A text that is cut, doubled or has something foreign put into it. */
export const garbled = (whole: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      whole,
      fc.nat(),
      fc.nat({ max: 40 }),
      fc.constantFrom('', '\u0000', '"', '{', '\\u', '🙂', '\ud800', '9e999'),
    )
    .map(([text, place, drop, foreign]) => {
      const at = text.length === 0 ? 0 : place % text.length;
      return text.slice(0, at) + foreign + text.slice(at + drop);
    });

/** Bytes that are cut short, have some altered, or go on behind their end. */
export const garbledBytes = (whole: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(
      whole,
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
      fc.option(fc.nat(), { freq: 4 }),
      fc.uint8Array({ maxLength: 8 }),
    )
    .map(([bytes, altered, end, behind]) => {
      const kept = end === null ? bytes.slice() : bytes.slice(0, end % (bytes.length + 1));
      for (const [place, byte] of altered) if (kept.length > 0) kept[place % kept.length] = byte;
      const whole = new Uint8Array(kept.length + behind.length);
      whole.set(kept);
      whole.set(behind, kept.length);
      return whole;
    });
