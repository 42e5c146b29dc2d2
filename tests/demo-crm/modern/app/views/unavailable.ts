/** Menu entries that this user's post has no right to. */
import { h } from '../dom';
import { button, empty } from '../parts/kit';
import type { Context, View } from '../view';

export function createUnavailable(context: Context): View {
  return {
    element: h(
      'div.app-view',
      null,
      h(
        'section.el-card.unavailable',
        null,
        empty('当前岗位未开通该功能，如需使用请联系分行管理员。'),
        button('返回首页', { kind: 'primary', onClick: () => context.navigate({ name: 'dashboard' }) }),
      ),
    ),
    update() {},
    dispose() {},
  };
}
