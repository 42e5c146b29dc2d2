/** Chromium's own side panel; the polyfill does not know it. */
interface SidePanelApi {
  open(where: { windowId: number }): Promise<void>;
}

function api(): SidePanelApi | null {
  const chromium: unknown = Reflect.get(globalThis, 'chrome');
  if (typeof chromium !== 'object' || chromium === null || !('sidePanel' in chromium)) return null;
  const { sidePanel } = chromium;
  return isSidePanel(sidePanel) ? sidePanel : null;
}

function isSidePanel(value: unknown): value is SidePanelApi {
  return typeof value === 'object' && value !== null && 'open' in value && typeof value.open === 'function';
}

/** Whether this browser has a side panel that an extension may open. */
export const hasSidePanel = (): boolean => api() !== null;

/** Opens it. Must be the first call of a click's handler: an await before it loses the gesture. */
export function openSidePanel(windowId: number): Promise<void> {
  return api()?.open({ windowId }) ?? Promise.resolve();
}
