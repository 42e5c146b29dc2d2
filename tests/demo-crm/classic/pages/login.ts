import type { DemoBank } from '../../data/model';
import { html, page } from '../html';

/** The login form; any user name and password will do. */
export function loginPage(bank: DemoBank, returnTo: string | null): string {
  return page({
    title: `${bank.name.zh}客户关系管理系统 - 用户登录`,
    bodyClass: 'loginPage',
    styles: ['login'],
    body: html`
<div class="loginBand"></div>
<form id="loginForm" name="loginForm" method="post" action="/classic/login.do" class="loginBox">
  <div class="loginHead"><img src="/classic/style/logo.svg" alt="" width="36" height="36">
    <span><b>${bank.name.zh}</b><br>客户关系管理系统 <i>V3.2</i></span></div>
  <input type="hidden" name="returnTo" value="${returnTo ?? '/classic/index.do'}">
  <table class="loginTable">
    <tr><th>用户号：</th><td><input type="text" name="userId" id="userId" value="100286" size="20"></td></tr>
    <tr><th>密　码：</th><td><input type="password" name="passwd" id="passwd" value="demo" size="20"></td></tr>
    <tr><th>机　构：</th><td><select name="orgNo"><option>${bank.manager.branch}</option><option>湖滨支行</option></select></td></tr>
    <tr><th></th><td><input type="submit" class="btn" id="btnLogin" value="登 录"> <input type="reset" class="btn" value="重 置"></td></tr>
  </table>
  <p class="loginTip">本系统仅限内部使用，请妥善保管用户号及密码。建议使用 1024×768 以上分辨率。</p>
</form>
<div class="loginFoot">${bank.name.zh}信息科技部 版权所有（演示环境，人物与企业均为虚构）</div>`,
  });
}
