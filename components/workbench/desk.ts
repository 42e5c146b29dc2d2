import type { ReadonlySignal } from '@preact/signals';
import type { WorkbenchPort } from '@/utils/app/workbenchPort';
import type { ClientId } from '@/utils/domain/schema/ids';
import { createDeeds, type Deeds } from '../ui/deeds';
import { followAddress, goToPlace, type Place } from './place';

/** What the pages of the workbench share for as long as it is open. */
export interface Desk {
  port: WorkbenchPort;
  deeds: Deeds;
  place: ReadonlySignal<Place>;
  /** Opens a client beside the page, or closes the one that is open. */
  show(client: ClientId | null): void;
}

/** One desk over a port. */
export function createWorkbenchDesk(port: WorkbenchPort): Desk {
  const place = followAddress();
  return {
    port,
    deeds: createDeeds(port),
    place,
    show: (client) => goToPlace({ page: place.peek().page, client }),
  };
}
