import type { Random } from '../../demo-crm/data/random';

/** One step on a walk through a single-page app: to an address, or back and forward. */
export type Step = { pause: number } & ({ to: string } | { by: 1 | -1 });

/** Rests between two steps: none at all, less than a frame, less than an answer takes, more. */
function pauseOf(random: Random): number {
  return random.weighted([
    [0, 3],
    [random.int(1, 20), 4],
    [random.int(20, 60), 2],
    [random.int(60, 150), 1],
  ]);
}

/**
 * A walk over all `addresses`, with steps back and forward between: about one in five. It ends at the last.
 */
export function walk(addresses: readonly string[], random: Random): Step[] {
  const steps: Step[] = [];
  let behind = 0;
  let ahead = 0;
  for (const to of addresses) {
    steps.push({ to, pause: pauseOf(random) });
    behind += 1;
    ahead = 0;
    if (to === addresses.at(-1) || !random.chance(0.2) || behind < 2) continue;
    const by = ahead > 0 && random.chance(0.5) ? 1 : -1;
    steps.push({ by, pause: pauseOf(random) });
    behind += by;
    ahead -= by;
  }
  return steps;
}

/** Walks, in the page: as the app's own router goes, by pushState or by the fragment, and by the browser's buttons. */
export async function wander(steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    if ('by' in step) {
      const arrived = new Promise((resolve) =>
        navigation.addEventListener('currententrychange', resolve, { once: true }),
      );
      history.go(step.by);
      await arrived;
    } else if (step.to.startsWith('#')) {
      location.hash = step.to;
    } else {
      history.pushState(null, '', step.to);
      dispatchEvent(new PopStateEvent('popstate'));
    }
    if (step.pause > 0) await new Promise((resolve) => setTimeout(resolve, step.pause));
  }
}
