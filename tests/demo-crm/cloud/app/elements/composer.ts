/** The form above the timeline that logs an activity in the CRM. */
import * as api from '../../../modern/app/api';
import { h } from '../../../modern/app/dom';
import { channelLabel, date, dayOf } from '../format';
import { button } from './icon';
import { Input } from './input';
import { toast } from './toast';

const isChannel = (value: string): value is keyof typeof channelLabel => value in channelLabel;

/** `14:05` → 845; anything else is unknown. */
function minuteOf(text: string): number | null {
  const parts = /^(\d{1,2}):(\d{2})$/.exec(text);
  return parts === null ? null : Number(parts[1]) * 60 + Number(parts[2]);
}

/** @param saved called once the activity is stored */
export function createComposer(recordId: string, today: string, saved: () => void): HTMLElement {
  const channel = new Input({
    name: 'channel',
    label: 'Type',
    value: 'phone',
    choices: Object.entries(channelLabel),
  });
  const day = new Input({ name: 'day', label: 'Date', value: date(today), required: true });
  const time = new Input({ name: 'time', label: 'Time', value: '', placeholder: 'hh:mm' });
  const text = new Input({ name: 'text', label: 'Comments', value: '', type: 'textarea', required: true });
  const save = button('Save', { brand: true, onClick: () => void submit() });

  async function submit() {
    const civil = dayOf(day.value);
    if (![day, text].every((each) => each.reportValidity())) return;
    if (civil === undefined || !isChannel(channel.value)) {
      toast('Enter the date as MM/DD/YYYY.', 'warning');
      return;
    }
    try {
      await api.addContact(recordId, {
        day: civil,
        minute: minuteOf(time.value),
        channel: channel.value,
        text: text.value,
      });
      toast('Activity was logged.');
      saved();
    } catch {
      toast('The activity could not be saved.', 'warning');
    }
  }

  return h(
    'form.activity-composer',
    { onSubmit: (event) => event.preventDefault() },
    h('div.activity-composer__row', null, channel, day, time),
    text,
    h('div.activity-composer__foot', null, save),
  );
}
