/** `/modern/clients/:recordId/split`: all clients at the left, the chosen one at the right. */
import * as api from '../api';
import { fill, h } from '../dom';
import { wan } from '../format';
import { createDetailStack, type DetailStack } from '../parts/detailStack';
import { empty, failure, skeletonLines } from '../parts/kit';
import type { Context, View } from '../view';
import { createViewHost } from '../viewHost';

const ALL = 300;

export function createClientSplit(context: Context): View {
  const { config, names, navigate } = context;
  const rows = new Map<string, HTMLElement>();
  const list = h('ul.split-list__items', { role: 'listbox', 'aria-label': '客户' }, skeletonLines(12));
  const search = h('input.el-input__inner', {
    type: 'search',
    placeholder: '姓名 / 客户编号',
    'aria-label': '查找客户',
  });
  const count = h('span.split-list__count');
  const right = h('div.split-detail');
  // A pane of its own for each client only where former ones must stay; otherwise one is used again.
  const ownPanes = (config.staleNodes || config.staleVisibleMs > 0) && !config.raceBug;
  const host = createViewHost<DetailStack & { shown?: string }>(right, config);
  let current = '';
  let controller = new AbortController();

  function mark() {
    for (const [recordId, row] of rows) {
      row.classList.toggle('is-active', recordId === current);
      row.setAttribute('aria-selected', String(recordId === current));
    }
    rows.get(current)?.scrollIntoView({ block: 'nearest' });
  }

  function row({ recordId, name, kind, serviceLevel, aumFen }: api.ClientSummary): HTMLElement {
    names.set(recordId, name);
    const element = h(
      'li.split-list__item',
      {
        role: 'option',
        tabindex: 0,
        onClick: () => navigate({ name: 'split', recordId }),
        onKeydown: (event) => {
          if (event instanceof KeyboardEvent && event.key === 'Enter') navigate({ name: 'split', recordId });
        },
      },
      h('span.split-list__name', null, name),
      h('span.split-list__level', null, kind === 'company' ? `企业 · ${serviceLevel}` : serviceLevel),
      h('span.split-list__no', null, recordId),
      h('span.split-list__aum', null, `${wan(aumFen)} 万`),
    );
    rows.set(recordId, element);
    return element;
  }

  async function loadList() {
    controller.abort();
    controller = new AbortController();
    const { signal } = controller;
    try {
      const reply = await api.clients({ page: 1, size: ALL, search: search.value.trim(), kind: '' }, signal);
      if (signal.aborted) return;
      rows.clear();
      count.textContent = `共 ${reply.total} 户`;
      fill(list, reply.items.length > 0 ? reply.items.map(row) : empty('没有匹配的客户'));
      mark();
    } catch {
      if (!signal.aborted) failure(list, loadList);
    }
  }

  search.addEventListener('input', () => void loadList());
  void loadList();

  return {
    element: h(
      'div.app-view.client-split',
      null,
      h(
        'aside.el-card.split-list',
        { 'aria-label': '客户列表' },
        h('div.split-list__search', null, search, count),
        list,
      ),
      right,
    ),
    update(route) {
      if (route.name !== 'split') return;
      const { recordId } = route;
      current = recordId;
      mark();
      const stack = host.show(ownPanes ? recordId : 'pane', () =>
        createDetailStack(context, 'split', (shown) => ({ name: 'split', recordId: shown })),
      );
      if (stack.shown === recordId) return;
      stack.shown = recordId;
      stack.show(recordId);
    },
    dispose() {
      controller.abort();
      host.forget('');
    },
  };
}
