import type { DemoClient } from '../../data/model';
import { type Html, html, page } from '../html';
import { MARITAL, SERVICE_LEVEL } from '../words';

/** The edit form: `edit.do?custNo=`; saving leads back to the detail page. */
export function editPage(client: DemoClient): string {
  const text = (label: string, name: string, value: string | number | null) =>
    html`<th>${label}</th><td><input type="text" name="${name}" value="${value}" size="32"></td>`;
  const select = (label: string, name: string, options: Record<string, string>, value: string) =>
    html`<th>${label}</th><td><select name="${name}">${Object.entries(options).map(
      ([key, word]) => html`<option value="${key}"${key === value ? html` selected` : ''}>${word}</option>`,
    )}</select></td>`;
  const own: Html =
    client.kind === 'individual'
      ? html`<tr>${text('职　　业：', 'occupation', client.occupation)}${text('工作单位：', 'employer', client.employer)}</tr>
<tr>${select('婚姻状况：', 'marital', MARITAL, client.marital)}${text('证件到期日：', 'idExpiry', client.idExpiry)}</tr>`
      : html`<tr>${text('所属行业 ：', 'industry', client.industry)}${text('法定代表人：', 'legalRepresentative', client.legalRepresentative)}</tr>
<tr>${text('员工人数：', 'staff', client.staff)}${text('代发工资人数：', 'payrollStaff', client.payrollStaff)}</tr>`;
  return page({
    title: `客户信息修改 - ${client.recordId}`,
    bodyClass: 'contentPage',
    styles: ['content', 'detail'],
    body: html`
<div class="crumb">当前位置：客户管理 &gt; 客户查询 &gt; 客户信息修改</div>
<form method="post" action="/classic/edit.do" name="editForm" id="editForm">
<input type="hidden" name="custNo" id="custNo" value="${client.recordId}">
<table class="infoTable">
<caption>客户信息修改</caption>
<tr>${text('客户名称：', 'name', client.name)}${select('服务等级：', 'serviceLevel', SERVICE_LEVEL, client.serviceLevel)}</tr>
<tr>${text('联系 电话：', 'phone', client.phone)}${text('电子邮箱：', 'email', client.email)}</tr>
${own}
<tr><th>联系地址：</th><td colspan="3"><input type="text" name="address" value="${client.address}" size="80"></td></tr>
</table>
<div class="btnBar"><input type="submit" class="btn" id="btnSave" value="保 存"> <a class="btn" href="/classic/detail.do?custNo=${client.recordId}">返 回</a></div>
</form>`,
  });
}

const NUMBERS = ['staff', 'payrollStaff'];
const NULLABLE = ['email', 'employer'];

/** The changed fields as the desk wants them; what the form does not name stays as it is. */
export function editFields(client: DemoClient, form: URLSearchParams): unknown {
  const fields = [...form].filter(([name]) => name !== 'custNo');
  return Object.fromEntries(
    fields.map(([name, value]) => {
      if (NUMBERS.includes(name) && client.kind === 'company') return [name, Number(value)];
      return [name, NULLABLE.includes(name) && value === '' ? null : value];
    }),
  );
}
