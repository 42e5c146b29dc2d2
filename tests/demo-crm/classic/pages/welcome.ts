import { dashboardOf } from '../../api';
import type { DemoBank } from '../../data/model';
import { type Html, html, page } from '../html';
import { CHANNEL, slashed, wan, weekday, written } from '../words';

const clientLink = (recordId: string, name: string): Html =>
  html`<a class="tabLink" href="/classic/detail.do?custNo=${recordId}" data-tab="cust_${recordId}" data-title="${name}">${name}</a>`;

const box = (title: string, content: Html): Html =>
  html`<div class="box"><div class="boxTitle">${title}</div><div class="boxBody">${content}</div></div>\n`;

/** The home page: figures, what comes due, birthdays, clients not seen for long, notices. */
export function welcomePage(bank: DemoBank): string {
  const board = dashboardOf(bank);
  const figures = html`<table class="figures"><tr>
<td><b>${board.individuals}</b>个人客户（户）</td><td><b>${board.companies}</b>对公客户（户）</td>
<td><b>${wan(board.aumFen)}</b>管理资产（万元）</td><td><b>${board.contactsThisMonth}</b>本月联系（次）</td></tr></table>`;
  const maturing = html`<table class="grid"><tr><th>客户</th><th>产品</th><th>金额（万元）</th><th>到期日</th></tr>
${board.maturing.map(
  (row) =>
    html`<tr><td>${clientLink(row.recordId, row.name)}</td><td>${row.holding}</td><td class="num">${wan(row.amountFen)}</td><td>${slashed(row.maturity)}</td></tr>\n`,
)}</table>`;
  const birthdays = html`<table class="grid"><tr><th>客户</th><th>生日</th><th>年龄</th></tr>
${board.birthdays
  .slice(0, 8)
  .map(
    (row) =>
      html`<tr><td>${clientLink(row.recordId, row.name)}</td><td>${row.day.slice(5)}</td><td class="num">${row.age}</td></tr>\n`,
  )}</table>`;
  const silent = html`<table class="grid"><tr><th>客户</th><th>类型</th><th>最近联系日</th></tr>
${board.longestSilent
  .slice(0, 8)
  .map(
    (row) =>
      html`<tr><td>${clientLink(row.recordId, row.name)}</td><td>${row.kind === 'company' ? '对公' : '个人'}</td><td>${slashed(row.lastContact ?? '')}</td></tr>\n`,
  )}</table>`;
  const recent = html`<table class="grid"><tr><th>日期</th><th>客户</th><th>方式</th><th>内容</th></tr>
${board.recent
  .slice(0, 6)
  .map(
    ({ recordId, name, contact }) =>
      html`<tr><td>${slashed(contact.day)}</td><td>${clientLink(recordId, name)}</td><td>${CHANNEL[contact.channel]}</td><td class="clip">${contact.text}</td></tr>\n`,
  )}</table>`;
  const notices = html`<ul class="notices">
<li>关于做好四季度客户身份证件到期提醒工作的通知</li><li>风险承受能力测评满 12 个月客户清单已下发</li>
<li>关于规范企业微信客户联系记录录入的要求</li><li>本系统每日 22:00 至 22:30 进行日终批处理</li></ul>`;
  return page({
    title: '首页',
    bodyClass: 'contentPage',
    styles: ['content', 'grid', 'welcome'],
    scripts: ['tabLink'],
    body: html`
<div class="crumb">当前位置：我的工作台 &gt; 首页</div>
<div class="hello">${bank.manager.name}，您好！今天是${written(bank.today)}，${weekday(bank.today)}。</div>
${figures}
<table class="columns"><tr>
<td class="column" width="58%">${box('近期到期产品（30 天内）', maturing)}${box('最近联系', recent)}</td>
<td class="column">${box('七日内生日客户', birthdays)}${box('久未联系客户', silent)}${box('通知公告', notices)}</td>
</tr></table>`,
  });
}

/** A menu entry nobody has filled. */
export function underConstructionPage(title: string): string {
  return page({
    title,
    bodyClass: 'contentPage',
    styles: ['content', 'grid', 'welcome'],
    body: html`<div class="crumb">当前位置：${title}</div><div class="empty">该功能在演示环境中未开放。</div>`,
  });
}
