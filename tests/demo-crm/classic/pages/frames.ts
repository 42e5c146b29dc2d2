import type { DemoBank } from '../../data/model';
import type { Switches } from '../../switches';
import { html, page } from '../html';
import { weekday, written } from '../words';

/** The frames around the pages: top page, menu, workspace with its tab strip. */

/** The top page. `?open=10000001` opens that client's tab at once; switches in the query reach the workspace. */
export function indexPage(bank: DemoBank, query: URLSearchParams): string {
  const { manager, name, today } = bank;
  return page({
    title: `${name.zh}客户关系管理系统`,
    bodyClass: 'framePage',
    styles: ['frame'],
    body: html`
<div id="topBar">
  <div class="logo"><img src="/classic/style/logo.svg" alt="" width="30" height="30"><b>${name.zh}</b><span>客户关系管理系统</span><i>CRM V3.2</i></div>
  <div class="userInfo">
    <span>${manager.branch}　${manager.name}（客户经理）</span><span>${written(today)}　${weekday(today)}</span>
    <a href="/classic/index.do">首页</a>|<a href="/classic/building.do?title=帮助" target="mainFrame">帮助</a>|<a href="/classic/logout.do" id="lnkLogout">安全退出</a>
  </div>
</div>
<div id="leftBar"><iframe name="leftFrame" id="leftFrame" src="/classic/menu.do" frameborder="0" title="菜单"></iframe></div>
<div id="mainBar"><iframe name="mainFrame" id="mainFrame" src="/classic/workspace.do?${query.toString()}" frameborder="0" title="工作区"></iframe></div>`,
  });
}

const MENU = [
  ['我的工作台', [['welcome', '首页', 'welcome.do']]],
  [
    '客户管理',
    [
      ['list_individual', '个人客户查询', 'custList.do?custType=individual'],
      ['list_company', '对公客户查询', 'custList.do?custType=company'],
      ['list_all', '我的全部客户', 'custList.do'],
    ],
  ],
  [
    '营销管理',
    [
      ['b_lead', '商机管理', 'building.do?title=商机管理'],
      ['b_plan', '营销活动', 'building.do?title=营销活动'],
      ['b_product', '产品货架', 'building.do?title=产品货架'],
    ],
  ],
  [
    '统计报表',
    [
      ['b_perf', '业绩统计', 'building.do?title=业绩统计'],
      ['b_aum', '资产变动表', 'building.do?title=资产变动表'],
    ],
  ],
  ['系统管理', [['settings', '个人设置', 'settings.do']]],
] as const;

export function menuPage(): string {
  return page({
    title: '菜单',
    bodyClass: 'menuPage',
    styles: ['menu'],
    scripts: ['tabLink'],
    body: html`
<div class="menuTitle">功能菜单</div>
${MENU.map(
  ([group, entries]) => html`<dl class="menuGroup"><dt>${group}</dt>
${entries.map(([tab, title, url]) => html`<dd><a class="tabLink" href="/classic/${url}" data-tab="${tab}" data-title="${title}">${title}</a></dd>\n`)}</dl>\n`,
)}`,
  });
}

/** The tab strip and its iframes, one per tab; the first tab is the home page. */
export function workspacePage(bank: DemoBank, open: string | null, switches: Switches): string {
  const client = bank.clients.find(({ recordId }) => recordId === open);
  const data: Record<string, string | number> = {};
  if (switches.staleNodes) data['stale-nodes'] = 1;
  if (switches.staleVisibleMs > 0) data['stale-visible-ms'] = switches.staleVisibleMs;
  if (client) Object.assign(data, { 'open-no': client.recordId, 'open-name': client.name });
  return page({
    title: '工作区',
    bodyClass: 'workspacePage',
    styles: ['workspace'],
    scripts: ['workspace'],
    data,
    body: html`<ul id="tabStrip"></ul><div id="tabPanes"></div>`,
  });
}
