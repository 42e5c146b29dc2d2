import type { ClientBundle } from './bundle';
import type { ActionPlan } from './nba/action';
import { planActions } from './nba/engine';
import type { PlanInput } from './nba/facts';
import { isInTop, type TopLine } from './nba/topFifth';
import { type Outline, outlineOf } from './outline';
import type { Settings } from './schema/settings';
import type { CivilDay } from './schema/time';
import { worthOf } from './worth';

/** Everything the panel says of one client, worked out from the bundle on one day. */
export interface ClientPicture extends Outline {
  actions: ActionPlan;
}

/** What prompts rest on beside the client: the rest of the book, and how prompts were answered. */
export interface Around extends Pick<PlanInput, 'learned' | 'shownToday'> {
  /** Where the top fifth of the book ends; null where that is not known. */
  topLine?: TopLine | null;
}

/** The whole picture of one client on a day: the same bundle, settings, day and surroundings give the same picture. */
export function pictureOf(
  bundle: ClientBundle,
  settings: Settings,
  today: CivilDay,
  { topLine = null, learned, shownToday }: Around = {},
): ClientPicture {
  const outline = outlineOf(bundle, settings, today);
  const { bundle: seen, due, visit, clarity, timeline } = outline;
  const book = topLine
    ? { topFifth: isInTop(topLine, { id: bundle.client.id, assets: worthOf(outline) }) }
    : undefined;
  const actions = planActions({
    bundle: seen,
    due,
    clarity,
    timeline,
    settings,
    today,
    book,
    learned,
    shownToday,
  });
  return { bundle: seen, today, due, visit, clarity, timeline, actions };
}
