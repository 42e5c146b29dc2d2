/** `/modern/settings`: the user's own data and preferences; no client here. */
import { h } from '../dom';
import { drawDescriptions } from '../parts/descriptions';
import { button, card, message } from '../parts/kit';
import type { Context, View } from '../view';

const PREFERENCES = [
  ['到期提醒', '产品到期前 30 天在首页提醒', true],
  ['生日提醒', '客户生日前 7 天在首页提醒', true],
  ['桌面通知', '收到转派任务时弹出通知', false],
  ['紧凑表格', '列表行高缩小，一屏显示更多客户', false],
] as const;

/** @param logOut ends the session */
export function createSettings(context: Context, logOut: () => void): View {
  const { user } = context.session;
  const profile = card('我的信息', 'profile-card');
  drawDescriptions(profile.body, [
    { label: '姓名', value: user.name },
    { label: '英文名', value: user.latinName },
    { label: '员工号', value: 'B0200317' },
    { label: '岗位', value: '理财经理' },
    { label: '所属机构', value: user.branch },
    { label: '办公电话', value: '0571-5550 0310' },
  ]);
  const preferences = card('偏好设置', 'preference-card');
  preferences.body.append(
    ...PREFERENCES.map(([title, note, on]) => {
      const toggle = h('button.el-switch', {
        type: 'button',
        role: 'switch',
        'aria-checked': String(on),
        'aria-label': title,
        onClick: () => {
          const checked = toggle.classList.toggle('is-checked');
          toggle.setAttribute('aria-checked', String(checked));
        },
      });
      toggle.classList.toggle('is-checked', on);
      return h(
        'div.preference-row',
        null,
        h('span', null, h('b', null, title), h('small', null, note)),
        toggle,
      );
    }),
  );
  return {
    element: h(
      'div.app-view.settings',
      null,
      profile.element,
      preferences.element,
      h(
        'div.settings__foot',
        null,
        button('保存设置', { kind: 'primary', onClick: () => message('设置已保存') }),
        button('退出登录', { onClick: logOut }),
      ),
    ),
    update() {},
    dispose() {},
  };
}
