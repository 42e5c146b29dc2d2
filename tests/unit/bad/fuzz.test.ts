import { describe, expect, it } from 'vitest';
import { PARSERS } from '../../fuzz/parsers';
import { feed } from '../../fuzz/run';

/** The same inputs every time; ZHIBI_SEED sets others, as `npm run bench:safety` does of itself. */
const SEED = Number(process.env['ZHIBI_SEED'] ?? 20_261_122);
const INPUTS = 2_000;
/** Not a measure of speed, which `npm run bench:safety` takes: no input hangs a parser. */
const HANGS_MS = 1_000;

describe(`T11: whatever is fed to a parser, seed ${SEED}`, () => {
  it.each(PARSERS.map((parser) => [parser.name, parser] as const))(
    '%s is read or refused, and nothing is thrown',
    (_, parser) => {
      const { failed, worstMs, slowest } = feed(parser, INPUTS, SEED);
      expect(failed).toBeNull();
      expect(worstMs, slowest).toBeLessThan(HANGS_MS);
    },
    120_000,
  );
});
