import { i18n } from '#i18n';
import { MAX_PIECES, type PieceFault, readLibrary, readPiece } from '@/utils/domain/library/libraryText';
import type { Piece } from '@/utils/domain/library/piece';
import { fail, ok, type Result } from '@/utils/domain/result';
import {
  type Counter,
  type KeptLibrary,
  loadKept,
  saveKept,
  seedsIn,
  watchKept,
} from '@/utils/platform/library';
import { inLine } from './inLine';

/** One piece on the shelf: as it came, changed by the user, or all his own. */
export interface Shelved extends Counter {
  piece: Piece;
  from: 'seed' | 'changed' | 'own';
}

/** Whether a track was used, or worked. */
export type Counted = keyof Counter;

const inLibrary = inLine('library');

let seeds: Promise<readonly Piece[]> | undefined;

/** What comes with Zhibi in the language of its words: read once, and none where it cannot be read. */
function theSeeds(): Promise<readonly Piece[]> {
  const language = i18n.t('ui.language');
  seeds ??= seedsIn(language === 'zh-TW' ? 'zh_TW' : language.startsWith('zh') ? 'zh_CN' : 'en')
    .then((text) => {
      const read = readLibrary(text);
      return read.ok ? read.value : [];
    })
    .catch(() => {
      seeds = undefined;
      return [];
    });
  return seeds;
}

const NONE: Counter = { used: 0, worked: 0 };

function shelfOf(given: readonly Piece[], { own, counts }: KeptLibrary): Shelved[] {
  const ownById = new Map(own.map((piece) => [piece.id, piece]));
  const givenIds = new Set(given.map(({ id }) => id));
  return [
    ...given.map((seed): Shelved => {
      const changed = ownById.get(seed.id);
      return { piece: changed ?? seed, from: changed ? 'changed' : 'seed', ...(counts[seed.id] ?? NONE) };
    }),
    ...own
      .filter(({ id }) => !givenIds.has(id))
      .map((piece): Shelved => ({ piece, from: 'own', ...(counts[piece.id] ?? NONE) })),
  ];
}

/** The whole library: what comes with Zhibi, with the user's own in place of it and beside it. */
export async function theLibrary(): Promise<readonly Shelved[]> {
  const [given, kept] = await Promise.all([theSeeds(), loadKept()]);
  return shelfOf(given, kept);
}

/** Calls back with the library now and after each change. Returns how to stop. */
export function watchLibrary(tell: (library: readonly Shelved[]) => void): () => void {
  const look = (): void => void theLibrary().then(tell);
  look();
  return watchKept(look);
}

/** Keeps these in place of those of their ids. */
const keepAll = (pieces: readonly Piece[]): Promise<Result<number, PieceFault[]>> =>
  inLibrary(async () => {
    const { own, counts } = await loadKept();
    const ids = new Set(pieces.map(({ id }) => id));
    const next = [...pieces, ...own.filter(({ id }) => !ids.has(id))];
    if (next.length > MAX_PIECES) return fail([{ path: '', what: 'size', detail: String(MAX_PIECES) }]);
    await saveKept({ own: next, counts });
    return ok(pieces.length);
  });

/** Keeps a piece if it may be said; otherwise what is wrong with it, by its place. */
export async function keepPiece(value: unknown): Promise<Result<number, PieceFault[]>> {
  const read = readPiece(value);
  return read.ok ? keepAll([read.value]) : read;
}

/** Takes a file's pieces over, all or none. */
export async function importLibrary(text: string): Promise<Result<number, PieceFault[]>> {
  const read = readLibrary(text);
  return read.ok ? keepAll(read.value) : read;
}

/** Puts a piece of the user's own away; what came with Zhibi takes its place again. The piece as it was. */
export const dropPiece = (id: string): Promise<Piece | null> =>
  inLibrary(async () => {
    const { own, counts } = await loadKept();
    await saveKept({ own: own.filter((piece) => piece.id !== id), counts });
    return own.find((piece) => piece.id === id) ?? null;
  });

/** Counts a use of a track, or that it worked; `step` -1 takes it back. */
export const countPiece = (id: string, what: Counted, step: 1 | -1 = 1): Promise<void> =>
  inLibrary(async () => {
    const { own, counts } = await loadKept();
    const former = counts[id] ?? NONE;
    const next = { ...former, [what]: Math.max(0, former[what] + step) };
    await saveKept({ own, counts: { ...counts, [id]: next } });
  });
