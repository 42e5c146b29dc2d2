import { isWithin, type Seen } from './seen';
import type { Settled } from './settle';

const ROLE = /^(?:dialog|alertdialog)$/;
/** Kits without the role say it by a class; it counts where the box is no more than a part of the page. */
const HINT =
  /(?:^|\s)(?:[\w]+-)?(?:drawer|dialog|modal|layer|slideover|slide-over|offcanvas|popup-window)(?:-(?:dialog|content|wrapper|container|body|page|panel))?(?:$|\s)/;

/** Dialogs and drawers that hold fields, the topmost first. */
export function dialogsIn(all: readonly Seen[], pairs: readonly Settled[]): Seen[] {
  const [body] = all;
  const most = (body?.text.length ?? 0) * 0.9;
  const found = all.filter((seen) => {
    if (seen.tag === '#text' || seen.text === '' || seen.parent === null) return false;
    const isSaid =
      ROLE.test(seen.role) || seen.tag === 'DIALOG' || seen.element.getAttribute('aria-modal') === 'true';
    if (!isSaid && !(HINT.test(seen.hint) && seen.text.length < most)) return false;
    return pairs.filter((pair) => isWithin(pair.box, seen)).length >= 2;
  });
  // Of boxes in one another the outermost is the dialog.
  return found.filter((seen) => !found.some((other) => other !== seen && isWithin(seen, other))).reverse();
}
