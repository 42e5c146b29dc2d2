/** `cx-app`: bars, and the page that the hash names. */
import * as api from '../../../modern/app/api';
import type { AppConfig } from '../../../modern/app/config';
import { fill, h } from '../../../modern/app/dom';
import { nextRecordId } from '../../../modern/app/records';
import { createViewHost, type KeptView, type ViewHost } from '../../../modern/app/viewHost';
import { CxElement } from '../element';
import { hashOf, type Route, routeOf } from '../router';
import { GlobalHeader, NavBar } from './globalHeader';
import { HomePage } from './homePage';
import { ListView } from './listView';
import { LoginPage } from './loginPage';
import { RecordForm } from './recordForm';
import { RecordPage } from './recordPage';
import { SettingsPage } from './settingsPage';

const PRODUCT = 'Client Cloud';

interface Page extends KeptView {
  show?(route: Route): void;
}

interface Shell {
  session: api.SessionReply;
  nav: NavBar;
  host: ViewHost<Page>;
}

class App extends CxElement {
  readonly #config: AppConfig;
  readonly #names = new Map<string, string>();
  #shell: Shell | undefined;

  constructor(config: AppConfig) {
    super();
    this.#config = config;
    addEventListener('hashchange', () => void this.follow());
  }

  /** Shows what the address says; asks for a login first where there is no session. */
  async follow(): Promise<void> {
    const route = routeOf(location.hash);
    if (route.name === 'login') {
      this.#showLogin(route.returnTo);
      return;
    }
    const shell = this.#shell ?? (await this.#start());
    if (shell && hashOf(routeOf(location.hash)) === hashOf(route)) this.#show(shell, route);
  }

  async #start(): Promise<Shell | undefined> {
    try {
      const session = await api.session(new AbortController().signal);
      if (this.#shell) return this.#shell;
      const nav = new NavBar();
      const main = h('main.slds-template_default', { role: 'main' });
      fill(this.root, h('div.cx-app', null, new GlobalHeader(session), nav, main));
      this.#shell = { session, nav, host: createViewHost<Page>(main, this.#config) };
      return this.#shell;
    } catch (error) {
      if (!(error instanceof api.ApiError && error.status === 401)) throw error;
      location.hash = hashOf({ name: 'login', returnTo: location.hash });
      return undefined;
    }
  }

  #showLogin(returnTo: string) {
    this.#shell = undefined;
    document.title = `Login | ${PRODUCT}`;
    fill(
      this.root,
      new LoginPage(() => {
        location.hash = returnTo.startsWith('#/') && !returnTo.startsWith('#/login') ? returnTo : '#/home';
      }),
    );
  }

  #show(shell: Shell, route: Route) {
    const titles = {
      home: 'Home',
      list: 'My Accounts',
      settings: 'Settings',
      login: '',
      view: 'Account',
      edit: 'Edit',
    };
    this.#place(shell, route, titles[route.name]);
    shell.host.show(this.#keyOf(route), () => this.#create(shell, route)).show?.(route);
  }

  #place(shell: Shell, route: Route, title: string) {
    shell.nav.show(route, title);
    document.title = `${title} | ${PRODUCT}`;
  }

  /** One page serves all records, unless former ones must stay in the document. */
  #keyOf(route: Route): string {
    const own = (this.#config.staleNodes || this.#config.staleVisibleMs > 0) && !this.#config.raceBug;
    if (route.name === 'view') return own ? `view/${route.recordId}` : 'view';
    return route.name === 'edit' ? `edit/${route.recordId}` : route.name;
  }

  #create(shell: Shell, route: Route): Page {
    const kept = (element: HTMLElement & { dispose?(): void }): Page => ({
      element,
      dispose: () => element.dispose?.(),
    });
    switch (route.name) {
      case 'view':
        return this.#createRecord(shell);
      case 'list': {
        const list = new ListView(this.#names);
        return { ...kept(list), show: (next) => next.name === 'list' && list.show(next) };
      }
      case 'edit': {
        const form = new RecordForm(route.recordId);
        form.addEventListener('recordsaved', () => shell.host.forget('view'));
        return kept(form);
      }
      case 'settings':
        return kept(new SettingsPage(shell.session, () => void this.#logOut()));
      default:
        return kept(new HomePage(shell.session));
    }
  }

  #createRecord(shell: Shell): Page {
    const page = (first: boolean) =>
      new RecordPage({
        config: this.#config,
        today: shell.session.today,
        names: this.#names,
        named: (recordId, name) => {
          const route = routeOf(location.hash);
          if (first && route.name === 'view' && route.recordId === recordId) this.#place(shell, route, name);
        },
      });
    const pages = [page(true), ...(this.#config.twoClients ? [page(false)] : [])];
    return {
      element: h('div.record-pages', null, pages),
      dispose: () => {
        for (const each of pages) each.dispose();
      },
      show(route) {
        if (route.name !== 'view') return;
        pages[0]?.setAttribute('record-id', route.recordId);
        pages[1]?.setAttribute('record-id', nextRecordId(route.recordId));
      },
    };
  }

  async #logOut() {
    await api.logOut('cloud');
    location.hash = hashOf({ name: 'login', returnTo: '#/home' });
  }
}

customElements.define('cx-app', App);

export { App };
