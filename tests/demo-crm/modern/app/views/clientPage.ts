/** `/modern/clients/:recordId`: the page of one client. */
import { h } from '../dom';
import { createDetailStack } from '../parts/detailStack';
import type { Context, View } from '../view';

export function createClientPage(context: Context): View {
  const stack = createDetailStack(context, 'page', (recordId) => ({ name: 'client', recordId }));
  let shown: string | undefined;
  return {
    element: h('div.app-view.client-page', null, stack.element),
    update(route) {
      if (route.name !== 'client' || route.recordId === shown) return;
      shown = route.recordId;
      stack.show(route.recordId);
    },
    dispose: stack.dispose,
  };
}
