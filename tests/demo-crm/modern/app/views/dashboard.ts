/** `/modern/dashboard`: the morning's figures and lists. */
import * as api from '../api';
import { type Child, fill, h } from '../dom';
import { channelLabel, wan } from '../format';
import { type IconName, icon } from '../icons';
import { type Card, card, empty, failure, progress, serviceLevelTag, skeletonLines, tag } from '../parts/kit';
import type { Context, View } from '../view';

const ROWS = 6;

/** `48,616,864.37` yuan and up reads better in 亿. */
function inYi(fen: number): string {
  return (fen / 1e10).toFixed(2);
}

export function createDashboard(context: Context): View {
  const { session } = context;
  const controller = new AbortController();
  const figures = h('div.stat-grid', null, skeletonLines(2));
  const maturing = card('近期到期产品', 'maturing-card');
  const birthdays = card('近七日生日', 'birthday-card');
  const silent = card('久未联系客户', 'silent-card');
  const recent = card('最新联系记录', 'recent-card');
  const cards = [maturing, birthdays, silent, recent];
  for (const each of cards) fill(each.body, skeletonLines(5));

  const link = (recordId: string, name: string) =>
    h(
      'button.el-link',
      { type: 'button', onClick: () => context.navigate({ name: 'client', recordId }) },
      name,
    );
  const figure = (name: IconName, label: string, value: string, unit: string, note: Child) =>
    h(
      'section.el-card.stat-card',
      { 'aria-label': label },
      h('span.stat-card__icon', null, icon(name)),
      h('span.stat-card__label', null, label),
      h('strong.stat-card__value', null, value, h('small', null, unit)),
      h('span.stat-card__note', null, note),
    );
  const table = (part: Card, head: readonly string[], rows: readonly Child[][], right = -1) => {
    part.body.classList.add('is-flush');
    if (rows.length === 0) return fill(part.body, empty());
    const side = (place: number) => (place === right ? 'el-table__cell is-right' : 'el-table__cell');
    fill(
      part.body,
      h(
        'div.el-table.el-table--small',
        null,
        h(
          'table.el-table__body',
          null,
          h(
            'thead',
            null,
            h(
              'tr',
              null,
              head.map((text, place) => h('th', { scope: 'col', class: side(place) }, text)),
            ),
          ),
          h(
            'tbody',
            null,
            rows.map((cells) =>
              h(
                'tr.el-table__row',
                null,
                cells.map((cell, place) => h('td', { class: side(place) }, cell)),
              ),
            ),
          ),
        ),
      ),
    );
  };

  function draw(reply: api.DashboardReply) {
    const all = reply.individuals + reply.companies;
    fill(
      figures,
      figure('users', '管户数', String(all), '户', [`个人 ${reply.individuals} · 企业 ${reply.companies}`]),
      figure('wallet', '管理资产总额', inYi(reply.aumFen), '亿元', ['较上月末 +1.8%']),
      figure('phone', '本月联系', String(reply.contactsThisMonth), '次', [
        progress(Math.min(1, reply.contactsThisMonth / 120)),
        '月度目标 120 次',
      ]),
      figure('calendar', '近七日生日', String(reply.birthdays.length), '位', [
        `最近的产品到期日 ${reply.maturing[0]?.maturity ?? '—'}`,
      ]),
    );
    table(
      maturing,
      ['到期日', '客户', '产品', '金额（万元）'],
      reply.maturing
        .slice(0, ROWS)
        .map((each) => [each.maturity, link(each.recordId, each.name), each.holding, wan(each.amountFen)]),
      3,
    );
    table(
      silent,
      ['客户', '等级', '管理资产（万元）', '最近联系'],
      reply.longestSilent
        .slice(0, ROWS)
        .map((each) => [
          link(each.recordId, each.name),
          serviceLevelTag(each.serviceLevel),
          wan(each.aumFen),
          each.lastContact ?? '—',
        ]),
      2,
    );
    birthdays.body.classList.add('is-list');
    fill(
      birthdays.body,
      reply.birthdays.length === 0
        ? empty('近七日没有客户过生日')
        : reply.birthdays
            .slice(0, ROWS)
            .map((each) =>
              h(
                'div.plain-row',
                null,
                tag(each.day.slice(5), 'warning'),
                link(each.recordId, each.name),
                h('span.plain-row__end', null, `${each.age} 岁`),
              ),
            ),
    );
    recent.body.classList.add('is-list');
    fill(
      recent.body,
      reply.recent
        .slice(0, ROWS)
        .map(({ recordId, name, contact }) =>
          h(
            'div.plain-row',
            null,
            tag(channelLabel[contact.channel], 'info'),
            link(recordId, name),
            h('span.plain-row__text', null, contact.text),
            h('span.plain-row__end', null, contact.day.slice(5)),
          ),
        ),
    );
  }

  async function load() {
    try {
      const reply = await api.dashboard(controller.signal);
      if (!controller.signal.aborted) draw(reply);
    } catch {
      if (!controller.signal.aborted) failure(figures, () => void load());
    }
  }
  void load();

  return {
    element: h(
      'div.app-view.dashboard',
      null,
      h(
        'div.dashboard__hello',
        null,
        h('h1', null, `您好，${session.user.name}`),
        h('p', null, `${session.user.branch} · 今天是 ${session.today}`),
      ),
      figures,
      h(
        'div.dashboard__columns',
        null,
        h('div', null, maturing.element, silent.element),
        h('div', null, birthdays.element, recent.element),
      ),
    ),
    update() {},
    dispose: () => controller.abort(),
  };
}
