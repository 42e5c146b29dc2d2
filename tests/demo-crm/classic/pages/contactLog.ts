import type { Day, DemoClient } from '../../data/model';
import { html, page } from '../html';
import { CHANNEL } from '../words';
import { CONTACT_HEAD, contactRows } from './detail';

const PAGE_SIZE = 15;

/** The inner page 联系记录 of a client: `contactLog.do?custNo=&pageNo=`, with a form for a new record. */
export function contactLogPage(client: DemoClient, query: URLSearchParams, today: Day): string {
  const { recordId, contacts } = client;
  const pages = Math.max(1, Math.ceil(contacts.length / PAGE_SIZE));
  const pageNo = Math.min(pages, Math.max(1, Number(query.get('pageNo')) || 1));
  const from = (pageNo - 1) * PAGE_SIZE;
  const link = (target: number, text: string) =>
    target < 1 || target > pages
      ? html`<span class="off">${text}</span>`
      : html`<a href="/classic/contactLog.do?custNo=${recordId}&amp;pageNo=${target}">${text}</a>`;
  return page({
    title: '联系记录',
    bodyClass: 'contentPage innerPage',
    styles: ['content', 'grid'],
    body: html`
<table class="grid" id="tblContact">${CONTACT_HEAD}<tbody>
${contactRows(contacts.slice(from, from + PAGE_SIZE))}</tbody></table>
<div class="pager">共 <b>${contacts.length}</b> 条记录　第 ${pageNo}/${pages} 页　${link(pageNo - 1, '上一页')} ${link(pageNo + 1, '下一页')}</div>
<form method="post" action="/classic/contactLog.do" id="contactForm" class="queryBar">
<input type="hidden" name="custNo" value="${recordId}">
日期：<input type="text" name="day" id="contactDay" value="${today}" size="10">
方式：<select name="channel" id="contactChannel">${Object.entries(CHANNEL).map(([value, text]) => html`<option value="${value}">${text}</option>`)}</select>
内容：<input type="text" name="text" id="contactText" size="60">
<input type="submit" class="btn" id="btnAddContact" value="新 增">
</form>`,
  });
}

/** The new contact as the form says it; the desk checks it. */
export function contactFields(form: URLSearchParams): unknown {
  return { day: form.get('day'), minute: null, channel: form.get('channel'), text: form.get('text') };
}
