import type { DemoBank } from '../../data/model';
import { html, page } from '../html';

/** The RM's own settings; a form of the kind an extension must not mistake for a client. */
export function settingsPage(bank: DemoBank, saved: boolean): string {
  return page({
    title: '个人设置',
    bodyClass: 'contentPage',
    styles: ['content', 'detail'],
    body: html`
<div class="crumb">当前位置：系统管理 &gt; 个人设置</div>
${saved ? html`<div class="okMsg">设置已保存。</div>` : ''}
<form method="post" action="/classic/settings.do" id="settingsForm">
<table class="infoTable">
<caption>用户信息</caption>
<tr><th>用户姓名：</th><td>${bank.manager.name}</td><th>用户号 ：</th><td>100286</td></tr>
<tr><th>所属机构：</th><td>${bank.name.zh}${bank.manager.branch}</td><th>岗　　位：</th><td>客户经理</td></tr>
<tr><th>联系电话：</th><td><input type="text" name="phone" value="13700000286"></td><th>每页条数：</th><td><select name="pageSize"><option>20</option><option>50</option></select></td></tr>
<tr><th>首页模块：</th><td colspan="3"><label><input type="checkbox" name="m" checked>到期产品</label> <label><input type="checkbox" name="m" checked>生日客户</label> <label><input type="checkbox" name="m" checked>久未联系</label> <label><input type="checkbox" name="m" checked>通知公告</label></td></tr>
</table>
<div class="btnBar"><input type="submit" class="btn" value="保 存"></div>
</form>`,
  });
}
