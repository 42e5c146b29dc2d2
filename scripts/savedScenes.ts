import type { Frame, Page } from 'puppeteer';

/** One page of the demo CRM as it is saved for the tests of its adapter. */
interface Scene {
  adapter: 'demo-classic' | 'demo-modern' | 'demo-cloud';
  scene: string;
  path: string;
  /** Brings the page into the state that is to be saved, and waits until it is there. */
  act(page: Page): Promise<void>;
}

const see = (selector: string) => async (page: Page) => {
  await page.waitForSelector(selector);
};

/** Runs in the page: clicks, or only finds, what a path of selectors leads to through open shadow roots. */
function pierce(path: readonly string[], click: boolean): boolean {
  const all = (tree: ParentNode, selector: string): Element[] => [
    ...tree.querySelectorAll(selector),
    ...[...tree.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
      shadowRoot ? all(shadowRoot, selector) : [],
    ),
  ];
  let found: Element[] = [document.documentElement];
  for (const selector of path) {
    found = found.flatMap((each) => [
      ...all(each, selector),
      ...(each.shadowRoot ? all(each.shadowRoot, selector) : []),
    ]);
  }
  const [first] = found;
  if (click && first instanceof HTMLElement) first.click();
  return first !== undefined;
}

/** Waits for what may lie in open shadow roots, whose changes no selector of the driver's notices. */
const seeDeep =
  (...path: string[]) =>
  async (page: Page) => {
    await page.waitForFunction(pierce, { polling: 50 }, path, false);
  };

async function frameWith(page: Page, part: string, selector: string): Promise<Frame> {
  const frame = await page.waitForFrame((each) => each.url().includes(part));
  await frame.waitForSelector(selector);
  return frame;
}

const CLASSIC_CLIENT = '.custPanel #custName';

const classicFrame = (part: string, selector: string) => async (page: Page) => {
  await frameWith(page, part, selector);
};

/** Clicks an entry of the classic menu, which opens a tab. */
const classicMenu = (title: string, part: string, selector: string) => async (page: Page) => {
  const menu = await frameWith(page, 'menu.do', '.menuGroup');
  await menu.locator(`a[data-title="${title}"]`).click();
  await frameWith(page, part, selector);
};

const classic = (scene: string, path: string, act: Scene['act']): Scene => ({
  adapter: 'demo-classic',
  scene,
  path: `/classic/${path}${path.includes('?') ? '&' : '?'}demo=1`,
  act,
});

const CLASSIC: Scene[] = [
  classic('detail', 'index.do?open=10000001', classicFrame('custNo=10000001', CLASSIC_CLIENT)),
  classic('detail-company', 'index.do?open=60000001', classicFrame('custNo=60000001', CLASSIC_CLIENT)),
  classic('detail-popup', 'detail.do?custNo=10000001', see(CLASSIC_CLIENT)),
  classic('stale', 'index.do?open=10000001', async (page) => {
    await frameWith(page, 'custNo=10000001', CLASSIC_CLIENT);
    await classicMenu('我的全部客户', 'custList.do', 'a.tabLink')(page);
    const list = await frameWith(page, 'custList.do', 'a.tabLink[data-tab="cust_10000002"]');
    await list.locator('a.tabLink[data-tab="cust_10000002"]').click();
    await frameWith(page, 'custNo=10000002', CLASSIC_CLIENT);
  }),
  classic('two-clients', 'index.do?open=10000001&twoClients=1', async (page) => {
    await frameWith(page, 'custNo=10000001', '.custPanel + .custPanel');
  }),
  classic('half-loaded', 'index.do?open=10000001&slowMs=60000', async (page) => {
    await frameWith(page, 'custNo=10000001', 'body.waiting');
  }),
  classic('holdings-tab', 'detail.do?custNo=10000001', async (page) => {
    await page.locator('.innerTabs li[data-panel="holding"]').click();
    await page.waitForSelector('#tblHolding', { visible: true });
  }),
  classic('relations-tab', 'detail.do?custNo=10000001', async (page) => {
    await page.locator('.innerTabs li[data-panel="relation"]').click();
    await page.waitForSelector('#tblRelation', { visible: true });
  }),
  classic('list', 'index.do', classicMenu('我的全部客户', 'custList.do', 'a.tabLink')),
  classic('dashboard', 'index.do', classicFrame('welcome.do', 'body')),
  classic('settings', 'index.do', classicMenu('个人设置', 'settings.do', 'form')),
  classic('edit', 'edit.do?custNo=10000001', see('form')),
  { adapter: 'demo-classic', scene: 'login', path: '/classic/login.do', act: see('form') },
];

const MODERN_CLIENT = '.client-detail .contact-card .el-timeline-item';

const modern = (scene: string, path: string, act: Scene['act']): Scene => ({
  adapter: 'demo-modern',
  scene,
  path: `/modern/${path}${path.includes('?') ? '&' : '?'}demo=1`,
  act,
});

/** Chooses another client in the list beside the first. */
async function modernChoose(page: Page, recordId: string): Promise<void> {
  await page.evaluate((wanted) => {
    const numbers = [...document.querySelectorAll('.split-list__no')];
    numbers
      .find((number) => number.textContent === wanted)
      ?.closest('li')
      ?.click();
  }, recordId);
}

const MODERN: Scene[] = [
  modern('page', 'clients/10000001', see(MODERN_CLIENT)),
  modern('page-company', 'clients/60000001', see(MODERN_CLIENT)),
  modern('split', 'clients/10000001/split', async (page) => {
    await see(MODERN_CLIENT)(page);
    await see('.split-list__item')(page);
  }),
  modern('drawer', 'clients?drawer=10000001', see(`.el-drawer ${MODERN_CLIENT}`)),
  modern('stale', 'clients/10000001/split?staleNodes=1', async (page) => {
    await see(MODERN_CLIENT)(page);
    await modernChoose(page, '10000002');
    await page.waitForFunction(() => document.querySelectorAll('.client-detail').length === 2);
    await page.waitForFunction(() => {
      const shown = [...document.querySelectorAll('.client-detail')].find((each) => each.checkVisibility());
      return shown?.querySelector('.contact-card .el-timeline-item') !== null;
    });
  }),
  modern('two-clients', 'clients/10000001?twoClients=1', async (page) => {
    await page.waitForFunction(() => document.querySelectorAll('.el-descriptions b.money').length === 4);
  }),
  modern('half-loaded', 'clients/10000001?slowMs=60000', see('.client-detail .el-skeleton__item')),
  modern('race', 'clients/10000001/split?raceBug=1', async (page) => {
    await see(MODERN_CLIENT)(page);
    await see('.split-list__item')(page);
    // Answers from now on never come: the heading changes, the grid stays the former client's.
    await page.setRequestInterception(true);
    page.on('request', () => undefined);
    await modernChoose(page, '10000002');
    await page.waitForFunction(
      () => document.querySelector('.client-header__no')?.textContent === '10000002',
    );
  }),
  modern('list', 'clients', see('.el-table__row')),
  modern('dashboard', 'dashboard', see('.app-view')),
  modern('settings', 'settings', see('.app-view')),
  modern('edit', 'clients/10000001/edit', see('form input[name="phone"]')),
  { adapter: 'demo-modern', scene: 'login', path: '/modern/login', act: see('form') },
];

const CLOUD_CLIENT = 'cx-timeline-item';
const record = (recordId: string) => `cx-record-page[record-id="${recordId}"]`;

const cloud = (scene: string, query: string, hash: string, act: Scene['act']): Scene => ({
  adapter: 'demo-cloud',
  scene,
  path: `/cloud/?demo=1${query}#${hash}`,
  act,
});

const CLOUD: Scene[] = [
  cloud('record', '', '/accounts/10000001/view', seeDeep(CLOUD_CLIENT)),
  cloud('record-company', '', '/accounts/60000001/view', seeDeep(CLOUD_CLIENT)),
  cloud('related-tab', '', '/accounts/10000001/view', async (page) => {
    await seeDeep(CLOUD_CLIENT)(page);
    await page.evaluate(pierce, ['cx-tabset', 'li:nth-child(2) a'], true);
    await seeDeep('cx-tab[label="Details"][hidden]')(page);
  }),
  cloud('stale', '&staleNodes=1', '/accounts/10000001/view', async (page) => {
    await seeDeep(CLOUD_CLIENT)(page);
    await page.evaluate(() => {
      location.hash = '#/accounts/10000002/view';
    });
    await seeDeep(record('10000002'), CLOUD_CLIENT)(page);
  }),
  cloud('two-clients', '&twoClients=1', '/accounts/10000001/view', async (page) => {
    await seeDeep(record('10000001'), CLOUD_CLIENT)(page);
    await seeDeep(record('10000002'), CLOUD_CLIENT)(page);
  }),
  cloud('half-loaded', '&slowMs=60000', '/accounts/10000001/view', seeDeep('cx-stencil')),
  cloud('race', '&raceBug=1', '/accounts', async (page) => {
    // The list tells the names; the first record is drawn whole, of the second only what the list knew.
    await seeDeep('a[href="#/accounts/10000002/view"]')(page);
    await page.evaluate(() => {
      location.hash = '#/accounts/10000001/view';
    });
    await seeDeep(CLOUD_CLIENT)(page);
    await page.setRequestInterception(true);
    page.on('request', () => undefined);
    await page.evaluate(() => {
      location.hash = '#/accounts/10000002/view';
    });
    await seeDeep(record('10000002'))(page);
  }),
  cloud('list', '', '/accounts', seeDeep('a[href="#/accounts/10000002/view"]')),
  cloud('home', '', '/home', seeDeep('cx-home-page')),
  cloud('settings', '', '/settings', seeDeep('cx-settings-page')),
  cloud('edit', '', '/accounts/10000001/edit', seeDeep('form')),
  { adapter: 'demo-cloud', scene: 'login', path: '/cloud/#/login', act: seeDeep('form') },
];

export const SCENES: readonly Scene[] = [...CLASSIC, ...MODERN, ...CLOUD];
