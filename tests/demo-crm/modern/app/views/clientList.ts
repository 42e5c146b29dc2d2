/** `/modern/clients`: the table of clients; `?drawer=:recordId` shows one in a drawer over it. */
import * as api from '../api';
import { fill, h } from '../dom';
import { kindLabel, phone, wan } from '../format';
import { createDetailStack, type DetailStack } from '../parts/detailStack';
import { createDrawer } from '../parts/drawer';
import { button, card, empty, failure, serviceLevelTag, skeletonLines, tag } from '../parts/kit';
import { pagination } from '../parts/pagination';
import { plainList, type Route } from '../router';
import type { Context, View } from '../view';

const PAGE_SIZE = 12;
const COLUMNS = [
  '客户编号',
  '客户名称',
  '客户类型',
  '服务等级',
  '联系电话',
  '管理资产（万元）',
  '所属机构',
  '最近联系',
  '操作',
];

type ListRoute = Extract<Route, { name: 'clients' }>;

export function createClientList(context: Context): View {
  const { navigate, names, config } = context;
  let route: ListRoute = plainList;
  let loaded = '';
  let controller = new AbortController();
  let stack: DetailStack | undefined;

  const search = h('input.el-input__inner', {
    type: 'search',
    placeholder: '姓名 / 客户编号 / 手机尾号',
    name: 'q',
  });
  const kind = h(
    'select.el-select__native',
    { name: 'kind' },
    h('option', { value: '' }, '全部'),
    h('option', { value: 'individual' }, kindLabel.individual),
    h('option', { value: 'company' }, kindLabel.company),
  );
  const table = card('客户列表', 'table-card');
  table.body.classList.add('is-flush');
  table.extra.append(
    button('新增客户', { kind: 'primary', disabled: true }),
    button('导出', { disabled: true }),
    button('刷新', { icon: 'refresh', onClick: () => void load() }),
  );

  const drawer = createDrawer('客户详情', config.staleNodes, () => navigate({ ...route, drawer: null }));

  const form = h(
    'form.el-form.el-form--inline.search-form',
    {
      onSubmit: (event) => {
        event.preventDefault();
        navigate({ ...plainList, search: search.value.trim(), kind: kind.value });
      },
      onReset: () => navigate(plainList),
    },
    h('label.el-form-item', null, h('span.el-form-item__label', null, '关键字'), search),
    h('label.el-form-item', null, h('span.el-form-item__label', null, '客户类型'), kind),
    h(
      'div.el-form-item',
      null,
      button('查询', { kind: 'primary', icon: 'search', type: 'submit' }),
      h('button.el-button', { type: 'reset' }, '重置'),
    ),
  );

  function row(client: api.ClientSummary): HTMLElement {
    const { recordId } = client;
    names.set(recordId, client.name);
    const cell = (...children: Parameters<typeof h>[2][]) => h('td.el-table__cell', null, ...children);
    return h(
      'tr.el-table__row',
      null,
      cell(recordId),
      h(
        'td.el-table__cell.el-table__ellipsis',
        { title: client.name },
        h(
          'button.el-link',
          { type: 'button', onClick: () => navigate({ name: 'client', recordId }) },
          client.name,
        ),
      ),
      cell(tag(kindLabel[client.kind], client.kind === 'individual' ? 'primary' : 'success')),
      cell(serviceLevelTag(client.serviceLevel)),
      cell(phone(client.phone)),
      h('td.el-table__cell.is-right', null, wan(client.aumFen)),
      cell(client.branch),
      cell(client.lastContact ?? '—'),
      cell(
        button('预览', { kind: 'link', onClick: () => navigate({ ...route, drawer: recordId }) }),
        button('双栏', { kind: 'link', onClick: () => navigate({ name: 'split', recordId }) }),
        button('编辑', { kind: 'link', onClick: () => navigate({ name: 'edit', recordId }) }),
      ),
    );
  }

  function draw(reply: api.ClientListReply) {
    const head = COLUMNS.map((name) =>
      h(
        'th',
        { scope: 'col', class: `el-table__cell${name.startsWith('管理资产') ? ' is-right' : ''}` },
        name,
      ),
    );
    fill(
      table.body,
      h(
        'div.el-table',
        null,
        h(
          'table.el-table__body',
          null,
          h('thead.el-table__header', null, h('tr', null, head)),
          h('tbody', null, reply.items.map(row)),
        ),
      ),
      reply.items.length === 0 ? empty('没有匹配的客户') : null,
      pagination(reply, (page) => navigate({ ...route, page, drawer: null })),
    );
  }

  async function load() {
    controller.abort();
    controller = new AbortController();
    const { signal } = controller;
    fill(table.body, h('div.table-card__pending', null, skeletonLines(9)));
    try {
      const reply = await api.clients({ ...route, size: PAGE_SIZE }, signal);
      if (!signal.aborted) draw(reply);
    } catch {
      if (!signal.aborted) failure(table.body, () => void load());
    }
  }

  function showDrawer(recordId: string) {
    if (!config.raceBug || !stack) {
      stack?.dispose();
      stack = createDetailStack(context, 'drawer', () => null);
    }
    drawer.open(stack.element);
    stack.show(recordId);
  }

  function closeDrawer() {
    stack?.dispose();
    stack = undefined;
    drawer.close();
  }

  return {
    element: h('div.app-view.client-list', null, h('section.el-card.search-card', null, form), table.element),
    update(next) {
      if (next.name !== 'clients') return;
      const former = route.drawer;
      route = next;
      search.value = next.search;
      kind.value = next.kind;
      const wanted = [next.page, next.search, next.kind].join('\n');
      if (wanted !== loaded) void load();
      loaded = wanted;
      if (next.drawer === null) closeDrawer();
      else if (next.drawer !== former || !drawer.isOpen()) showDrawer(next.drawer);
    },
    leave: closeDrawer,
    dispose() {
      controller.abort();
      closeDrawer();
    },
  };
}
