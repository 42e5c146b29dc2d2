/** The cards of a client page that come by requests of their own: holdings, contact records, relations. */
import type { Day, Holding, PastContact, Relation } from '../../../data/model';
import { fill, h } from '../dom';
import { channelIcon, channelLabel, clock, holdingLabel, phone, roleLabel, wan } from '../format';
import { icon } from '../icons';
import { button, type Card, empty, tag } from './kit';

const CONTACTS_SHOWN = 8;

function holdingRow(holding: Holding): HTMLElement {
  return h(
    'tr.el-table__row',
    null,
    h(
      'td.el-table__cell',
      null,
      tag(holdingLabel[holding.kind], holding.kind === 'loan' ? 'warning' : 'info'),
    ),
    h('td.el-table__cell.el-table__ellipsis', { title: holding.name }, holding.name),
    h('td.el-table__cell.is-right', null, wan(holding.amountFen)),
    h('td.el-table__cell', null, holding.risk === null ? '—' : `R${holding.risk}`),
    h('td.el-table__cell', null, holding.since),
    h('td.el-table__cell', null, holding.maturity ?? '—'),
  );
}

/** 持仓信息: one row a holding. */
export function fillHoldings(card: Card, holdings: readonly Holding[]): void {
  card.extra.textContent = `共 ${holdings.length} 笔 · 单位：万元`;
  if (holdings.length === 0) {
    fill(card.body, empty('暂无持仓'));
    return;
  }
  const head = ['类别', '产品名称', '金额', '风险', '起始日', '到期日'].map((text) =>
    h(
      'th.el-table__cell',
      { scope: 'col', class: `el-table__cell${text === '金额' ? ' is-right' : ''}` },
      text,
    ),
  );
  fill(
    card.body,
    h(
      'div.el-table.el-table--small',
      null,
      h(
        'table.el-table__body',
        null,
        h('thead', null, h('tr', null, head)),
        h('tbody', null, holdings.map(holdingRow)),
      ),
    ),
  );
}

function contactItem(contact: PastContact): HTMLElement {
  return h(
    'li.el-timeline-item',
    null,
    h('div.el-timeline-item__tail'),
    h('div.el-timeline-item__node', null, icon(channelIcon[contact.channel])),
    h(
      'div.el-timeline-item__wrapper',
      null,
      h(
        'div.el-timeline-item__head',
        null,
        h('span.el-timeline-item__type', null, channelLabel[contact.channel]),
        h('span.el-timeline-item__timestamp', null, `${contact.day} ${clock(contact.minute)}`.trim()),
        h('span.el-timeline-item__by', null, contact.by),
      ),
      h('p.el-timeline-item__content', null, contact.text),
    ),
  );
}

/** 联系记录: newest first, the older ones behind a button. */
export function fillContacts(card: Card, contacts: readonly PastContact[]): void {
  card.extra.textContent = `共 ${contacts.length} 条`;
  if (contacts.length === 0) {
    fill(card.body, empty('暂无联系记录'));
    return;
  }
  const list = h('ul.el-timeline', null, contacts.slice(0, CONTACTS_SHOWN).map(contactItem));
  const rest = contacts.slice(CONTACTS_SHOWN);
  const more = button(`展开更早的 ${rest.length} 条`, {
    kind: 'link',
    onClick: () => {
      list.append(...rest.map(contactItem));
      more.remove();
    },
  });
  fill(card.body, list, rest.length > 0 ? h('div.contact-card__more', null, more) : null);
}

/** 关系网络: family of a person, key people and group of a company. */
export function fillRelations(
  card: Card,
  relations: readonly Relation[],
  open: (recordId: string) => void,
): void {
  card.extra.textContent = `共 ${relations.length} 人`;
  if (relations.length === 0) {
    fill(card.body, empty('暂无关系信息'));
    return;
  }
  const row = ({ recordId, name, role, phone: number }: Relation) =>
    h(
      'li.relation-item',
      null,
      h('span.relation-item__role', null, roleLabel[role]),
      recordId === null
        ? h('span.relation-item__name', null, name)
        : h('button.el-link.relation-item__name', { type: 'button', onClick: () => open(recordId) }, name),
      recordId === null ? null : tag('本行客户', 'success'),
      h('span.relation-item__phone', null, number === null ? '' : phone(number)),
    );
  fill(card.body, h('ul.relation-list', null, relations.map(row)));
}

/** The newest contact's day, for the strip under the heading. */
export function lastContactText(contacts: readonly PastContact[], today: Day): string {
  const newest = contacts[0];
  if (!newest) return '从未联系';
  const days = Math.round((Date.parse(today) - Date.parse(newest.day)) / 86_400_000);
  return days === 0 ? '今天' : `${days} 天前`;
}
