/** `cx-activity-timeline`: past contacts by month; every entry is a `cx-timeline-item` of its own. */
import type { PastContact } from '../../../data/model';
import { type Child, fill, h } from '../../../modern/app/dom';
import { CxElement } from '../element';
import { channelIcon, channelLabel, clock, date, english } from '../format';
import { button, objectIcon } from './icon';

const SHOWN = 10;

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2026-10-09` → `October 2026`. */
function monthOf(day: string): string {
  return `${MONTHS[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`;
}

class TimelineItem extends CxElement {
  show(contact: PastContact) {
    const type = channelLabel[contact.channel];
    this.setAttribute('activity-type', type);
    fill(
      this.root,
      h(
        'div',
        { class: `slds-timeline__item_expandable slds-timeline__item_${contact.channel} slds-is-open` },
        h('div.slds-media__figure', null, objectIcon(channelIcon[contact.channel], contact.channel)),
        h(
          'div.slds-media__body',
          null,
          h(
            'div.slds-timeline__head',
            null,
            h('h3.slds-timeline__title', null, type),
            h('p.slds-timeline__date', null, `${date(contact.day)} ${clock(contact.minute)}`.trim()),
          ),
          h(
            'p.slds-timeline__by',
            null,
            'Logged by ',
            h('span.slds-timeline__user', null, english(contact.by)),
          ),
          h('div.slds-timeline__item_details', null, contact.text),
        ),
      ),
    );
  }
}

class ActivityTimeline extends CxElement {
  readonly #body = h('div.slds-card__body');
  readonly #count = h('span.slds-card__header-count');
  readonly #actions = h('div.slds-card__actions');

  connectedCallback() {
    fill(
      this.root,
      h(
        'article.slds-card',
        { 'aria-label': 'Activity' },
        h(
          'div.slds-card__header',
          null,
          h('h2.slds-card__header-title', null, 'Activity', ' ', this.#count),
          this.#actions,
        ),
        this.#body,
      ),
    );
  }

  pending() {
    fill(this.#count);
    fill(this.#actions);
    fill(
      this.#body,
      h(
        'div.slds-card__pending',
        null,
        Array.from({ length: 8 }, () => h('cx-stencil')),
      ),
    );
  }

  failed() {
    fill(this.#body, h('p.slds-card__empty', { role: 'alert' }, 'Activities could not be loaded.'));
  }

  /** @param actions buttons of the head; @param composer a form above the entries */
  show(contacts: readonly PastContact[], actions: Child, composer: Child) {
    fill(this.#count, `(${contacts.length})`);
    fill(this.#actions, actions);
    if (contacts.length === 0) {
      fill(this.#body, composer, h('p.slds-card__empty', null, 'No past activity.'));
      return;
    }
    const list = h('div.slds-timeline', { role: 'feed', 'aria-label': 'Past activities' });
    this.#draw(list, contacts.slice(0, SHOWN));
    const rest = contacts.length - SHOWN;
    const more = button(`View All (${contacts.length})`, {
      onClick: () => {
        this.#draw(list, contacts);
        more.remove();
      },
    });
    fill(this.#body, composer, list, rest > 0 ? h('div.slds-timeline__more', null, more) : null);
  }

  #draw(list: HTMLElement, contacts: readonly PastContact[]) {
    let month = '';
    const parts: Child[] = [];
    for (const contact of contacts) {
      if (monthOf(contact.day) !== month) {
        month = monthOf(contact.day);
        parts.push(h('h4.slds-timeline__month', null, month));
      }
      const item = new TimelineItem();
      item.show(contact);
      parts.push(item);
    }
    fill(list, parts);
  }
}

customElements.define('cx-timeline-item', TimelineItem);
customElements.define('cx-activity-timeline', ActivityTimeline);

export { ActivityTimeline };
