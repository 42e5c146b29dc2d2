import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import type { CompiledPage, RawSighting } from '@/utils/adapters/compiled';
import {
  afterLook,
  afterUnread,
  freshHealth,
  isPage,
  LEAST_FOUND,
  type PageHealth,
  type PageRef,
  symptoms,
  unreadSince,
  withPage,
} from '@/utils/adapters/health';
import { candidatesFor, isDue } from '@/utils/adapters/readPage';
import type { Sighting } from '@/utils/domain/schema/sighting';
import { type Instant, instant } from '@/utils/domain/schema/time';
import type { Absence } from '@/utils/messaging/content';
import { readSession, writeSession } from '@/utils/platform/session';
import { theAdapters } from '../adapters';
import { loadCounts, loadHealth, saveHealth } from '../health/kept';
import { tabView, tabViewKey } from '../tabView';

/** A client's page is judged when it has been there so long: fields that come late are there by then. */
const SETTLED_MS = 4000;

/** A page that shows nobody, when it has had so long to load. */
const UNREAD_MS = 8000;

/** Every so many clients the counts go to the disk although there is nothing to tell. */
const WRITE_EVERY = 16;

/** Clients, each with the fields he showed, and addresses of this session: only a new one counts. Gone with the browser. */
const RECENT = 'healthRecent';
const MAX_RECENT = 60;
const recentList = z.array(z.string().check(z.maxLength(9000))).check(z.maxLength(MAX_RECENT));

/** What a tab last said of its fields, as long as its worker lives: a look that is lost is no loss. */
const looks = new Map<
  number,
  { generation: number; keys: readonly string[]; timer: ReturnType<typeof setTimeout> }
>();

let line: Promise<unknown> = Promise.resolve();

/** Changes of the counts come one after the other. */
function inLine(work: () => Promise<void>): Promise<void> {
  const result = line.then(work);
  line = result.catch(() => undefined);
  return result;
}

/** Whether this is none of the last; it is now. */
async function isAnother(one: string): Promise<boolean> {
  const recent = (await readSession(RECENT, recentList)) ?? [];
  await writeSession(RECENT, [one, ...recent.filter((other) => other !== one)].slice(0, MAX_RECENT));
  return !recent.includes(one);
}

/** Changes what is known of one page's health, and keeps it for good where that is worth telling. */
async function changeNow(ref: PageRef, change: (health: PageHealth) => PageHealth): Promise<void> {
  const list = await loadCounts();
  const before = list.find(isPage(ref)) ?? freshHealth(ref);
  const after = change(before);
  const isDueToBeKept =
    after.sighted !== before.sighted && (after.sighted === LEAST_FOUND || after.sighted % WRITE_EVERY === 0);
  await saveHealth(withPage(list, after), isDueToBeKept || symptoms(after) !== symptoms(before));
}

/** The same, after the changes before it. */
export const changeHealth = (ref: PageRef, change: (health: PageHealth) => PageHealth): Promise<void> =>
  inLine(() => changeNow(ref, change));

/** A phone that is not masked and not to be understood is read, but not as what it is. */
const isOdd = ({ value }: Sighting['fields'][number]): boolean =>
  value.type === 'phone' && value.e164 === null && value.masked !== true;

/** The compiled page that a tab's client was read by, as it is in force now. */
export async function pageInForce({ adapter, page }: PageRef, origin: string): Promise<CompiledPage | null> {
  const inForce = (await theAdapters()).adaptersFor(origin).find(({ id }) => id === adapter);
  return inForce?.pages.find(({ id }) => id === page) ?? null;
}

async function judgeLook(tabId: number, origin: string, generation: number): Promise<void> {
  const keys = new Set(looks.get(tabId)?.keys);
  looks.delete(tabId);
  const view = await readSession(tabViewKey(tabId), tabView);
  if (view?.state !== 'sighted' || view.generation !== generation) return;
  const { sighting, page, linkId } = view;
  const ref = { adapter: sighting.adapter, page };
  const inForce = await pageInForce(ref, origin);
  if (!inForce) return;
  const odd = new Set(sighting.fields.filter(isOdd).map(({ key }) => key));
  const found = new Set(sighting.fields.map(({ key }) => key).filter((key) => !odd.has(key)));
  for (const key of keys) if (!found.has(key)) odd.add(key);
  const expected = inForce.fields.flatMap(({ key, only }) =>
    only === null || only === sighting.kind ? [key] : [],
  );
  // The same client counts again once his page shows other fields: a redesign is seen on those one knows.
  const another = await isAnother([ref.adapter, page, linkId, ...[...found].sort()].join('|'));
  const at = instant.parse(Date.now());
  const look = { ...ref, kind: sighting.kind, expected, found, odd, another, at };
  await changeNow(ref, (health) => afterLook(health, look));
}

/** A client is on a tab's page: how well it is read is judged once the page has had its time. */
export function noteLook(tabId: number, origin: string, generation: number, raw: RawSighting): void {
  const keys = raw.fields.map(({ key }) => key);
  const known = looks.get(tabId);
  if (known?.generation === generation) {
    looks.set(tabId, { ...known, keys });
    return;
  }
  clearTimeout(known?.timer);
  // The worker lives longer than this after the message that called it.
  const timer = setTimeout(() => void inLine(() => judgeLook(tabId, origin, generation)), SETTLED_MS);
  looks.set(tabId, { generation, keys, timer });
}

/** The pages an address is of; those of which it names the record, where there are any. */
async function pagesAt(origin: string, address: string): Promise<PageRef[]> {
  const candidates = candidatesFor((await theAdapters()).adaptersFor(origin), address);
  const due = candidates.filter(isDue);
  return (due.length > 0 ? due : candidates).map(({ adapter, page }) => ({
    adapter: adapter.id,
    page: page.id,
  }));
}

async function judgeUnread(tabId: number, origin: string, generation: number): Promise<void> {
  const view = await readSession(tabViewKey(tabId), tabView);
  if (view?.state !== 'noClient' || view.generation !== generation) return;
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (!tab?.url || !URL.canParse(tab.url) || new URL(tab.url).origin !== origin) return;
  const another = await isAnother(tab.url);
  const list = await loadCounts();
  const at = instant.parse(Date.now());
  for (const ref of await pagesAt(origin, tab.url)) {
    // A page that has never shown a client says nothing by showing none.
    if (list.some(isPage(ref))) await changeNow(ref, (health) => afterUnread(health, another, at));
  }
}

/** A tab shows nobody: where its address is that of a client's page and stays so, the page's health hears of it. */
export function noteLeft(tabId: number, origin: string, generation: number, why: Absence): void {
  clearTimeout(looks.get(tabId)?.timer);
  looks.delete(tabId);
  if (why !== 'waiting' && why !== 'ambiguous') return;
  setTimeout(() => void inLine(() => judgeUnread(tabId, origin, generation)), UNREAD_MS);
}

/** The page of a tab that shows nobody, if it is one that is not understood any more; of several the first. */
export async function unreadPage(
  origin: string,
  address: string,
): Promise<(PageRef & { since: Instant }) | null> {
  const [list, pages] = await Promise.all([loadHealth(), pagesAt(origin, address)]);
  for (const ref of pages) {
    const health = list.find(isPage(ref));
    const since = health ? unreadSince(health) : null;
    if (since !== null) return { ...ref, since };
  }
  return null;
}
