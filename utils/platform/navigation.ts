/**
 * Calls back on every change of a window's address within one document: pushState, replaceState,
 * back and forward, fragments. By the Navigation API synchronously, before the page goes on; where a
 * browser has none, by the older events, which tell of less. `arrived` is called when the page says that
 * what it was asked for is there.
 */
export function onAddressChange(
  view: Window,
  signal: AbortSignal,
  changed: () => void,
  arrived: () => void,
): void {
  const options = { signal };
  if ('navigation' in view && view.navigation instanceof Object) {
    const { navigation } = view;
    navigation.addEventListener('currententrychange', changed, options);
    navigation.addEventListener('navigatesuccess', arrived, options);
    return;
  }
  view.addEventListener('popstate', changed, options);
  view.addEventListener('hashchange', changed, options);
}
