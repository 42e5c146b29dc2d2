import { ageOn } from '../../data/calendar';
import type { Company, Day, DemoBank, DemoClient, Individual, PastContact } from '../../data/model';
import type { Switches } from '../../switches';
import { type Content, Html, html, page } from '../html';
import {
  CHANNEL,
  clock,
  HOLDING,
  KIND,
  MARITAL,
  maskedId,
  maskedPhone,
  RISK,
  ROLE,
  SERVICE_LEVEL,
  SIZE_CLASS,
  slashed,
  wan,
  written,
  yuan,
} from '../words';

/**
 * The detail page, `detail.do?custNo=10000001`: in the bank's own words "客户信息查看". A panel per
 * client (one, unless a switch asks for more): a head line that says whose it is, and under it four
 * inner tabs; 账户持仓 and 关系人 are hidden panels of the same page, 联系记录 is an iframe, and the
 * newest contacts stand under the basics too.
 *
 * What adapters can hold on to, as such systems name things: `input#custNo` (hidden),
 * `table.headLine`, `table.infoTable`, value cells `td#custName`, `#custNoText`, `#sex`, `#birthday`, `#certNo`,
 * `#mobile`, `#svcLevel`, `#aum`, `#balance` …, `table#tblRecentContact`, `table#tblHolding`,
 * `table#tblRelation`. The same ids come twice where two panels are in the page, as in real ones.
 */

/** A label and the cell it names: `[label, id, content]`, four to a row by two. */
type Field = readonly [label: string, id: string, content: Content];

const reveal = (masked: string, recordId: string, field: string): Html =>
  html`<span class="masked">${masked}</span> <a href="javascript:void(0)" class="reveal" data-cust="${recordId}" data-field="${field}">查看</a>`;

function infoTable(caption: string, fields: readonly Field[], wide?: Field): Html {
  const cell = ([label, id, content]: Field) => html`<th>${label}</th><td id="${id}">${content ?? '--'}</td>`;
  const rows: Html[] = [];
  for (let place = 0; place < fields.length; place += 2) {
    rows.push(html`<tr>${fields.slice(place, place + 2).map(cell)}</tr>\n`);
  }
  if (wide) rows.push(html`<tr><th>${wide[0]}</th><td id="${wide[1]}" colspan="3">${wide[2]}</td></tr>\n`);
  return html`<table class="infoTable">\n<caption>${caption}</caption>\n${rows}</table>\n`;
}

function individualTables(client: Individual, today: Day): Html {
  const { recordId } = client;
  return html`${infoTable(
    '基本信息',
    [
      ['客户姓名：', 'custName', client.name],
      ['客户编号 ：', 'custNoText', recordId],
      ['性　　别：', 'sex', client.gender === 'female' ? '女' : '男'],
      ['出生日期：', 'birthday', `${client.birthday}（${ageOn(client.birthday, today)} 岁）`],
      ['证件类型：', 'certType', '居民身份证'],
      ['证件号码 :', 'certNo', reveal(maskedId(client.idNumber), recordId, 'idNumber')],
      ['证件到期日：', 'certExpiry', client.idExpiry],
      ['婚姻状况：', 'marital', MARITAL[client.marital]],
      ['职　　业：', 'occupation', client.occupation],
      ['工作单位：', 'employer', client.employer],
      ['联系 电话：', 'mobile', reveal(maskedPhone(client.phone), recordId, 'phone')],
      ['电子邮箱：', 'email', client.email],
    ],
    ['联系地址：', 'address', client.address],
  )}${infoTable('资产与服务', [
    ['客户类型：', 'custType', '个人客户'],
    ['服务等级：', 'svcLevel', SERVICE_LEVEL[client.serviceLevel]],
    ['管理资产（元）：', 'aum', yuan(client.aumFen)],
    ['活期余额（元）：', 'balance', yuan(client.balanceFen)],
    ['风险等级 ：', 'riskLevel', RISK[client.risk.level]],
    ['测评日期：', 'riskDate', slashed(client.risk.tested)],
    ['客户经理：', 'custMgr', client.manager],
    ['开户机构：', 'openOrg', client.branch],
    ['开户日期：', 'openDate', written(client.opened)],
    ['黑名单标志：', 'blackFlag', '否'],
  ])}`;
}

function companyTables(client: Company): Html {
  const { recordId } = client;
  return html`${infoTable(
    '基本信息',
    [
      ['企业名称：', 'custName', client.name],
      ['客户编号 ：', 'custNoText', recordId],
      ['统一社会信用代码：', 'creditCode', client.creditCode],
      ['法定代表人：', 'legalRep', client.legalRepresentative],
      ['所属行业 ：', 'industry', client.industry],
      ['企业规模：', 'sizeClass', SIZE_CLASS[client.sizeClass]],
      ['成立日期：', 'foundDate', client.founded],
      ['员工人数：', 'staff', `${client.staff} 人`],
      ['联系 电话：', 'mobile', reveal(maskedPhone(client.phone), recordId, 'phone')],
      ['电子邮箱：', 'email', client.email],
    ],
    ['注册地址：', 'address', client.address],
  )}${infoTable('业务信息', [
    ['客户类型：', 'custType', '对公客户'],
    ['服务等级：', 'svcLevel', SERVICE_LEVEL[client.serviceLevel]],
    ['管理资产（元）：', 'aum', yuan(client.aumFen)],
    ['结算余额（元）：', 'balance', yuan(client.balanceFen)],
    ['授信额度（万元）：', 'creditLine', wan(client.creditLineFen)],
    ['授信到期日：', 'creditUntil', client.creditLineUntil && slashed(client.creditLineUntil)],
    ['年营业收入（万元）：', 'revenue', wan(client.revenueFen)],
    ['代发工资人数：', 'payrollStaff', `${client.payrollStaff} 人`],
    ['客户经理：', 'custMgr', client.manager],
    ['开户机构：', 'openOrg', client.branch],
    ['开户日期：', 'openDate', written(client.opened)],
    ['黑名单标志：', 'blackFlag', '否'],
  ])}`;
}

/** Rows of past contacts: date (with time where known), way, content, who. */
export function contactRows(contacts: readonly PastContact[]): Html {
  if (contacts.length === 0) return html`<tr class="none"><td colspan="4">暂无联系记录</td></tr>`;
  return html`${contacts.map(
    (contact, place) =>
      html`<tr class="${place % 2 === 0 ? 'odd' : 'even'}"><td class="mid">${slashed(contact.day)} ${clock(contact.minute)}</td><td class="mid">${CHANNEL[contact.channel]}</td><td>${contact.text}</td><td class="mid">${contact.by}</td></tr>\n`,
  )}`;
}

export const CONTACT_HEAD: Html = html`<thead><tr><th width="118">日期</th><th width="64">方式</th><th>内容</th><th width="64">经办人</th></tr></thead>`;

function holdingsPanel(client: DemoClient): Html {
  return html`<table class="grid" id="tblHolding">
<thead><tr><th>账户序号</th><th>类别</th><th>产品名称</th><th>余额（元）</th><th>起息日</th><th>到期日</th><th>产品风险</th></tr></thead>
<tbody>
<tr class="odd"><td>${client.recordId}-00</td><td class="mid">活期</td><td>活期账户</td><td class="num">${yuan(client.balanceFen)}</td><td class="mid">${slashed(client.opened)}</td><td class="mid">--</td><td class="mid">--</td></tr>
${client.holdings.map(
  (holding, place) =>
    html`<tr class="${place % 2 === 0 ? 'even' : 'odd'}"><td>${holding.id}</td><td class="mid">${HOLDING[holding.kind]}</td><td>${holding.name}</td><td class="num">${yuan(holding.amountFen)}</td><td class="mid">${slashed(holding.since)}</td><td class="mid">${holding.maturity ? slashed(holding.maturity) : '--'}</td><td class="mid">${holding.risk === null ? '--' : `R${holding.risk}`}</td></tr>\n`,
)}</tbody></table>`;
}

function relationsPanel(client: DemoClient): Html {
  return html`<table class="grid" id="tblRelation">
<thead><tr><th>关系</th><th>姓名/名称</th><th>客户编号</th><th>联系电话</th></tr></thead>
<tbody>
${client.relations.map(
  (relation, place) =>
    html`<tr class="${place % 2 === 0 ? 'odd' : 'even'}"><td class="mid">${ROLE[relation.role]}</td><td>${
      relation.recordId === null
        ? relation.name
        : html`<a class="tabLink" href="/classic/detail.do?custNo=${relation.recordId}" data-tab="cust_${relation.recordId}" data-title="${relation.name}">${relation.name}</a>`
    }</td><td class="mid">${relation.recordId ?? '非本行客户'}</td><td>${
      relation.phone === null
        ? '--'
        : reveal(maskedPhone(relation.phone), client.recordId, `relation${place}`)
    }</td></tr>\n`,
)}</tbody></table>`;
}

/** Whose page it is, whichever inner tab is open. */
const headLine = ({ kind, name, recordId }: DemoClient): Html => html`<table class="headLine">
<tr><th>${kind === 'individual' ? '客户姓名：' : '企业名称：'}</th><td id="headName">${name}</td><th>客户编号：</th><td id="headNo">${recordId}</td><th>客户类型：</th><td id="headType">${KIND[kind]}</td></tr>
</table>`;

const INNER_TABS = [
  ['base', '基本信息'],
  ['holding', '账户持仓'],
  ['contact', '联系记录'],
  ['relation', '关系人'],
] as const;

/** One client's panel, as it stands or hidden as a former client's. */
function clientPanel(client: DemoClient, today: Day, state: 'shown' | 'hidden'): Html {
  const { recordId } = client;
  const tables = client.kind === 'individual' ? individualTables(client, today) : companyTables(client);
  const recent = html`<div class="secTitle">最近联系记录</div>
<table class="grid" id="tblRecentContact">${CONTACT_HEAD}<tbody>
${contactRows(client.contacts.slice(0, 5))}</tbody></table>`;
  const content = {
    base: html`${tables}${recent}`,
    holding: holdingsPanel(client),
    contact: html`<iframe class="contactFrame" name="contactFrame" data-src="/classic/contactLog.do?custNo=${recordId}" frameborder="0" title="联系记录"></iframe>`,
    relation: relationsPanel(client),
  };
  return html`<div class="custPanel" id="panel_${recordId}"${state === 'hidden' ? html` style="display:none"` : ''}>
<form name="custForm" onsubmit="return false"><input type="hidden" name="custNo" id="custNo" value="${recordId}"></form>
${headLine(client)}
<ul class="innerTabs">${INNER_TABS.map(([tab, title], place) => html`<li class="${place === 0 ? 'on' : ''}" data-panel="${tab}">${title}</li>`)}</ul>
${INNER_TABS.map(
  ([tab], place) =>
    html`<div class="innerPanel" data-panel="${tab}"${place === 0 ? '' : html` style="display:none"`}>\n${content[tab]}\n</div>\n`,
)}</div>\n`;
}

/** The client that stands in for "the former one" and "the second one" of the switches. */
export function nextClient(client: DemoClient, bank: DemoBank): DemoClient {
  const place = bank.clients.findIndex(({ recordId }) => recordId === client.recordId);
  return bank.clients[(place + 1) % bank.clients.length] ?? client;
}

/**
 * The whole page.
 * @param input.other the client of the switches staleNodes, staleVisibleMs and twoClients
 * @param input.filled ignore slowMs: the page asks itself for the late values with this
 */
export function detailPage(
  client: DemoClient,
  input: { today: Day; switches: Switches; other: DemoClient; filled: boolean },
): string {
  const { switches, other, today } = input;
  const slow = switches.slowMs > 0 && !input.filled;
  const stale =
    switches.staleVisibleMs > 0 ? clientPanel(other, today, 'shown') : clientPanel(other, today, 'hidden');
  const data: Record<string, string | number> = {};
  if (slow) data['slow-ms'] = switches.slowMs;
  if (switches.staleVisibleMs > 0) {
    data['stale-visible-ms'] = switches.staleVisibleMs;
    data['stale'] = other.recordId;
  }
  const { recordId } = client;
  return page({
    title: `客户信息查看 - ${client.recordId}`,
    bodyClass: slow ? 'contentPage detailPage waiting' : 'contentPage detailPage',
    styles: ['content', 'grid', 'detail'],
    scripts: ['detail', 'tabLink'],
    data,
    body: html`
<div class="crumb">当前位置：客户管理 &gt; 客户查询 &gt; 客户信息查看
<span class="actions"><a class="btn" href="/classic/edit.do?custNo=${recordId}" id="btnEdit">修 改</a> <a class="btn" href="javascript:window.print()">打 印</a></span></div>
${switches.staleNodes || switches.staleVisibleMs > 0 ? stale : ''}
${slow ? emptied(clientPanel(client, today, 'shown')) : clientPanel(client, today, 'shown')}
${switches.twoClients ? clientPanel(other, today, 'shown') : ''}`,
  });
}

/** The same panel with every value cell empty and every list without rows. */
function emptied(panel: Html): Html {
  const cells = /(<td id="[A-Za-z]+"(?: colspan="3")?>)[\s\S]*?<\/td>/g;
  const rows = /<tbody>[\s\S]*?<\/tbody>/g;
  const text = panel.text
    .replace(cells, '$1</td>')
    .replace(rows, '<tbody><tr class="none"><td colspan="7">加载中...</td></tr></tbody>');
  return new Html(text);
}
