import type { Frame, Page } from 'puppeteer';
import { type PageLook, type PanelLook, watchDocument } from './watchScript';

/** What two processes can tell apart by their clocks, in milliseconds. */
const CLOCKS_AGREE_MS = 1;

/** A moment at which a panel stood beside the page of somebody it does not show. */
export interface Wrong {
  at: number;
  /** The record that the page is about. */
  page: string | null;
  /** The name that the panel shows. */
  name: string | null;
  text: string;
}

export interface Verdict {
  /** Looks at page and panel together. */
  looks: number;
  /** Those of them at which a panel could be seen with somebody in it. */
  visible: number;
  wrong: Wrong[];
  /** The records beside which a panel was seen. */
  seen: Set<string>;
}

/** Whether what a panel shows (its name, and all its text) belongs to the record of the page. */
export type Belongs = (record: string | null, name: string, text: string) => boolean;

/** Watches a page and the panel in it from the moment the page is made. */
export class Witness {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  static async of(page: Page): Promise<Witness> {
    await page.evaluateOnNewDocument(watchDocument);
    return new Witness(page);
  }

  #panel(): Frame | undefined {
    return this.#page.frames().find((frame) => frame.url().includes('panel.html'));
  }

  /** Puts what page and panel noted down into one order, and judges each moment. */
  async verdict(belongs: Belongs): Promise<Verdict> {
    const pageLooks = await this.#page.evaluate(() => window.__pageLooks ?? []);
    const panelLooks = (await this.#panel()?.evaluate(() => window.__panelLooks ?? [])) ?? [];
    return judge(pageLooks, panelLooks, belongs);
  }
}

interface Moment {
  at: number;
  until: number;
  page: PageLook;
  /** What stands in the panel, and what was last painted of it. */
  panel: PanelLook;
  painted: PanelLook | undefined;
}

/** Two records of one stretch of time, as moments at which both are known. */
function* moments(pageLooks: readonly PageLook[], panelLooks: readonly PanelLook[]): Generator<Moment> {
  const order = [
    ...pageLooks.map((page) => ({ at: page[0], page })),
    ...panelLooks.map((panel) => ({ at: panel[0], panel })),
  ].sort((one, other) => one.at - other.at);
  let page: PageLook | undefined;
  let panel: PanelLook | undefined;
  let painted: PanelLook | undefined;
  for (const [place, look] of order.entries()) {
    if ('page' in look) page = look.page;
    else {
      panel = look.panel;
      if (look.panel[3]) painted = look.panel;
    }
    const until = order[place + 1]?.at ?? Number.POSITIVE_INFINITY;
    if (page && panel) yield { page, panel, painted, at: look.at, until };
  }
}

function judge(pageLooks: readonly PageLook[], panelLooks: readonly PanelLook[], belongs: Belongs): Verdict {
  const verdict: Verdict = { looks: 0, visible: 0, wrong: [], seen: new Set() };
  let since: number | undefined;
  for (const { page, panel, painted, at, until } of moments(pageLooks, panelLooks)) {
    verdict.looks += 1;
    const [, record, visible] = page;
    const shown = [panel, painted].flatMap((look) => (visible && look && look[1] !== null ? [look] : []));
    const strange = shown.find(([, name, text]) => !belongs(record, name ?? '', text));
    if (shown.length > 0) verdict.visible += 1;
    if (shown.length === 2 && !strange && record !== null) verdict.seen.add(record);
    since = strange ? (since ?? at) : undefined;
    if (strange && since !== undefined && until - since > CLOCKS_AGREE_MS) {
      verdict.wrong.push({ at, page: record, name: strange[1], text: strange[2].slice(0, 60) });
    }
  }
  return verdict;
}
