import { isWithin, type Layout, type Seen } from './seen';
import type { Settled } from './settle';

const ROLE = /^(?:dialog|alertdialog)$/;
/** Kits without the role say it by a class; it counts where the box is no more than a part of the page. */
const HINT =
  /(?<!\S)(?:[\w]+-)?(?:drawer|dialog|modal|layer|slideover|slide-over|offcanvas|popup-window)(?:-(?:dialog|content|wrapper|container|body|page|panel))?(?!\S)/;

/** What may be a drawer, or a part of the page like any other: it is one where it lies over the rest. */
const MAYBE =
  /(?<!\S)(?:mui(?:drawer|dialog)-paper|ms-panel-main|fui-\w*drawer\w*|[\w-]*(?:side-?panel|fly-?out|slide-?out|slide-?panel|side-?sheet|quick-?view|peek|preview-?pane|detail-?pane)\w*)(?!\S)/;

/** Of a page's text a panel without a name may hold no more: it would be the page. */
const MOST_OF_PAGE = 0.5;

/** Dialogs and drawers that hold fields, the topmost first. */
export function dialogsIn(all: readonly Seen[], pairs: readonly Settled[], { positionOf }: Layout): Seen[] {
  const [body] = all;
  const length = body?.text.length ?? 0;
  const held = heldBy(pairs);
  const found = [...held].flatMap(([seen, count]) => {
    if (seen.tag === '#text' || seen.text === '' || seen.parent === null || count < 2) return [];
    const isSaid =
      ROLE.test(seen.role) || seen.tag === 'DIALOG' || seen.element.getAttribute('aria-modal') === 'true';
    if (isSaid) return [seen];
    const isShort = (share: number): boolean => seen.text.length < length * share;
    const lies = (where: RegExp): boolean => where.test(positionOf?.(seen.element) ?? '');
    if (HINT.test(seen.hint) && isShort(0.9)) return [seen];
    if (MAYBE.test(seen.hint) && isShort(0.9) && lies(/^(?:fixed|absolute)$/)) return [seen];
    // Fixed over the rest, whatever it is called.
    return count >= 3 && isShort(MOST_OF_PAGE) && lies(/^fixed$/) ? [seen] : [];
  });
  // Of boxes in one another the outermost is the dialog.
  return found
    .filter((seen) => !found.some((other) => other !== seen && isWithin(seen, other)))
    .sort((one, other) => other.from - one.from);
}

/** How many pairs stand in each box of the page. */
function heldBy(pairs: readonly Settled[]): Map<Seen, number> {
  const held = new Map<Seen, number>();
  for (const { box } of pairs)
    for (let at: Seen | null = box; at; at = at.parent) held.set(at, (held.get(at) ?? 0) + 1);
  return held;
}
