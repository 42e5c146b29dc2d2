/** `/modern/login`: outside the frame. Any name and password are let in. */
import * as api from '../api';
import { fill, h } from '../dom';
import { button } from '../parts/kit';

/** @param done called once the session stands */
export function createLogin(bankName: string, done: () => void): HTMLElement {
  const user = h('input.el-input__inner', {
    name: 'username',
    placeholder: '员工号',
    autocomplete: 'username',
    required: true,
  });
  const password = h('input.el-input__inner', {
    name: 'password',
    type: 'password',
    placeholder: '密码',
    autocomplete: 'current-password',
    required: true,
  });
  const error = h('p.login-form__error', { role: 'alert' });
  const enter = button('登 录', { kind: 'primary', type: 'submit' });

  async function submit(event: Event) {
    event.preventDefault();
    enter.disabled = true;
    try {
      await api.logIn('modern', user.value, password.value);
      done();
    } catch {
      fill(error, '登录失败，请检查员工号和密码。');
      enter.disabled = false;
    }
  }

  return h(
    'div.login-container',
    null,
    h(
      'section.login-panel',
      null,
      h(
        'div.login-panel__side',
        null,
        h('img', { src: '/modern/assets/emblem.svg', alt: '', width: 44, height: 44 }),
        h('h1', null, bankName),
        h('p', null, '客户经营平台'),
        h('p.login-panel__note', null, '内部系统，仅限授权员工使用。所有操作均留痕，请妥善保管客户信息。'),
      ),
      h(
        'form.el-form.login-form',
        { onSubmit: (event) => void submit(event) },
        h('h2', null, '员工登录'),
        h('label.el-form-item', null, h('span.el-form-item__label', null, '员工号'), user),
        h('label.el-form-item', null, h('span.el-form-item__label', null, '密码'), password),
        error,
        enter,
        h('p.login-form__hint', null, '演示系统：任意员工号和密码均可登录'),
      ),
    ),
  );
}
