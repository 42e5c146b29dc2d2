/** `cx-home-page`: figures and short lists to begin the day with. */
import * as api from '../../../modern/app/api';
import { type Child, fill, h } from '../../../modern/app/dom';
import { CxElement } from '../element';
import { channelIcon, channelLabel, date, english, money, tier } from '../format';
import { hashOf } from '../router';
import { objectIcon } from './icon';
import { table } from './relatedList';

const ROWS = 6;

class HomePage extends CxElement {
  readonly #figures = h('div.home-figures');
  readonly #main = h('div.home-main');
  readonly #side = h('div.home-side');
  readonly #controller = new AbortController();

  constructor({ user, today }: api.SessionReply) {
    super();
    fill(
      this.root,
      h(
        'div.home-page',
        null,
        h(
          'div.slds-page-header',
          null,
          h(
            'div.slds-page-header__row',
            null,
            h(
              'div.slds-media',
              null,
              h('div.slds-media__figure', null, objectIcon('home', 'home', 'large')),
              h(
                'div.slds-media__body',
                null,
                h(
                  'h1',
                  null,
                  h('div.entityNameTitle', null, `${english(user.branch)} • ${date(today)}`),
                  h('span.slds-page-header__title', null, `Welcome, ${user.latinName}`),
                ),
              ),
            ),
          ),
          this.#figures,
        ),
        h('div.home-columns', null, this.#main, this.#side),
      ),
    );
    void this.#load();
  }

  dispose() {
    this.#controller.abort();
  }

  async #load() {
    const { signal } = this.#controller;
    try {
      const reply = await api.dashboard(signal);
      if (!signal.aborted) this.#draw(reply);
    } catch {
      if (!signal.aborted)
        fill(this.#main, h('p.slds-card__empty', { role: 'alert' }, 'Home could not be loaded.'));
    }
  }

  #draw(reply: api.DashboardReply) {
    const link = (recordId: string, name: string) =>
      h('a', { href: hashOf({ name: 'view', recordId }) }, name);
    const figure = (label: string, value: string) =>
      h('div.home-figure', null, h('span.home-figure__label', null, label), h('strong', null, value));
    const card = (title: string, ...content: Child[]) =>
      h(
        'article.slds-card',
        { 'aria-label': title },
        h('div.slds-card__header', null, h('h2.slds-card__header-title', null, title)),
        h('div.slds-card__body', null, content),
      );
    fill(
      this.#figures,
      figure('Person Accounts', String(reply.individuals)),
      figure('Business Accounts', String(reply.companies)),
      figure('Assets Under Management', `CNY ${(reply.aumFen / 1e11).toFixed(2)} billion`),
      figure('Activities This Month', String(reply.contactsThisMonth)),
    );
    fill(
      this.#main,
      card(
        'Upcoming Maturities',
        table(
          [
            { label: 'Maturity Date' },
            { label: 'Account' },
            { label: 'Product' },
            { label: 'Amount', right: true },
          ],
          reply.maturing
            .slice(0, ROWS)
            .map((each) => [
              date(each.maturity),
              link(each.recordId, each.latinName),
              each.holding,
              money(each.amountFen),
            ]),
        ),
      ),
      card(
        'Accounts Without Recent Activity',
        table(
          [
            { label: 'Account' },
            { label: 'Service Tier' },
            { label: 'Assets', right: true },
            { label: 'Last Activity' },
          ],
          reply.longestSilent
            .slice(0, ROWS)
            .map((each) => [
              link(each.recordId, each.latinName),
              tier[each.serviceLevel],
              money(each.aumFen),
              each.lastContact === null ? '' : date(each.lastContact),
            ]),
        ),
      ),
    );
    fill(
      this.#side,
      card(
        'Recent Activity',
        reply.recent
          .slice(0, ROWS)
          .map(({ recordId, latinName, contact }) =>
            h(
              'div.home-row',
              null,
              objectIcon(channelIcon[contact.channel], contact.channel),
              h(
                'div.home-row__text',
                null,
                h('p', null, channelLabel[contact.channel], ' • ', link(recordId, latinName)),
                h('p.slds-truncate.slds-text-color_weak', null, contact.text),
              ),
              h('span.slds-text-color_weak', null, date(contact.day)),
            ),
          ),
      ),
      card(
        'Birthdays This Week',
        reply.birthdays
          .slice(0, ROWS)
          .map((each) =>
            h(
              'div.home-row',
              null,
              objectIcon('calendar', 'calendar'),
              h('div.home-row__text', null, link(each.recordId, each.latinName)),
              h('span.slds-text-color_weak', null, `${date(each.day)} • turns ${each.age}`),
            ),
          ),
      ),
    );
  }
}

customElements.define('cx-home-page', HomePage);

export { HomePage };
