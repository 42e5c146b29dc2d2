import { findClients } from '../../api';
import type { DemoBank, DemoClient } from '../../data/model';
import { type Html, html, page } from '../html';
import { KIND, maskedPhone, SERVICE_LEVEL, slashed, wan } from '../words';

const PAGE_SIZE = 20;

function row(client: DemoClient, order: number): Html {
  const { recordId, name } = client;
  const last = client.contacts[0]?.day;
  const tab = html`class="tabLink" data-tab="cust_${recordId}" data-title="${name}"`;
  return html`<tr class="${order % 2 === 0 ? 'even' : 'odd'}">
<td class="mid"><input type="checkbox" name="sel" value="${recordId}"></td>
<td class="mid">${order}</td><td>${recordId}</td>
<td class="nameCell"><a ${tab} href="/classic/detail.do?custNo=${recordId}" title="${name}">${name}</a></td>
<td class="mid">${KIND[client.kind]}</td><td class="mid">${SERVICE_LEVEL[client.serviceLevel]}</td>
<td>${maskedPhone(client.phone)}</td><td class="num">${wan(client.aumFen)}</td>
<td class="mid">${last ? slashed(last) : '--'}</td><td class="mid">${client.branch}</td><td class="mid">${client.manager}</td>
<td class="mid"><a ${tab} href="/classic/detail.do?custNo=${recordId}">查看</a> <a ${tab} href="/classic/edit.do?custNo=${recordId}">修改</a></td>
</tr>\n`;
}

/** The client list with search and paging: `custList.do?custType=&keyword=&pageNo=`. */
export function listPage(bank: DemoBank, query: URLSearchParams): string {
  const custType = query.get('custType') ?? '';
  const keyword = query.get('keyword') ?? '';
  const found = findClients(bank, { q: keyword, kind: custType });
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const pageNo = Math.min(pages, Math.max(1, Number(query.get('pageNo')) || 1));
  const from = (pageNo - 1) * PAGE_SIZE;
  const link = (target: number, text: string): Html => {
    const address = new URLSearchParams({ custType, keyword, pageNo: String(target) });
    return target === pageNo || target < 1 || target > pages
      ? html`<span class="off">${text}</span>`
      : html`<a href="/classic/custList.do?${address.toString()}">${text}</a>`;
  };
  const option = (value: string, text: string) =>
    html`<option value="${value}"${value === custType ? html` selected` : ''}>${text}</option>`;
  return page({
    title: '客户查询',
    bodyClass: 'contentPage',
    styles: ['content', 'grid'],
    scripts: ['tabLink'],
    body: html`
<div class="crumb">当前位置：客户管理 &gt; 客户查询</div>
<form id="queryForm" name="queryForm" method="get" action="/classic/custList.do" class="queryBar">
客户类型：<select name="custType">${option('', '全部')}${option('individual', '个人客户')}${option('company', '对公客户')}</select>
客户名称/编号/电话尾号：<input type="text" name="keyword" id="keyword" value="${keyword}" size="24">
<input type="submit" class="btn" value="查 询"> <input type="button" class="btn" value="导 出" disabled>
</form>
<table class="grid listTable" id="custTable">
<thead><tr><th width="28">选</th><th width="40">序号</th><th width="76">客户编号</th><th>客户名称</th><th width="72">客户类型</th><th width="90">服务等级</th><th width="104">联系电话</th><th width="96">管理资产(万元)</th><th width="84">最近联系日</th><th width="72">归属机构</th><th width="64">客户经理</th><th width="76">操作</th></tr></thead>
<tbody>
${found.slice(from, from + PAGE_SIZE).map((client, place) => row(client, from + place + 1))}
</tbody></table>
<div class="pager">共 <b>${found.length}</b> 条记录　第 ${pageNo}/${pages} 页　${link(1, '首页')} ${link(pageNo - 1, '上一页')} ${link(pageNo + 1, '下一页')} ${link(pages, '末页')}</div>`,
  });
}
