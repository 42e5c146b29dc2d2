/** The details of one client, or of two where the switch `twoClients` puts the next record beside it. */
import { h } from '../dom';
import { nextRecordId } from '../records';
import type { Route } from '../router';
import type { Context } from '../view';
import { createDetailPane, type DetailPane } from './detailPane';
import { button } from './kit';

export interface DetailStack {
  element: HTMLElement;
  show(recordId: string): void;
  dispose(): void;
}

/** @param titleRoute the route whose tab takes the client's name, or null where tabs keep their own title */
export function createDetailStack(
  context: Context,
  place: 'page' | 'split' | 'drawer',
  titleRoute: (recordId: string) => Route | null,
): DetailStack {
  const { navigate, names } = context;
  const options = {
    today: context.session.today,
    raceBug: context.config.raceBug,
    redesign: context.config.redesign,
    actions: (recordId: string) => [
      button('编辑', { icon: 'edit', onClick: () => navigate({ name: 'edit', recordId }) }),
      place === 'page'
        ? button('双栏', { icon: 'columns', onClick: () => navigate({ name: 'split', recordId }) })
        : button('详情页', { icon: 'eye', onClick: () => navigate({ name: 'client', recordId }) }),
    ],
    openClient: (recordId: string) =>
      navigate(place === 'split' ? { name: 'split', recordId } : { name: 'client', recordId }),
    knownName: (recordId: string) => names.get(recordId),
  };
  const pane = (first: boolean): DetailPane =>
    createDetailPane({
      ...options,
      named(recordId, name) {
        names.set(recordId, name);
        const route = first ? titleRoute(recordId) : null;
        if (route) context.rename(route, name);
      },
    });
  const panes = [pane(true), ...(context.config.twoClients ? [pane(false)] : [])];
  return {
    element: h(
      'div.client-detail-stack',
      null,
      panes.map((each) => each.element),
    ),
    show(recordId) {
      panes[0]?.show(recordId);
      panes[1]?.show(nextRecordId(recordId));
    },
    dispose() {
      for (const each of panes) each.dispose();
    },
  };
}
