/** Entry of the modern front end: session, router, views. */
import * as api from './api';
import { readConfig } from './config';
import { fill } from './dom';
import { createFrame, type Frame } from './frame';
import { pathOf, type Route, routeOf } from './router';
import type { Context, View } from './view';
import { createViewHost, type ViewHost } from './viewHost';
import { createClientEdit } from './views/clientEdit';
import { createClientList } from './views/clientList';
import { createClientPage } from './views/clientPage';
import { createClientSplit } from './views/clientSplit';
import { createDashboard } from './views/dashboard';
import { createLogin } from './views/login';
import { createSettings } from './views/settings';
import { createUnavailable } from './views/unavailable';

const BANK = '云澜银行';
const FIRST_RECORD = '10000001';

const config = readConfig(document);
const root = document.querySelector('#app') ?? document.body;
const current = () => routeOf(new URL(location.href));

interface Shell {
  context: Context;
  frame: Frame;
  host: ViewHost<View>;
}

const titles = {
  login: '登录',
  dashboard: '首页',
  clients: '客户列表',
  client: '客户详情',
  split: '客户视图',
  edit: '编辑客户',
  settings: '个人设置',
} satisfies Record<Exclude<Route['name'], 'unavailable'>, string>;

const closedTitles: Record<string, string> = {
  opportunities: '商机管理',
  tasks: '任务待办',
  products: '产品货架',
  reports: '报表中心',
};

function titleOf(route: Route, names: ReadonlyMap<string, string>): string {
  if (route.name === 'unavailable') return closedTitles[route.slug] ?? '页面不存在';
  // The name itself comes from the view, with the data it belongs to.
  if (route.name === 'edit') return `编辑 ${names.get(route.recordId) ?? route.recordId}`;
  return titles[route.name];
}

/** Views that one component serves for all clients share a key; kept ones have one each. */
function keyOf(route: Route): string {
  const own = (config.staleNodes || config.staleVisibleMs > 0) && !config.raceBug;
  if (route.name === 'client') return own ? `client/${route.recordId}` : 'client';
  return route.name === 'edit' ? `edit/${route.recordId}` : route.name;
}

function createView(route: Route, context: Context): View {
  switch (route.name) {
    case 'clients':
      return createClientList(context);
    case 'client':
      return createClientPage(context);
    case 'split':
      return createClientSplit(context);
    case 'edit':
      return createClientEdit(context);
    case 'settings':
      return createSettings(
        context,
        () => void api.logOut('modern').then(() => location.assign('/modern/login')),
      );
    case 'unavailable':
      return createUnavailable(context);
    default:
      return createDashboard(context);
  }
}

function show({ context, frame, host }: Shell, route: Route) {
  frame.place(route, titleOf(route, context.names));
  host.show(keyOf(route), () => createView(route, context)).update(route);
}

function createShell(session: api.SessionReply): Shell {
  const go = (route: Route, how: 'pushState' | 'replaceState') => {
    const path = pathOf(route);
    if (path !== location.pathname + location.search) history[how](null, '', path);
    show(shell, route);
  };
  const context: Context = {
    session,
    config,
    navigate: (route) => go(route, 'pushState'),
    replace: (route) => go(route, 'replaceState'),
    rename(route, title) {
      if (pathOf(current()) === pathOf(route)) frame.rename(route, title);
    },
    forgetClient(recordId) {
      host.forget(`client/${recordId}`);
      host.forget('split');
    },
    names: new Map(),
  };
  const frame = createFrame({
    bankName: session.bank.zh,
    managerName: session.user.name,
    branch: session.user.branch,
    today: session.today,
    firstRecordId: FIRST_RECORD,
    navigate: context.navigate,
  });
  const host = createViewHost<View>(frame.main, config);
  const shell: Shell = { context, frame, host };
  return shell;
}

/** After a login: where the user wanted to go, if that is a page of this front end. */
function returnPath(): string {
  const wanted = new URLSearchParams(location.search).get('returnTo') ?? '';
  return wanted.startsWith('/modern/') && !wanted.startsWith('/modern/login') ? wanted : '/modern/dashboard';
}

function start(session: api.SessionReply) {
  const shell = createShell(session);
  fill(root, shell.frame.element);
  addEventListener('popstate', () => show(shell, current()));
  if (location.pathname.replace(/\/$/, '') === '/modern') {
    history.replaceState(null, '', `/modern/dashboard${location.search}`);
  }
  show(shell, current());
}

async function boot() {
  if (current().name === 'login') {
    document.title = `登录 - ${BANK}客户经营平台`;
    fill(
      root,
      createLogin(BANK, () => location.assign(returnPath())),
    );
    return;
  }
  try {
    start(await api.session(new AbortController().signal));
  } catch (error) {
    if (!(error instanceof api.ApiError && error.status === 401)) throw error;
    location.assign(`/modern/login?returnTo=${encodeURIComponent(location.pathname + location.search)}`);
  }
}

void boot();
