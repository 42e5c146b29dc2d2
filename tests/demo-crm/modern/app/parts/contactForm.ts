/** The form by which an RM enters a contact into the CRM, under the card's heading. */
import type { Day } from '../../../data/model';
import * as api from '../api';
import { h } from '../dom';
import { channelLabel } from '../format';
import { button, message } from './kit';

/** `10:20` → 620; empty → null. */
function minuteOf(time: string): number | null {
  const parts = /^(\d{2}):(\d{2})$/.exec(time);
  return parts === null ? null : Number(parts[1]) * 60 + Number(parts[2]);
}

const isChannel = (value: string): value is keyof typeof channelLabel => value in channelLabel;

/** @param saved called once the record is stored, to load the list again */
export function createContactForm(recordId: string, today: Day, saved: () => void): HTMLFormElement {
  const channel = h(
    'select.el-select__native',
    { name: 'channel', 'aria-label': '联系方式' },
    Object.entries(channelLabel).map(([value, label]) => h('option', { value }, label)),
  );
  const day = h('input.el-input__inner', {
    name: 'day',
    'aria-label': '日期',
    pattern: '\\d{4}-\\d{2}-\\d{2}',
  });
  day.value = today;
  const time = h('input.el-input__inner', {
    name: 'time',
    'aria-label': '时间',
    placeholder: '时:分',
    pattern: '\\d{2}:\\d{2}',
  });
  const text = h('textarea.el-textarea__inner', {
    name: 'text',
    'aria-label': '联系内容',
    placeholder: '联系内容',
    required: true,
  });
  const save = button('提交', { kind: 'primary', type: 'submit' });

  async function submit(event: Event) {
    event.preventDefault();
    if (!isChannel(channel.value)) return;
    save.disabled = true;
    try {
      await api.addContact(recordId, {
        day: day.value,
        minute: minuteOf(time.value),
        channel: channel.value,
        text: text.value.trim(),
      });
      message('联系记录已保存');
      saved();
    } catch {
      message('保存失败，请检查日期和内容', 'warning');
      save.disabled = false;
    }
  }

  return h(
    'form.el-form.contact-form',
    { onSubmit: (event) => void submit(event) },
    channel,
    day,
    time,
    text,
    h('div.contact-form__foot', null, save),
  );
}
