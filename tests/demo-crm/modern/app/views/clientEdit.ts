/** `/modern/clients/:recordId/edit`: the client's fields as a form. */
import * as api from '../api';
import { fill, h } from '../dom';
import { genderLabel, maritalLabel, maskedId, yuan } from '../format';
import { button, card, failure, message, skeletonLines } from '../parts/kit';
import type { Context, View } from '../view';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const LEVELS = ['私行', '财富', '金卡', '普卡'].map((level) => [level, level] as const);

function input(name: string, value: string, attributes: Record<string, string | boolean> = {}) {
  const control = h('input.el-input__inner', { name, ...attributes });
  control.value = value;
  return control;
}

function select(name: string, value: string, choices: readonly (readonly [string, string])[]) {
  const control = h(
    'select.el-select__native',
    { name },
    choices.map(([key, label]) => h('option', { value: key }, label)),
  );
  control.value = value;
  return control;
}

function item(label: string, control: Control, options: { required?: boolean; wide?: boolean } = {}) {
  return h(
    'label',
    { class: `el-form-item${options.required ? ' is-required' : ''}${options.wide ? ' is-wide' : ''}` },
    h('span.el-form-item__label', null, label),
    h('span.el-form-item__content', null, control),
  );
}

const fixed = (value: string) => input('', value, { readonly: true });

function ownItems(client: api.ClientCore): HTMLElement[] {
  if (client.kind === 'individual') {
    return [
      item('性别', fixed(genderLabel[client.gender])),
      item('出生日期', fixed(client.birthday)),
      item('证件号码', fixed(maskedId(client.idNumber))),
      item(
        '证件有效期',
        input('idExpiry', client.idExpiry, { pattern: '\\d{4}-\\d{2}-\\d{2}', placeholder: 'YYYY-MM-DD' }),
      ),
      item('职业', input('occupation', client.occupation)),
      item('工作单位', input('employer', client.employer ?? '')),
      item('婚姻状况', select('marital', client.marital, Object.entries(maritalLabel))),
      item('风险等级', fixed(`${client.risk.level}（${client.risk.tested} 测评）`)),
    ];
  }
  return [
    item('信用代码', fixed(client.creditCode)),
    item('法定代表人', input('legalRepresentative', client.legalRepresentative)),
    item('所属行业', input('industry', client.industry)),
    item('员工人数', input('staff', String(client.staff), { type: 'number', min: '0' })),
    item('代发人数', input('payrollStaff', String(client.payrollStaff), { type: 'number', min: '0' })),
  ];
}

/** What the API accepts: numbers as numbers, an empty e-mail or employer as null. */
function changesIn(form: HTMLFormElement): Record<string, string | number | null> {
  const changes: Record<string, string | number | null> = {};
  for (const [name, value] of new FormData(form)) {
    if (name === '' || typeof value !== 'string') continue;
    const text = value.trim();
    if (name === 'staff' || name === 'payrollStaff') changes[name] = Number(text);
    else changes[name] = text === '' && (name === 'email' || name === 'employer') ? null : text;
  }
  return changes;
}

export function createClientEdit(context: Context): View {
  const part = card('编辑客户', 'edit-card');
  let controller = new AbortController();
  let shown: string | undefined;

  function draw(client: api.ClientCore) {
    const { recordId } = client;
    context.rename({ name: 'edit', recordId }, `编辑 ${client.name}`);
    part.extra.textContent = `客户编号 ${recordId}`;
    const save = button('保存', { kind: 'primary', type: 'submit' });
    const back = () => context.navigate({ name: 'client', recordId });

    async function submit(event: Event) {
      event.preventDefault();
      save.disabled = true;
      try {
        const saved = await api.saveClient(recordId, changesIn(form));
        context.names.set(recordId, saved.name);
        context.forgetClient(recordId);
        message('保存成功');
        back();
      } catch {
        message('保存失败，请检查填写内容', 'warning');
        save.disabled = false;
      }
    }

    const form = h(
      'form.el-form.edit-form',
      { onSubmit: (event) => void submit(event) },
      h(
        'div.edit-form__grid',
        null,
        item(
          client.kind === 'individual' ? '客户姓名' : '企业名称',
          input('name', client.name, { required: true }),
          {
            required: true,
          },
        ),
        item('客户编号', fixed(recordId)),
        item(
          client.kind === 'individual' ? '手机号码' : '联系电话',
          input('phone', client.phone, { required: true, type: 'tel' }),
          { required: true },
        ),
        item('电子邮箱', input('email', client.email ?? '', { type: 'email' })),
        ownItems(client),
        item('服务等级', select('serviceLevel', client.serviceLevel, LEVELS)),
        item('管理资产', fixed(`${yuan(client.aumFen)} 元`)),
        item(client.kind === 'individual' ? '联系地址' : '注册地址', input('address', client.address), {
          wide: true,
        }),
      ),
      h('div.edit-form__foot', null, save, button('取消', { onClick: back })),
    );
    fill(part.body, form);
  }

  async function load(recordId: string) {
    controller.abort();
    controller = new AbortController();
    const { signal } = controller;
    fill(part.body, skeletonLines(8));
    try {
      const client = await api.client(recordId, signal);
      if (!signal.aborted) draw(client);
    } catch {
      if (!signal.aborted) failure(part.body, () => void load(recordId));
    }
  }

  return {
    element: h('div.app-view.client-edit', null, part.element),
    update(route) {
      if (route.name !== 'edit' || route.recordId === shown) return;
      shown = route.recordId;
      void load(route.recordId);
    },
    dispose: () => controller.abort(),
  };
}
