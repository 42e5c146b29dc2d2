/**
 * Calls back on every change of a window's address within one document: pushState, replaceState,
 * back and forward, fragments. By the Navigation API synchronously, before the page goes on; where a
 * browser has none, by the older events, which tell of less.
 */
export function onAddressChange(view: Window, signal: AbortSignal, changed: () => void): void {
  const options = { signal };
  if ('navigation' in view && view.navigation instanceof Object) {
    const { navigation } = view;
    navigation.addEventListener('currententrychange', changed, options);
    navigation.addEventListener('navigatesuccess', changed, options);
    return;
  }
  view.addEventListener('popstate', changed, options);
  view.addEventListener('hashchange', changed, options);
}
