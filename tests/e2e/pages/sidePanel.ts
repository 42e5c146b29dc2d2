import { PanelScreen } from './panel';

/** The browser's own side panel: always in sight, and not a tab that could be brought to the front. */
export class SidePanelScreen extends PanelScreen {
  override async comeToFront(): Promise<void> {}
}
