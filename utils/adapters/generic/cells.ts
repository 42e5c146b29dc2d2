import { holdsControl, isDivider } from './parts';
import type { Seen } from './seen';

/**
 * The cells of a row without those that hold nothing but a colon, and where that leaves an odd one out, without
 * empty ones: a gap drawn as a cell. Only rows of a table have such gaps.
 */
export function withoutSpacers(all: readonly Seen[], isRow: boolean): readonly Seen[] {
  const cells = all.filter((cell) => !isDivider(cell));
  if (!isRow || cells.length % 2 === 0) return cells;
  const filled = cells.filter((cell) => cell.text !== '' || holdsControl(cell));
  return filled.length % 2 === 0 ? filled : cells;
}
