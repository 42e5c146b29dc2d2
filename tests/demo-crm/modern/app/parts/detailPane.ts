/** A client's details: heading, figures, grids, and cards that come later. Used by page, split view and drawer. */
import type { Day, PastContact } from '../../../data/model';
import * as api from '../api';
import type { AppConfig } from '../config';
import { fill, h } from '../dom';
import { kindLabel, phone, wan } from '../format';
import { type IconName, icon } from '../icons';
import { basicItems, businessItems, pendingItems } from './clientFields';
import { createContactForm } from './contactForm';
import { drawDescriptions } from './descriptions';
import { button, card, failure, serviceLevelTag, skeletonBar, skeletonLines, tag } from './kit';
import { fillContacts, fillHoldings, fillRelations, lastContactText } from './listCards';
import { contactList, redesigned } from './redesigned';

export interface DetailOptions {
  today: Day;
  /** See AppConfig.raceBug. */
  raceBug: boolean;
  /** See AppConfig.redesign. */
  redesign: AppConfig['redesign'];
  /** The buttons at the right of the heading. */
  actions(recordId: string): HTMLElement[];
  openClient(recordId: string): void;
  /** Called when the client's name is known. */
  named(recordId: string, name: string): void;
  /** A name seen before, in a list. */
  knownName(recordId: string): string | undefined;
}

export interface DetailPane {
  element: HTMLElement;
  /** Shows a client; answers for the former one are dropped. */
  show(recordId: string): void;
  dispose(): void;
}

/** Draws one part when its answer comes, or its failure; nothing once the signal is aborted. */
async function load<T>(
  signal: AbortSignal,
  request: (signal: AbortSignal) => Promise<T>,
  done: (value: T) => void,
  failed: () => void,
): Promise<void> {
  try {
    const value = await request(signal);
    if (!signal.aborted) done(value);
  } catch {
    if (!signal.aborted) failed();
  }
}

/** Builds an empty pane; `show` fills it. */
export function createDetailPane(options: DetailOptions): DetailPane {
  const title = h('h2.client-header__name');
  const tags = h('span.client-header__tags');
  const number = h('b.client-header__no');
  const facts = h('span.client-header__facts');
  const actions = h('div.client-header__actions');
  const avatar = h('span.el-avatar.client-header__avatar', { 'aria-hidden': 'true' });
  const stats = h('div.client-stats');
  const basic = card('基本信息', 'basic-card');
  const business = card('业务信息', 'business-card');
  const contactWays = card('联系方式', 'contact-ways-card');
  const holdings = card('持仓信息', 'holding-card');
  const contacts = card('联系记录', 'contact-card');
  const relations = card('关系网络', 'relation-card');
  const meta = h('div.client-header__meta', null, h('span', null, '客户编号', number), facts);
  let controller = new AbortController();
  let shown: string | undefined;

  const element = h(
    'article.client-detail',
    null,
    h(
      'header.el-card.client-header',
      null,
      h(
        'div.client-header__row',
        null,
        avatar,
        h('div.client-header__main', null, h('div.client-header__title', null, title, tags), meta),
        actions,
      ),
      stats,
    ),
    h(
      'div.client-detail__columns',
      null,
      h('div.client-detail__left', null, basic.element, business.element, holdings.element),
      h('div.client-detail__right', null, contacts.element, relations.element),
    ),
  );

  const stat = (label: string, name: IconName, value: HTMLElement | string, unit = '') =>
    h(
      'div.client-stat',
      null,
      h('span.client-stat__icon', null, icon(name)),
      h('span.client-stat__label', null, label),
      h('strong.client-stat__value', null, value, unit === '' ? null : h('small', null, unit)),
    );
  const lastContact = h('span.client-stat__text');

  function drawHeading(recordId: string, name: string) {
    fill(title, name);
    fill(avatar, name.slice(0, 1));
    fill(number, recordId);
    fill(actions, options.actions(recordId));
  }

  function drawPending(recordId: string) {
    const pending = pendingItems(recordId);
    fill(title, skeletonBar('is-title'));
    fill(avatar);
    fill(tags);
    fill(number, skeletonBar('is-number'));
    fill(facts);
    fill(actions);
    fill(
      stats,
      ['管理资产', '活期余额', '最近联系', '开户日期'].map((label) => stat(label, 'wallet', skeletonBar())),
    );
    drawDescriptions(basic.body, pending.basic);
    drawDescriptions(business.body, pending.business);
    contactWays.element.remove();
    for (const [part, lines] of [
      [holdings, 4],
      [contacts, 8],
      [relations, 2],
    ] as const) {
      part.extra.textContent = '';
      fill(part.body, skeletonLines(lines));
    }
  }

  function drawClient(client: api.ClientCore) {
    if (!options.raceBug || client.recordId === shown) {
      drawHeading(client.recordId, client.name);
      options.named(client.recordId, client.name);
    }
    fill(
      tags,
      tag(kindLabel[client.kind], client.kind === 'individual' ? 'primary' : 'success'),
      serviceLevelTag(client.serviceLevel),
      client.kind === 'individual' ? tag(client.risk.level, 'info') : null,
    );
    fill(
      facts,
      h('span', null, phone(client.phone)),
      h('span', null, client.branch),
      h('span', null, `客户经理 ${client.manager}`),
    );
    fill(
      stats,
      stat('管理资产', 'chart', wan(client.aumFen), '万元'),
      stat('活期余额', 'wallet', wan(client.balanceFen), '万元'),
      stat('最近联系', 'phone', lastContact),
      stat('开户日期', 'calendar', client.opened),
    );
    const grids = redesigned(options.redesign, basicItems(client, options.today), businessItems(client));
    drawDescriptions(basic.body, grids.basic);
    drawDescriptions(business.body, grids.business);
    fill(contactWays.body, contactList(grids.contactWays));
    if (grids.contactWays.length > 0) basic.element.after(contactWays.element);
    else contactWays.element.remove();
  }

  function drawContacts(recordId: string, items: readonly PastContact[]) {
    fillContacts(contacts, items);
    const open = button('新增', {
      kind: 'link',
      onClick: () => {
        const form = createContactForm(recordId, options.today, () => {
          if (shown === recordId) show(recordId);
        });
        contacts.body.prepend(form);
        open.remove();
      },
    });
    contacts.extra.append(open);
  }

  function loadParts(recordId: string, signal: AbortSignal) {
    const again = () => show(recordId);
    const failedIn = (part: Element) => () => failure(part, again);
    fill(lastContact, skeletonBar());
    load(signal, (own) => api.client(recordId, own), drawClient, failedIn(basic.body));
    load(
      signal,
      (own) => api.holdings(recordId, own),
      (items) => fillHoldings(holdings, items),
      failedIn(holdings.body),
    );
    load(
      signal,
      (own) => api.contacts(recordId, own),
      (items) => {
        drawContacts(recordId, items);
        fill(lastContact, lastContactText(items, options.today));
      },
      failedIn(contacts.body),
    );
    load(
      signal,
      (own) => api.relations(recordId, own),
      (items) => fillRelations(relations, items, options.openClient),
      failedIn(relations.body),
    );
  }

  function show(recordId: string) {
    const former = shown;
    shown = recordId;
    if (options.raceBug && former !== undefined) {
      // The real-life fault: a heading bound to the store, fields that wait for the answer, and
      // nothing that cancels the request before. Whichever answer comes last wins the fields.
      const known = options.knownName(recordId);
      if (known !== undefined) {
        drawHeading(recordId, known);
        options.named(recordId, known);
      }
      loadParts(recordId, new AbortController().signal);
      return;
    }
    controller.abort();
    controller = new AbortController();
    drawPending(recordId);
    loadParts(recordId, controller.signal);
  }

  return { element, show, dispose: () => controller.abort() };
}
