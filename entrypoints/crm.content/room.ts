/**
 * Room for the panel beside the page's own content.
 *
 * Pushing the page aside moves its content, and content that moves by itself makes people click the wrong
 * thing (and counts as layout shift). So: where the right side of the page is empty anyway, nothing is
 * pushed. Where it is not, the page is pushed only in answer to the user: the panel unfolded by hand, or
 * a client opened by a click or key a moment ago, when the page is being redrawn in any case; and on a site
 * where the user has unfolded the panel by hand before. Until then a panel that came up by itself lies over
 * the page, and folds to its tab with one key. Pages that do not give way to either of two gentle pushes
 * are left as they are, with the panel over them.
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

/** A style of the page that is ours for a while: where, what, and what it was. */
interface Loan {
  element: HTMLElement;
  property: string;
  value: string;
  priority: string;
}

/** A room in one document; `own` is our host, which does not count as the page's content. */
export function createRoom(document: Document, own: (element: Element) => boolean): Room {
  const root = document.documentElement;
  const view = document.defaultView ?? window;
  let pushed: ((width: number) => void) | null = null;
  let loans: Loan[] = [];

  function isFree(width: number): boolean {
    return COLUMNS.every((column) =>
      ROWS.every((row) => {
        const hits = document.elementsFromPoint(root.clientWidth - width * column, view.innerHeight * row);
        const top = hits.find((element) => !own(element));
        return top === undefined || top === root || top === document.body;
      }),
    );
  }

  function set(element: HTMLElement, property: string, value: string): void {
    const { style } = element;
    if (!loans.some((loan) => loan.element === element && loan.property === property)) {
      loans.push({
        element,
        property,
        value: style.getPropertyValue(property),
        priority: style.getPropertyPriority(property),
      });
    }
    style.setProperty(property, value, 'important');
  }

  const lend = (element: HTMLElement, styles: Readonly<Record<string, string>>): void => {
    for (const [property, value] of Object.entries(styles)) set(element, property, value);
  };

  function give(): void {
    for (const { element, property, value, priority } of loans) {
      element.style.setProperty(property, value, priority);
    }
    loans = [];
    pushed = null;
  }

  /** Pages that flow: they end where the margin begins. */
  const byMargin = (width: number): void => lend(root, { 'margin-right': `${width}px` });

  /** Pages pinned to the window's edges, that do not scroll as a whole: the body becomes their window. */
  const byBox = (width: number): void =>
    lend(document.body, {
      position: 'relative',
      transform: 'translate(0)',
      width: `calc(100vw - ${width}px)`,
      height: '100vh',
    });

  return {
    take(width, mayPush) {
      if (pushed) {
        pushed(width);
        return;
      }
      if (!mayPush || root.clientWidth - width < LEAST_LEFT || isFree(width)) return;
      const scrolls = root.scrollHeight > view.innerHeight + 1;
      for (const push of scrolls ? [byMargin] : [byMargin, byBox]) {
        push(width);
        if (isFree(width)) {
          pushed = push;
          return;
        }
        give();
      }
    },
    give,
  };
}
