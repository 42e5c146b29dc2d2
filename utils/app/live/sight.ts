import type { Unseen } from '../pending';

/** How long a panel must have been in sight, whole, before a press in it is believed (decision 1). */
export const SIGHT_MS = 500;

/** Out of sight for so long, what is pressed is put off to a surface that no page covers. */
export const COVERED_MS = 3000;

/** As long as browsers themselves take a gesture for the user's own wish. */
export const GESTURE_MS = 5000;

/** What is known of whether the panel can be seen. All times in ms of one clock that never goes back. */
export interface Sight {
  /** The browser says whether nothing of the page lies over the panel or distorts it; null if it cannot say. */
  saw(visible: boolean | null, at: number): void;
  /** Something was pressed: a button, a key. */
  pressed(isTrusted: boolean, at: number): void;
  /** Why what was pressed last is not believed; null where it is. */
  unseen(at: number): Unseen | null;
  /** Whether a press at this moment would be believed. */
  inSight(at: number): boolean;
}

/** @param begin when the panel began; it has not been seen before. */
export function createSight(begin: number): Sight {
  let inSightSince: number | null = null;
  let hiddenSince = begin;
  let isAble = true;
  let last: { at: number; why: Unseen | null } | null = null;

  const inSight = (at: number): boolean => inSightSince !== null && at - inSightSince >= SIGHT_MS;
  const judge = (at: number): Unseen | null => {
    if (inSight(at)) return null;
    const isCovered = inSightSince === null && at - hiddenSince >= COVERED_MS;
    return isCovered || !isAble ? 'elsewhere' : 'unseen';
  };
  return {
    saw(visible, at) {
      isAble = visible !== null;
      if (visible) inSightSince ??= at;
      else {
        if (inSightSince !== null) hiddenSince = at;
        inSightSince = null;
      }
    },
    pressed(isTrusted, at) {
      last = { at, why: isTrusted ? judge(at) : 'unseen' };
    },
    unseen: (at) => (last === null || at - last.at > GESTURE_MS ? 'unseen' : last.why),
    inSight,
  };
}

/** IntersectionObserver of the second version: where there is none, `isVisible` is not there. */
interface Visibility {
  isVisible?: boolean;
}

/** A point in the panel's corner that nothing of our own covers; the browser watches all that lies over its frame. */
function corner(): HTMLElement {
  const point = document.createElement('i');
  point.style.cssText = 'position:fixed;top:0;left:0;width:1px;height:1px;z-index:2147483647';
  point.ariaHidden = 'true';
  document.body.append(point);
  return point;
}

/** Watches for the life of this page whether it can be seen. `data-sight` on the document says so. */
export function watchSight(): Sight {
  const sight = createSight(performance.now());
  const options: IntersectionObserverInit & { trackVisibility: true; delay: number } = {
    trackVisibility: true,
    delay: 100,
  };
  const point = corner();
  const observer = new IntersectionObserver((entries) => {
    const last: (IntersectionObserverEntry & Visibility) | undefined = entries.at(-1);
    sight.saw(last?.isVisible ?? null, performance.now());
    delete document.documentElement.dataset['sight'];
    setTimeout(() => {
      if (sight.inSight(performance.now())) document.documentElement.dataset['sight'] = '';
    }, SIGHT_MS);
  }, options);
  observer.observe(point);
  // A tab that goes behind is told to be out of sight; that it is in front again, the browser does not say unasked.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible') return;
    observer.unobserve(point);
    observer.observe(point);
  });
  const onPress = ({ isTrusted }: Event): void => sight.pressed(isTrusted, performance.now());
  for (const kind of ['click', 'keydown']) addEventListener(kind, onPress, true);
  return sight;
}
