/**
 * Room for the panel beside the page's own content.
 *
 * Pushing the page aside moves its content, and content that moves by itself makes people click the wrong
 * thing (and counts as layout shift). So: where the right side of the page is empty anyway, nothing is
 * pushed. Where it is not, the page is pushed only in answer to the user: the panel unfolded by hand, or
 * a client opened by a click or key a moment ago, when the page is being redrawn in any case; and on a site
 * where the user has unfolded the panel by hand before. Until then a panel that came up by itself lies over
 * the page, and folds to its tab with one key. Pages whose bars do not give way (fixed ones) are left as
 * they are, with the panel over them.
 */
export interface Room {
  /** Makes room of this width if it is needed and may be made. Asked again, it changes the width. */
  take(width: number, mayPush: boolean): void;
  /** Gives the page its width back. */
  give(): void;
}

/** How the sample points lie: three columns in the panel's area, at five heights. */
const COLUMNS = [0.1, 0.5, 0.9];
const ROWS = [0.06, 0.25, 0.5, 0.75, 0.94];

/** Narrower than this, no page is usable beside the panel. */
const LEAST_LEFT = 560;

const PROPERTY = 'margin-right';

/** A room in one document; `own` is our host, which does not count as the page's content. */
export function createRoom(document: Document, own: (element: Element) => boolean): Room {
  const root = document.documentElement;
  let pushed: { value: string; priority: string } | null = null;

  function isFree(width: number): boolean {
    const right = root.clientWidth;
    const height = document.defaultView?.innerHeight ?? 0;
    return COLUMNS.every((column) =>
      ROWS.every((row) => {
        const hits = document.elementsFromPoint(right - width * column, height * row);
        const top = hits.find((element) => !own(element));
        return top === undefined || top === root || top === document.body;
      }),
    );
  }

  function push(width: number): void {
    pushed ??= {
      value: root.style.getPropertyValue(PROPERTY),
      priority: root.style.getPropertyPriority(PROPERTY),
    };
    root.style.setProperty(PROPERTY, `${width}px`, 'important');
  }

  function give(): void {
    if (!pushed) return;
    root.style.setProperty(PROPERTY, pushed.value, pushed.priority);
    pushed = null;
  }

  return {
    take(width, mayPush) {
      if (pushed) {
        push(width);
        return;
      }
      if (!mayPush || root.clientWidth - width < LEAST_LEFT || isFree(width)) return;
      push(width);
      if (!isFree(width)) give();
    },
    give,
  };
}
