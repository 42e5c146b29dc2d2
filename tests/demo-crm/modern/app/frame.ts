/** The frame around every view but the login: side menu, top bar with breadcrumb, tabs of opened pages. */
import { fill, h } from './dom';
import { type IconName, icon } from './icons';
import { pathOf, plainList, type Route } from './router';

export interface FrameOptions {
  bankName: string;
  managerName: string;
  branch: string;
  today: string;
  /** The client the split view opens with. */
  firstRecordId: string;
  navigate(route: Route): void;
}

export interface Frame {
  element: HTMLElement;
  main: HTMLElement;
  /** Marks where the user is: menu, breadcrumb, tab. */
  place(route: Route, title: string): void;
  /** Gives the current tab, crumb and window another title, once a client's name is known. */
  rename(route: Route, title: string): void;
}

interface MenuItem {
  title: string;
  icon: IconName;
  route: Route;
  badge?: string;
}

const MAX_TABS = 7;

function menuGroups(firstRecordId: string): readonly { title: string; items: readonly MenuItem[] }[] {
  const closed = (title: string, name: IconName, slug: string, badge?: string): MenuItem => ({
    title,
    icon: name,
    route: { name: 'unavailable', slug },
    ...(badge === undefined ? {} : { badge }),
  });
  return [
    { title: '工作台', items: [{ title: '首页', icon: 'home', route: { name: 'dashboard' } }] },
    {
      title: '客户管理',
      items: [
        { title: '客户列表', icon: 'users', route: plainList },
        { title: '客户视图', icon: 'columns', route: { name: 'split', recordId: firstRecordId } },
      ],
    },
    {
      title: '营销管理',
      items: [
        closed('商机管理', 'target', 'opportunities', '6'),
        closed('任务待办', 'list', 'tasks', '12'),
        closed('产品货架', 'box', 'products'),
        closed('报表中心', 'chart', 'reports'),
      ],
    },
    { title: '系统', items: [{ title: '个人设置', icon: 'settings', route: { name: 'settings' } }] },
  ];
}

/** The section a route belongs to: the middle crumb, and the menu entry that lights up. */
function sectionOf(route: Route): string {
  switch (route.name) {
    case 'clients':
    case 'client':
    case 'edit':
      return '客户列表';
    case 'split':
      return '客户视图';
    case 'settings':
      return '个人设置';
    case 'unavailable':
      return route.slug;
    default:
      return '首页';
  }
}

function emblem(): HTMLElement {
  const image = h('img.sidebar-logo__mark', {
    src: '/modern/assets/emblem.svg',
    alt: '',
    width: 26,
    height: 26,
  });
  return image;
}

/** Builds the frame once; views come and go inside `main`. */
export function createFrame(options: FrameOptions): Frame {
  const { navigate } = options;
  const main = h('main.el-main.app-main', { id: 'app-main' });
  const crumbs = h('div.el-breadcrumb.app-breadcrumb', { role: 'navigation', 'aria-label': '面包屑' });
  const tabs = h('div.tags-view-container', { role: 'tablist', 'aria-label': '已打开页面' });
  const opened: { path: string; route: Route; title: string }[] = [
    { path: pathOf({ name: 'dashboard' }), route: { name: 'dashboard' }, title: '首页' },
  ];
  const entries: { section: string; element: HTMLElement }[] = [];

  const menu = h(
    'ul.el-menu.el-menu--vertical',
    { role: 'menubar', 'aria-label': '主菜单' },
    menuGroups(options.firstRecordId).map((group) => [
      h('li.el-menu-item-group__title', { role: 'presentation' }, group.title),
      group.items.map((item) => {
        const element = h(
          'li.el-menu-item',
          {
            role: 'menuitem',
            tabindex: 0,
            title: item.title,
            onClick: () => navigate(item.route),
            onKeydown: (event) => {
              if (event instanceof KeyboardEvent && event.key === 'Enter') navigate(item.route);
            },
          },
          icon(item.icon),
          h('span.el-menu-item__title', null, item.title),
          item.badge ? h('span.el-badge', null, h('sup.el-badge__content', null, item.badge)) : null,
        );
        const section = item.route.name === 'unavailable' ? item.route.slug : item.title;
        entries.push({ section, element });
        return element;
      }),
    ]),
  );

  const wrapper = h(
    'div.app-wrapper',
    null,
    h(
      'aside.el-aside.sidebar-container',
      null,
      h(
        'div.sidebar-logo',
        null,
        emblem(),
        h(
          'span.sidebar-logo__text',
          null,
          h('span.sidebar-logo__name', null, options.bankName),
          h('span.sidebar-logo__sub', null, '客户经营平台'),
        ),
      ),
      menu,
      h('p.sidebar-foot', null, '版本 5.2.1 · 内网环境'),
    ),
    h(
      'div.main-container',
      null,
      h(
        'header.el-header.navbar',
        null,
        h(
          'button.hamburger',
          {
            type: 'button',
            'aria-label': '折叠菜单',
            onClick: () => wrapper.classList.toggle('hide-sidebar'),
          },
          icon('fold'),
        ),
        crumbs,
        h(
          'div.navbar__right',
          null,
          h('span.navbar__date', null, options.today),
          h('span.navbar__bell', { role: 'img', 'aria-label': '有新通知' }, icon('bell')),
          h(
            'div.avatar-container',
            null,
            h('span.el-avatar', { 'aria-hidden': 'true' }, options.managerName.slice(0, 1)),
            h('span.avatar-container__name', null, options.managerName, h('small', null, options.branch)),
          ),
        ),
      ),
      tabs,
      main,
    ),
  );

  function drawCrumbs(section: string, title: string) {
    const names = ['首页', ...(section === '首页' ? [] : [section]), ...(title === section ? [] : [title])];
    fill(
      crumbs,
      names
        .filter((name, place) => names.indexOf(name) === place)
        .map((name, place) => [
          place > 0 ? h('span.el-breadcrumb__separator', { role: 'presentation' }, '/') : null,
          h('span.el-breadcrumb__item', null, h('span.el-breadcrumb__inner', null, name)),
        ]),
    );
  }

  function drawTabs(current: string) {
    fill(
      tabs,
      opened.map((tab) =>
        h(
          'span.tags-view-item',
          {
            role: 'tab',
            tabindex: 0,
            'aria-selected': String(tab.path === current),
            onClick: () => navigate(tab.route),
          },
          h('span.tags-view-item__title', { title: tab.title }, tab.title),
          tab.route.name !== 'dashboard'
            ? h(
                'button.tags-view-item__close',
                {
                  type: 'button',
                  'aria-label': `关闭 ${tab.title}`,
                  onClick: (event) => {
                    event.stopPropagation();
                    close(tab.path, current);
                  },
                },
                icon('close'),
              )
            : null,
        ),
      ),
    );
    for (const [place, element] of [...tabs.children].entries()) {
      element.classList.toggle('active', opened[place]?.path === current);
    }
  }

  function close(path: string, current: string) {
    const place = opened.findIndex((tab) => tab.path === path);
    if (place < 0) return;
    opened.splice(place, 1);
    const next = opened[Math.max(0, place - 1)];
    if (path === current && next) navigate(next.route);
    else drawTabs(current);
  }

  /** One tab for the list with all its pages and one for the split view; one per client otherwise. */
  const tabPath = (route: Route) =>
    route.name === 'clients' ? '/modern/clients' : route.name === 'split' ? '/modern/split' : pathOf(route);

  function place(route: Route, title: string) {
    const path = tabPath(route);
    const section = sectionOf(route);
    const tab = opened.find((each) => each.path === path);
    if (tab) {
      tab.route = route;
      if (title !== '') tab.title = title;
    } else {
      opened.push({ path, route, title });
      if (opened.length > MAX_TABS) opened.splice(1, 1);
    }
    for (const entry of entries) {
      const active = entry.section === section;
      entry.element.classList.toggle('is-active', active);
      if (active) entry.element.setAttribute('aria-current', 'page');
      else entry.element.removeAttribute('aria-current');
    }
    drawCrumbs(route.name === 'unavailable' ? title : section, title);
    drawTabs(path);
    document.title = `${title} - ${options.bankName}客户经营平台`;
  }

  return { element: wrapper, main, place, rename: place };
}
