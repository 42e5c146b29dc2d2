import type { ClientBundle } from './bundle';
import type { ActionPlan } from './nba/action';
import { planActions } from './nba/engine';
import { type Outline, outlineOf } from './outline';
import type { Settings } from './schema/settings';
import type { CivilDay } from './schema/time';

/** Everything the panel says of one client, worked out from the bundle on one day. */
export interface ClientPicture extends Outline {
  actions: ActionPlan;
}

/** The whole picture of one client on a day: the same bundle, settings and day give the same picture. */
export function pictureOf(bundle: ClientBundle, settings: Settings, today: CivilDay): ClientPicture {
  const outline = outlineOf(bundle, settings, today);
  return { ...outline, actions: planActions({ ...outline, settings }) };
}
