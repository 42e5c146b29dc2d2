/** Where views come and go, as a router view with keep-alive does it. */

export interface KeptView {
  element: HTMLElement;
  /** The view is left but may stay in the document. */
  leave?(): void;
  /** The view goes for good. */
  dispose(): void;
}

export interface ViewHost<V extends KeptView> {
  /** Shows the view of this key: the kept one, or a new one. */
  show(key: string, create: () => V): V;
  /** Throws away kept views whose key starts so. */
  forget(prefix: string): void;
}

const MOST_KEPT = 12;

/**
 * @param staleNodes keep former views in the document, hidden by `display: none`
 * @param staleVisibleMs leave a former view visible so long beside the new one
 */
export function createViewHost<V extends KeptView>(
  parent: HTMLElement,
  { staleNodes, staleVisibleMs }: { staleNodes: boolean; staleVisibleMs: number },
): ViewHost<V> {
  const views = new Map<string, V>();
  let current: string | undefined;

  function drop(key: string) {
    const view = views.get(key);
    views.delete(key);
    view?.dispose();
    view?.element.remove();
  }

  function leave(key: string) {
    const view = views.get(key);
    if (!view) return;
    view.leave?.();
    const away = () => {
      if (key === current) return;
      if (staleNodes) view.element.style.setProperty('display', 'none');
      else view.element.remove();
    };
    if (!staleNodes) {
      view.dispose();
      views.delete(key);
    }
    if (staleVisibleMs > 0) setTimeout(away, staleVisibleMs);
    else away();
  }

  return {
    show(key, create) {
      if (current !== undefined && current !== key) {
        const former = current;
        current = key;
        leave(former);
      }
      current = key;
      let view = views.get(key);
      if (!view) {
        view = create();
        views.set(key, view);
        parent.append(view.element);
        const oldest = views.keys().next().value;
        if (views.size > MOST_KEPT && oldest !== undefined && oldest !== key) drop(oldest);
      }
      view.element.style.removeProperty('display');
      return view;
    },
    forget(prefix) {
      for (const key of [...views.keys()]) if (key.startsWith(prefix) && key !== current) drop(key);
    },
  };
}
