import * as z from 'zod/mini';
import { refusedIn } from '../refuse/refuse';
import { fail, ok, type Result } from '../result';
import { checkWording } from '../wording/wording';
import { type Piece, piece, textsOf } from './piece';

/** A library may not be larger, nor have more pieces. */
export const MAX_LIBRARY_BYTES = 1024 * 1024;
export const MAX_PIECES = 500;
const FORMAT = 'zhibi-library';
const VERSION = 1;

/** What is wrong with a library or a piece, and where: `pieces.3.text`. */
export interface PieceFault {
  path: string;
  /**
   * `words`: §11.5 refuses what `detail` quotes; `secret`: a password or a card's number, never quoted; `form`: it is
   * not what it should be.
   */
  what: 'words' | 'secret' | 'form' | 'twice' | 'size';
  detail: string;
}

const whole = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  pieces: z.array(z.unknown()).check(z.maxLength(MAX_PIECES)),
});

const under = (at: string, path: string): string => [at, path].filter((part) => part !== '').join('.');

/** A piece that may be kept: of the right form, and nothing in it that a bank may not say (§11.5). */
export function readPiece(value: unknown, at = ''): Result<Piece, PieceFault[]> {
  const read = piece.safeParse(value);
  if (!read.success)
    return fail(
      read.error.issues.map(({ path, message }) => ({
        path: under(at, path.map(String).join('.')),
        what: 'form' as const,
        detail: message,
      })),
    );
  const faults = textsOf(read.data).flatMap(({ path, text }): PieceFault[] => {
    const place = under(at, path);
    const secret = refusedIn(text).length > 0;
    return [
      ...checkWording(text).map(({ words }) => ({ path: place, what: 'words' as const, detail: words })),
      ...(secret ? [{ path: place, what: 'secret' as const, detail: '' }] : []),
    ];
  });
  return faults.length > 0 ? fail(faults) : ok(read.data);
}

function parseJson(text: string): Result<unknown, PieceFault[]> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    return fail([{ path: '', what: 'form', detail: error instanceof Error ? error.message : 'JSON' }]);
  }
}

/** The pieces in an exported library; all of them, or what is wrong with each, by its place. */
export function readLibrary(text: string): Result<Piece[], PieceFault[]> {
  if (text.length > MAX_LIBRARY_BYTES) return fail([{ path: '', what: 'size', detail: '1 MB' }]);
  const json = parseJson(text);
  if (!json.ok) return json;
  const read = whole.safeParse(json.value);
  if (!read.success)
    return fail(
      read.error.issues.map(({ path, message }) => ({
        path: path.map(String).join('.'),
        what: 'form',
        detail: message,
      })),
    );
  const results = read.data.pieces.map((value, index) => readPiece(value, `pieces.${index}`));
  const pieces = results.flatMap((result) => (result.ok ? [result.value] : []));
  const faults = results.flatMap((result) => (result.ok ? [] : result.error));
  const seen = new Set<string>();
  for (const [index, { id }] of pieces.entries()) {
    if (seen.has(id)) faults.push({ path: `pieces.${index}.id`, what: 'twice', detail: id });
    seen.add(id);
  }
  return faults.length > 0 ? fail(faults) : ok(pieces);
}

/** A library as a file that `readLibrary` reads. */
export const libraryText = (pieces: readonly Piece[]): string =>
  JSON.stringify({ format: FORMAT, version: VERSION, pieces }, null, 2);
